import type { UseCaseOn } from '@irisflow/access';
import type { CaseworkSurroundings } from '@irisflow/casework';

export type Surroundings = CaseworkSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
