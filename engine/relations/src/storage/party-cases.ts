import type { Queryable } from '@irisflow/database';
import { tables } from './tables.ts';

/** Keys of the procedures that an administration has. */
export const listOwnProcedureKeys = async (db: Queryable, administration: string): Promise<string[]> => {
  const rows = await tables(db)
    .selectFrom('procedure')
    .select('key')
    .where('administration', '=', administration)
    .execute();
  return rows.map(({ key }) => key);
};

const MANY = 50;

/** The parties of cases that contain words, in the administration that the reader handles cases of; the last ones first. */
export const partiesOfCasesWith = async (db: Queryable, words: string): Promise<string[]> => {
  const rows = await db.query<{ person_id: string }>(
    `select f.person_id from casework.case_file f join casework.cases_with($1) found on found.id = f.id
      group by f.person_id order by max(f.submitted_at) desc limit ${MANY}`,
    [words],
  );
  return rows.map(({ person_id: id }) => id);
};
