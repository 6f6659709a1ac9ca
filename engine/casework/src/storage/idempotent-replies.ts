import type { Queryable, Row } from '@irisflow/database';
import { isoOf, jsonOf } from '@irisflow/foundation';

export interface IdempotentReply extends Row {
  operation: string;
  reply: unknown;
}

export const findReply = async (
  db: Queryable,
  { caseId, key }: { caseId: string; key: string },
): Promise<IdempotentReply | undefined> => {
  const rows = await db.query<IdempotentReply>(
    'select operation, reply from casework.idempotent_reply where case_id = $1 and key = $2',
    [caseId, key],
  );
  return rows[0];
};

export const insertReply = (
  db: Queryable,
  given: { caseId: string; key: string; operation: string; reply: unknown; at: number },
) =>
  db.query(
    'insert into casework.idempotent_reply (case_id, key, operation, reply, at) values ($1, $2, $3, $4::jsonb, $5)',
    [given.caseId, given.key, given.operation, jsonOf(given.reply), isoOf(given.at)],
  );
