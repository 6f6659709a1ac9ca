import type { UseCaseOn } from '@irisflow/access';
import type { CaseworkSurroundings } from '@irisflow/casework';
import type { Bell } from '@irisflow/foundation';

/** What copies need beside casework. */
export interface CopiesSurroundings extends CaseworkSurroundings {
  /** Rung when a copy was asked for. */
  readonly copyBell: Bell;
}

export type Surroundings = CopiesSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
