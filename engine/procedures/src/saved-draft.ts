import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { withBlocks } from './blocks/with-blocks.ts';
import { type ProcedureFolder, readFolder } from './read-folder.ts';
import { listDraftFiles } from './storage/procedures.ts';

/** The draft of a procedure as it was saved last, with the blocks that it calls; refused where what an engine runs of it cannot be read. */
export const requirePlayableDraft = async (db: Queryable, key: string): Promise<ProcedureFolder> => {
  const folder = readFolder(withBlocks(await listDraftFiles(db, key)));
  const problems = folder.problems.filter(({ severity }) => severity === 'error');
  if (folder.description !== null && problems.length === 0) return folder;
  throw new CaseworkError('PROCEDURE_INVALID', `Expected a draft of ${key} that can be played, but it cannot be read`, {
    problems,
  });
};
