import type { AccessSurroundings, UseCaseOn } from '@irisflow/access';
import type { Bell } from '@irisflow/foundation';

/** What reading statements needs beside the books. */
export interface StatementsSurroundings extends AccessSurroundings {
  /** Rung when there are movements to book. */
  readonly statementBell: Bell;
}

export type Surroundings = StatementsSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
