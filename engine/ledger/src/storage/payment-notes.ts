import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface PaymentNote {
  readonly paymentId: string;
  readonly text: string;
  readonly at: Date | string;
  readonly madeBy: string;
}

interface NewNote {
  readonly id: string;
  readonly administration: string;
  readonly paymentId: string;
  readonly text: string;
  readonly at: number;
  readonly madeBy: string;
}

export const insertNote = async (tx: Queryable, { paymentId, madeBy, at, ...note }: NewNote): Promise<void> => {
  await tables(tx)
    .insertInto('payment_note')
    .values({ ...note, payment_id: paymentId, made_by: madeBy, at: isoOf(at) })
    .execute();
};

/** Of payments, the eldest first. What was erased in time is no note any more. */
export const listNotes = async (db: Queryable, paymentIds: readonly string[]): Promise<PaymentNote[]> => {
  if (paymentIds.length === 0) return [];
  return tables(db)
    .selectFrom('payment_note')
    .select(['payment_id as paymentId', 'text', 'at', 'made_by as madeBy'])
    .where('payment_id', 'in', [...paymentIds])
    .where('text', '<>', '')
    .orderBy('at')
    .orderBy('id')
    .execute();
};
