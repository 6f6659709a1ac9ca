import type { Queryable } from '@irisflow/database';
import { tables } from './tables.ts';

/** Which quota it is: of a procedure of an administration. */
export interface QuotaKey {
  readonly administration: string;
  readonly procedureKey: string;
  readonly quota: string;
}

/** How it stands. */
export interface Count {
  readonly reserved: number;
  readonly held: number;
  readonly waiting: number;
  /** The last event, and the last number given out in the line. */
  readonly events: number;
  readonly lines: number;
}

const none: Count = { reserved: 0, held: 0, waiting: 0, events: 0, lines: 0 };
const columns = ['reserved', 'held', 'waiting', 'events', 'lines'] as const;

/** Places that nobody else can have. */
export const takenOf = ({ reserved, held }: Count): number => reserved + held;

const countOf = (db: Queryable, { administration, procedureKey, quota }: QuotaKey) =>
  tables(db)
    .selectFrom('quota_count')
    .select(columns)
    .where('administration', '=', administration)
    .where('procedure_key', '=', procedureKey)
    .where('quota', '=', quota);

/** How a quota stands; of one that nobody has asked for, nothing. */
export const findCount = async (db: Queryable, key: QuotaKey): Promise<Count> =>
  (await countOf(db, key).executeTakeFirst()) ?? none;

/** Begins to count where nobody has asked for a place before. */
export const openCount = (tx: Queryable, { administration, procedureKey, quota }: QuotaKey) =>
  tables(tx)
    .insertInto('quota_count')
    .values({ administration, procedure_key: procedureKey, quota, ...none })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** Until the transaction ends nobody else gives or takes a place of it: two who want the last one follow each other. */
export const lockCount = (tx: Queryable, key: QuotaKey): Promise<Count> =>
  countOf(tx, key).forUpdate().executeTakeFirstOrThrow();

export const setCount = (tx: Queryable, { administration, procedureKey, quota }: QuotaKey, count: Count) =>
  tables(tx)
    .updateTable('quota_count')
    .set(count)
    .where('administration', '=', administration)
    .where('procedure_key', '=', procedureKey)
    .where('quota', '=', quota)
    .execute();

/** Every quota for which somebody waits. */
export const listWaitedFor = (db: Queryable): Promise<QuotaKey[]> =>
  tables(db)
    .selectFrom('quota_count')
    .select(['administration', 'procedure_key as procedureKey', 'quota'])
    .where('waiting', '>', 0)
    .orderBy('administration')
    .orderBy('procedure_key')
    .orderBy('quota')
    .execute();
