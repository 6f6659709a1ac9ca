import type { UseCaseOn } from '@irisflow/access';
import type { FactsSurroundings } from '@irisflow/facts';

export type Surroundings = FactsSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
