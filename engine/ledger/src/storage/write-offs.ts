import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface WriteOffRow {
  readonly id: string;
  readonly administration: string;
  readonly receivable_id: string;
  readonly reason: string;
  readonly asked_at: Date | string;
  readonly asked_by: string;
}

const asked = (db: Queryable) =>
  tables(db)
    .selectFrom('write_off')
    .select(['id', 'administration', 'receivable_id', 'reason', 'asked_at', 'asked_by'])
    .where('state', '=', 'asked');

export const insertWriteOff = async (
  tx: Queryable,
  { askedAt, ...row }: Omit<WriteOffRow, 'asked_at'> & { readonly askedAt: number },
): Promise<void> => {
  await tables(tx)
    .insertInto('write_off')
    .values({ ...row, asked_at: isoOf(askedAt), state: 'asked' })
    .execute();
};

/** Those that wait for somebody else, the eldest first. */
export const listAskedWriteOffs = (db: Queryable, administration: string, limit: number): Promise<WriteOffRow[]> =>
  asked(db).where('administration', '=', administration).orderBy('asked_at').orderBy('id').limit(limit).execute();

export const findAskedFor = (db: Queryable, receivableId: string): Promise<WriteOffRow | undefined> =>
  asked(db).where('receivable_id', '=', receivableId).executeTakeFirst();

export const findAsked = (db: Queryable, id: string): Promise<WriteOffRow | undefined> =>
  asked(db).where('id', '=', id).executeTakeFirst();

export interface Decided {
  readonly id: string;
  readonly state: 'approved' | 'refused';
  readonly at: number;
  readonly by: string;
}

export const decideRow = async (tx: Queryable, { id, state, at, by }: Decided): Promise<void> => {
  await tables(tx)
    .updateTable('write_off')
    .set({ state, decided_at: isoOf(at), decided_by: by })
    .where('id', '=', id)
    .execute();
};
