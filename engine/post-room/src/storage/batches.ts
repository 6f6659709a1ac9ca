import { sql, type Queryable } from '@irisflow/database';
import { isoOf, type Locale } from '@irisflow/foundation';
import type { PrintedWay } from '../views/batches.ts';
import { tables } from './tables.ts';

export interface Batch {
  readonly id: string;
  readonly administration: string;
  readonly number: number;
  readonly way: PrintedWay;
  readonly language: Locale | null;
  readonly letters: number;
  readonly madeAt: Date | string;
  readonly madeBy: string;
  readonly prints: number;
  readonly printedAt: Date | string | null;
  readonly postedOn: string | null;
  readonly endedAt: Date | string | null;
}

const batches = (db: Queryable) =>
  tables(db)
    .selectFrom('print_batch as b')
    .select([
      'b.id',
      'b.administration',
      'b.number',
      'b.way',
      'b.language',
      'b.letters',
      'b.made_at as madeAt',
      'b.made_by as madeBy',
      'b.prints',
      'b.printed_at as printedAt',
      sql<string | null>`b.posted_on::text`.as('postedOn'),
      'b.ended_at as endedAt',
    ])
    .$castTo<Batch>();

export const findBatch = (db: Queryable, id: string): Promise<Batch | undefined> =>
  batches(db).where('b.id', '=', id).executeTakeFirst();

/** The same, for whoever changes it: others wait. */
export const lockBatch = (tx: Queryable, id: string): Promise<Batch | undefined> =>
  batches(tx).where('b.id', '=', id).forUpdate().executeTakeFirst();

export const listBatches = (db: Queryable, administration: string, limit: number): Promise<Batch[]> =>
  batches(db)
    .where('b.administration', '=', administration)
    .orderBy('b.made_at', 'desc')
    .orderBy('b.id')
    .limit(limit)
    .execute();

export type NewBatch = Pick<Batch, 'id' | 'administration' | 'number' | 'way' | 'language' | 'letters' | 'madeBy'> & {
  readonly at: number;
};

export const insertBatch = async (tx: Queryable, { at, madeBy, ...batch }: NewBatch): Promise<void> => {
  await tables(tx)
    .insertInto('print_batch')
    .values({ ...batch, made_at: isoOf(at), made_by: madeBy, prints: 0 })
    .execute();
};

/** Numbers follow each other; whoever makes a batch holds the lock of them. */
export const nextNumber = async (tx: Queryable, administration: string): Promise<number> => {
  const last = await tables(tx)
    .selectFrom('print_batch')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('administration', '=', administration)
    .executeTakeFirst();
  return (last?.number ?? 0) + 1;
};

export const notePrinted = async (tx: Queryable, id: string, at: number): Promise<void> => {
  await tables(tx)
    .updateTable('print_batch')
    .set({ prints: sql`prints + 1`, printed_at: isoOf(at) })
    .where('id', '=', id)
    .execute();
};

export interface Ended {
  readonly at: number;
  readonly by: string;
  /** Null where nothing of it was posted. */
  readonly postedOn: string | null;
}

export const endBatch = async (tx: Queryable, id: string, { at, by, postedOn }: Ended): Promise<void> => {
  await tables(tx)
    .updateTable('print_batch')
    .set({ ended_at: isoOf(at), ended_by: by, posted_on: postedOn })
    .where('id', '=', id)
    .execute();
};
