import type { Queryable } from '@irisflow/database';
import type { ProcedureProblem } from '@irisflow/foundation';
import { qualifyFolder } from '../publication/qualify-folder.ts';
import { unqualifiedProblems } from '../publication/unqualified-problems.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { hasErrors, lintFolder } from './lint-folder.ts';
import { lintOwnership } from './lint-ownership.ts';
import type { ConnectorOffer } from './lint-references.ts';

interface Place extends ConnectorOffer {
  /** Key of the administration that has the procedure. */
  readonly administration: string;
}

/** Everything that stands between a folder and its publication by an administration. */
export const lintProcedure = async (
  db: Queryable,
  folder: ProcedureFolder,
  { administration, ...offer }: Place,
): Promise<ProcedureProblem[]> => {
  const problems = [...lintFolder(folder, offer), ...(await lintOwnership(db, folder, administration))];
  if (folder.description === null || hasErrors(problems)) return problems;
  // Any version shows whether its names can be qualified.
  const publisher = { administration, procedure: folder.description.key, version: 1 };
  return [...problems, ...unqualifiedProblems(qualifyFolder(folder, publisher))];
};
