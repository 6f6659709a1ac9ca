import type { Queryable, Row } from '@irisflow/database';
import type { AuditContent } from '../audit/entry-hash.ts';
import { jsonOf } from './columns.ts';

export interface AuditHead {
  readonly sequence: number;
  readonly hash: string;
}

export interface AuditRow extends Row {
  sequence: string;
  at: Date | string;
  actor: string;
  action: string;
  object: string;
  outcome: string;
  detail: Record<string, unknown>;
  previous_hash: string;
  hash: string;
}

/** The end of a chain, locked until the transaction ends: entries follow each other one at a time. */
export const lockAuditHead = async (db: Queryable, chain: string, genesis: string): Promise<AuditHead> => {
  const rows = await db.query<{ sequence: string; hash: string }>(
    'select sequence, hash from casework.lock_audit_head($1, $2)',
    [chain, genesis],
  );
  return { sequence: Number(rows[0]?.sequence ?? 0), hash: rows[0]?.hash ?? genesis };
};

export const insertAuditEntry = (
  db: Queryable,
  { content, previousHash, hash }: { content: AuditContent; previousHash: string; hash: string },
) =>
  db.query('select casework.append_audit_entry($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10)', [
    content.chain,
    content.sequence,
    content.at,
    content.actor,
    content.action,
    content.object,
    content.outcome,
    jsonOf(content.detail),
    previousHash,
    hash,
  ]);

export const listAuditChains = async (db: Queryable): Promise<string[]> =>
  (await db.query<{ chain: string }>('select chain from casework.audit_head order by chain')).map((row) => row.chain);

export const readAuditHead = async (db: Queryable, chain: string): Promise<AuditHead | null> => {
  const rows = await db.query<{ sequence: string; hash: string }>(
    'select sequence, hash from casework.audit_head where chain = $1',
    [chain],
  );
  return rows[0] === undefined ? null : { sequence: Number(rows[0].sequence), hash: rows[0].hash };
};

export const readAuditChain = (
  db: Queryable,
  { chain, after, limit }: { chain: string; after: number; limit: number },
): Promise<AuditRow[]> =>
  db.query<AuditRow>(
    `select sequence, at, actor, action, object, outcome, detail, previous_hash, hash from casework.audit_entry
      where chain = $1 and sequence > $2 order by sequence limit $3`,
    [chain, after, limit],
  );

export interface AuditSearch {
  readonly chain: string;
  readonly search: string | null;
  readonly before: number | null;
  readonly limit: number;
}

const matching = `chain = $1 and ($2::text is null or actor ilike $2 or action ilike $2 or object ilike $2)`;

export const searchAuditRows = (db: Queryable, { chain, search, before, limit }: AuditSearch): Promise<AuditRow[]> =>
  db.query<AuditRow>(
    `select sequence, at, actor, action, object, outcome, detail, previous_hash, hash from casework.audit_entry
      where ${matching} and ($3::bigint is null or sequence < $3) order by sequence desc limit $4`,
    [chain, search, before, limit],
  );

export const countAuditRows = async (db: Queryable, { chain, search }: Pick<AuditSearch, 'chain' | 'search'>) => {
  const rows = await db.query<{ total: number }>(
    `select count(*)::int as total from casework.audit_entry where ${matching}`,
    [chain, search],
  );
  return rows[0]?.total ?? 0;
};
