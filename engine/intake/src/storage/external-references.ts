import { type Queryable, takeNamedLock } from '@irisflow/database';
import { tables } from './tables.ts';

export interface ExternalName {
  readonly administration: string;
  readonly reference: string;
}

export interface KnownReference {
  readonly caseId: string;
  /** Of what was told when it was opened; null for what came before that was kept. */
  readonly requestSha256: string | null;
}

/** The case that others know by a name; who asks at the same moment waits, so that one name never makes two cases. */
export const lockExternalReference = async (
  tx: Queryable,
  { administration, reference }: ExternalName,
): Promise<KnownReference | null> => {
  await takeNamedLock(tx, `case of ${administration} ${reference}`);
  const row = await tables(tx)
    .selectFrom('external_reference')
    .select(['case_id', 'request_sha256'])
    .where('administration', '=', administration)
    .where('reference', '=', reference)
    .executeTakeFirst();
  return row === undefined ? null : { caseId: row.case_id, requestSha256: row.request_sha256 };
};

export const insertExternalReference = (
  tx: Queryable,
  { administration, reference, caseId, requestSha256, at }: ExternalName & KnownReference & { at: string },
) =>
  tables(tx)
    .insertInto('external_reference')
    .values({ administration, reference, case_id: caseId, request_sha256: requestSha256, at })
    .execute();
