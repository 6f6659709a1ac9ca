import type { UseCaseOn } from '@irisflow/access';
import type { ProceduresSurroundings } from '@irisflow/procedures';

export type Surroundings = ProceduresSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
