import type { AccessSurroundings, UseCaseOn } from '@irisflow/access';

export type Surroundings = AccessSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
