import type { Queryable } from '@irisflow/database';
import type { ProcedureProblem } from '../../views/procedure.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { lintFolder } from './lint-folder.ts';
import { lintOwnership } from './lint-ownership.ts';

interface Place {
  /** Key of the administration that has the procedure. */
  readonly administration: string;
  readonly connectorTypes: readonly string[] | null;
}

/** Everything that stands between a folder and its publication by an administration. */
export const lintProcedure = async (
  db: Queryable,
  folder: ProcedureFolder,
  { administration, connectorTypes }: Place,
): Promise<ProcedureProblem[]> => [
  ...lintFolder(folder, connectorTypes),
  ...(await lintOwnership(db, folder, administration)),
];
