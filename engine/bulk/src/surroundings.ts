import type { UseCaseOn } from '@irisflow/access';
import type { FactsSurroundings } from '@irisflow/facts';
import type { Bell } from '@irisflow/foundation';

/** What bulk decisions need beside facts and casework. */
export interface BulkSurroundings extends FactsSurroundings {
  /** Rung when tasks of a bulk decision wait. */
  readonly bulkBell: Bell;
}

export type Surroundings = BulkSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
