import type { Queryable } from '@irisflow/database';

/** Whether who asks sees a right, as the walls of rights let them: nothing else of it is known here. */
export const seesRight = async (db: Queryable, rightId: string): Promise<boolean> =>
  (await db.query('select r.id from casework.granted_right r where r.id = $1', [rightId])).length > 0;
