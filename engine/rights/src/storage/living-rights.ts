import type { Queryable } from '@irisflow/database';

/** Whether a case left a right behind that is neither ended on a day nor past its last one. */
export const hasLivingRight = async (
  db: Queryable,
  { caseId, today }: { readonly caseId: string; readonly today: string },
): Promise<boolean> => {
  const rows = await db.query(
    `select 1 from casework.right_version v
      where v.case_id = $1
        and (v.effect <> 'ended' or v.effective_on > $2::date) and (v.valid_to is null or v.valid_to >= $2::date)
        and not exists (select from casework.right_version l
          where l.right_id = v.right_id and (l.effective_on, l.sequence) > (v.effective_on, v.sequence))
      limit 1`,
    [caseId, today],
  );
  return rows.length > 0;
};
