import type { Queryable } from '@irisflow/database';
import { tables } from './tables.ts';

export interface ExternalName {
  readonly administration: string;
  readonly reference: string;
}

/** The case that others know by a name; who asks at the same moment waits, so that one name never makes two cases. */
export const lockExternalReference = async (
  tx: Queryable,
  { administration, reference }: ExternalName,
): Promise<string | null> => {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`case of ${administration} ${reference}`]);
  const row = await tables(tx)
    .selectFrom('external_reference')
    .select('case_id')
    .where('administration', '=', administration)
    .where('reference', '=', reference)
    .executeTakeFirst();
  return row?.case_id ?? null;
};

export const insertExternalReference = (
  tx: Queryable,
  { administration, reference, caseId, at }: ExternalName & { caseId: string; at: string },
) => tables(tx).insertInto('external_reference').values({ administration, reference, case_id: caseId, at }).execute();
