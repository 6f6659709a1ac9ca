import type { Queryable, Row } from '@irisflow/database';
import { isoOf, jsonOf } from '@irisflow/foundation';

export interface IdempotentReply extends Row {
  operation: string;
  /** Of what was asked; null for what came before it was kept. */
  request_sha256: string | null;
  reply: unknown;
}

export const findReply = async (
  db: Queryable,
  { caseId, key }: { caseId: string; key: string },
): Promise<IdempotentReply | undefined> => {
  const rows = await db.query<IdempotentReply>(
    'select operation, request_sha256, reply from casework.idempotent_reply where case_id = $1 and key = $2',
    [caseId, key],
  );
  return rows[0];
};

export const insertReply = (
  db: Queryable,
  given: { caseId: string; key: string; operation: string; requestSha256: string | null; reply: unknown; at: number },
) =>
  db.query(
    `insert into casework.idempotent_reply (case_id, key, operation, request_sha256, reply, at)
     values ($1, $2, $3, $4, $5::jsonb, $6)`,
    [given.caseId, given.key, given.operation, given.requestSha256, jsonOf(given.reply), isoOf(given.at)],
  );
