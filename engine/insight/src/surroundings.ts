import type { UseCaseOn } from '@irisflow/access';
import type { ProceduresSurroundings } from '@irisflow/procedures';

/** What numbers need: a store to read and the procedures that say what its codes mean. */
export type Surroundings = ProceduresSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
