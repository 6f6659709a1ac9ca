import { sql, type Queryable, type Row } from '@irisflow/database';
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

/** What entries about a case sealed beside the chain, by key: tasks, incidents and instances name their case. */
export const listSealedIds = async (
  db: Queryable,
  { chain, caseId }: { readonly chain: string; readonly caseId: string },
): Promise<string[]> => {
  const rows = await db.query<{ id: string }>(
    `select detail -> 'sealed' ->> 'id' as id from casework.audit_entry
      where chain = $1 and detail ? 'sealed' and detail ->> 'case' = $2`,
    [chain, caseId],
  );
  return rows.map(({ id }) => id);
};

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

/** Days begin in Brussels. */
const startOf = (day: string, later = 0) =>
  sql<string>`(${day}::date + ${later}::integer)::timestamp at time zone 'Europe/Brussels'`;

/** Equality goes by index; words are looked for in every entry of the chain. */
const matching = (db: Queryable, { chain, search, from, to, ...exact }: AuditFilter) => {
  let query = tables(db).selectFrom('audit_entry').where('chain', '=', chain);
  for (const column of ['actor', 'action', 'object'] as const) {
    const wanted = exact[column];
    if (wanted !== null) query = query.where(column, '=', wanted);
  }
  if (search !== null)
    query = query.where(sql<boolean>`(actor ilike ${search} or action ilike ${search} or object ilike ${search})`);
  if (from !== null) query = query.where('at', '>=', startOf(from));
  if (to !== null) query = query.where('at', '<', startOf(to, 1));
  return query;
};

export const searchAuditRows = (
  db: Queryable,
  filter: AuditFilter,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<AuditRow[]> => {
  const page = matching(db, filter).select(columns).$castTo<AuditRow>().orderBy('sequence', 'desc').limit(limit);
  return (before === null ? page : page.where('sequence', '<', String(before))).execute();
};

export const countAuditRows = async (db: Queryable, filter: AuditFilter): Promise<number> => {
  const row = await matching(db, filter)
    .select((one) => one.fn.countAll<string>().as('total'))
    .executeTakeFirst();
  return Number(row?.total ?? 0);
};
