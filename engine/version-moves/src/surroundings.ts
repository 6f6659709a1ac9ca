import type { UseCaseOn } from '@irisflow/access';
import type { CaseworkSurroundings } from '@irisflow/casework';
import type { Bell } from '@irisflow/foundation';

/** What moves between versions need beside casework. */
export interface VersionMovesSurroundings extends CaseworkSurroundings {
  /** Rung when cases wait to move. */
  readonly versionMoveBell: Bell;
}

export type Surroundings = VersionMovesSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
