import type { Queryable, Row } from '@irisflow/database';
import type { AuditContent } from '../audit/entry-hash.ts';
import { jsonOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

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

export interface ChainEnd extends AuditHead {
  readonly chain: string;
}

/** Where every chain ends that the reader may see. */
export const listAuditHeads = async (db: Queryable): Promise<ChainEnd[]> => {
  const rows = await tables(db).selectFrom('audit_head').selectAll().orderBy('chain').execute();
  return rows.map(({ chain, sequence, hash }) => ({ chain, sequence: Number(sequence), hash }));
};

const columns = ['sequence', 'at', 'actor', 'action', 'object', 'outcome', 'detail', 'previous_hash', 'hash'] as const;

export const readAuditChain = (
  db: Queryable,
  { chain, after, limit }: { chain: string; after: number; limit: number },
): Promise<AuditRow[]> =>
  db.query<AuditRow>(
    `select ${columns.join(', ')} from casework.audit_entry
      where chain = $1 and sequence > $2 order by sequence limit $3`,
    [chain, after, limit],
  );

export interface AuditFilter {
  readonly chain: string;
  readonly search: string | null;
  readonly actor: string | null;
  readonly action: string | null;
  readonly object: string | null;
  /** Days in Brussels, both included. */
  readonly from: string | null;
  readonly to: string | null;
}

const matching = `chain = $1
        and ($2::text is null or actor ilike $2 or action ilike $2 or object ilike $2)
        and ($3::text is null or actor = $3)
        and ($4::text is null or action = $4)
        and ($5::text is null or object = $5)
        and ($6::date is null or at >= $6::date::timestamp at time zone 'Europe/Brussels')
        and ($7::date is null or at < ($7::date + 1)::timestamp at time zone 'Europe/Brussels')`;

const valuesOf = ({ chain, search, actor, action, object, from, to }: AuditFilter): unknown[] => [
  chain,
  search,
  actor,
  action,
  object,
  from,
  to,
];

export const searchAuditRows = (
  db: Queryable,
  filter: AuditFilter,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<AuditRow[]> =>
  db.query<AuditRow>(
    `select ${columns.join(', ')} from casework.audit_entry
      where ${matching} and ($8::bigint is null or sequence < $8) order by sequence desc limit $9`,
    [...valuesOf(filter), before, limit],
  );

export const countAuditRows = async (db: Queryable, filter: AuditFilter): Promise<number> => {
  const rows = await db.query<{ total: number }>(
    `select count(*)::int as total from casework.audit_entry where ${matching}`,
    valuesOf(filter),
  );
  return rows[0]?.total ?? 0;
};
