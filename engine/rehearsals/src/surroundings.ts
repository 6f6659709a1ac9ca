import type { UseCaseOn } from '@irisflow/access';
import type { FactsSurroundings } from '@irisflow/facts';
import type { Bell } from '@irisflow/foundation';

/** What replays of cases need beside what sources said for them. */
export interface RehearsalsSurroundings extends FactsSurroundings {
  /** Rung when cases wait to be replayed. */
  readonly rehearsalBell: Bell;
}

export type Surroundings = RehearsalsSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
