import type { Actor } from '@irisflow/access';
import { type CaseRow, lockSealedCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { putBack, readApart } from '@irisflow/restricted';

/** The case of a job, locked, with the answers that are kept apart: letters say what their template says. */
export const lockWholeCase = async (tx: Queryable, actor: Actor): Promise<CaseRow> => {
  const row = await lockSealedCase(tx, actor);
  return { ...row, data: putBack(row.data, await readApart(tx, row.id)) };
};
