import type { CaseRow } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { findLastPerformer } from '@irisflow/tasks';
import type { WrittenCopy } from './write-letters.ts';

/**
 * What a process writes by itself for a case of an earlier system stays with the office until somebody there has completed a task
 * of it: nobody gets an acknowledgment of what they asked for years ago. It is filed once, so that the process goes on.
 */
export const holdBackImported = async (
  db: Queryable,
  { id: caseId, channel }: CaseRow,
  copies: readonly WrittenCopy[],
): Promise<readonly WrittenCopy[]> => {
  if (channel !== 'import' || (await findLastPerformer(db, caseId)) !== undefined) return copies;
  return copies
    .filter(({ isMain }) => isMain)
    .map((copy) => ({ ...copy, channels: [], announced: null, isHeld: true }));
};
