import type { UseCaseOn } from '@irisflow/access';
import type { CaseImportSurroundings } from '@irisflow/case-imports';
import type { Bell } from '@irisflow/foundation';

/** What taking rights over needs beside taking cases over: the cells of both are sealed with one key, each row for itself. */
export interface RightImportSurroundings extends CaseImportSurroundings {
  /** Rung when a file is to be looked through, or rights are to be taken over from one. */
  readonly rightImportBell: Bell;
}

export type Surroundings = RightImportSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
