import type { Queryable } from '@irisflow/database';

/** Whether who asks sees a case of their administration, as the walls of cases let them: nothing else of it is known here. */
export const seesCase = async (
  db: Queryable,
  { caseId, administration }: { readonly caseId: string; readonly administration: string },
): Promise<boolean> => {
  const rows = await db.query('select f.id from casework.case_file f where f.id = $1 and f.administration = $2', [
    caseId,
    administration,
  ]);
  return rows.length > 0;
};
