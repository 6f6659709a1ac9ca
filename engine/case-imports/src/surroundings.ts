import type { UseCaseOn } from '@irisflow/access';
import type { CaseworkSurroundings } from '@irisflow/casework';
import type { Bell, SealedBox } from '@irisflow/foundation';

/** What taking cases over needs beside casework. */
export interface CaseImportSurroundings extends CaseworkSurroundings {
  /** Rung when a file is to be looked through, or cases are to be opened from one. */
  readonly importBell: Bell;
  /** Seals the cells of files. */
  readonly importedCells: SealedBox;
}

export type Surroundings = CaseImportSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
