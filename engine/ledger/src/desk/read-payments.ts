import { appendAudit, type Clerk, namesOf } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, cursorOf, foldedWords, instantOf, pageLimit, positionOf } from '@irisflow/foundation';
import { amountOf } from '../amount.ts';
import { proposeAll, proposeOne } from '../propose.ts';
import { listEntriesOfPayment, listLinesOf } from '../storage/entries.ts';
import { listNotes } from '../storage/payment-notes.ts';
import { countWaiting, findPayment, listWaiting as listRows, type Payment } from '../storage/payments.ts';
import { listReceivablesIn } from '../storage/receivables.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { viewEntries } from '../view-entries.ts';
import type { PaymentView, WaitingFilter, WaitingPaymentPage } from '../views/money.ts';
import { requireAccountant } from './accountant.ts';

export interface AskedPayments {
  readonly filter?: WaitingFilter;
  /** Words of who paid, or of what they wrote. */
  readonly search?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

const aboutOf = ({ id, day, channel, reference, payer, amount, suspense, refund }: Payment) => ({
  id,
  day,
  channel,
  reference,
  payer,
  amount: amountOf(amount),
  rest: amountOf(suspense),
  refundDue: amountOf(refund),
});

/** Money that nobody has recognized, or that is to be given back, the eldest first. */
export const listWaitingPayments: UseCase<AskedPayments, WaitingPaymentPage> = async (
  { database },
  actor,
  { filter = 'waits', search, cursor, limit },
) => {
  const { administration } = requireAccountant(actor);
  const most = pageLimit(limit);
  const wanted = { administration, filter, words: foldedWords(search) };
  const rows = await listRows(database, { ...wanted, after: positionOf(cursor, 'day'), limit: most + 1 });
  const page = rows.slice(0, most);
  const last = page.at(-1);
  const notes = new Map(
    (
      await listNotes(
        database,
        page.map(({ id }) => id),
      )
    ).map(({ paymentId, text }) => [paymentId, text]),
  );
  const items: WaitingPaymentPage['items'] = [];
  for (const payment of page) {
    items.push({
      ...aboutOf(payment),
      note: notes.get(payment.id) ?? null,
      proposal: await proposeOne(database, payment),
    });
  }
  return {
    items,
    total: await countWaiting(database, wanted),
    nextCursor: rows.length > most && last !== undefined ? cursorOf({ sort: last.day, id: last.id }) : null,
  };
};

/** A payment of their administration. */
export const requirePayment = async (db: Queryable, { administration }: Clerk, id: string): Promise<Payment> => {
  const found = await findPayment(db, id);
  if (found?.administration === administration) return found;
  throw new CaseworkError('NOT_FOUND', `Expected a payment ${id.slice(0, 40)}, but there is none`);
};

const viewPaymentEntries = async (db: Queryable, paymentId: string): Promise<PaymentView['entries']> => {
  const rows = await listEntriesOfPayment(db, paymentId);
  const lines = await listLinesOf(
    db,
    rows.map(({ id }) => id),
  );
  const ids = rows.map(({ receivable_id: id }) => id);
  const receivables = new Map(
    (
      await listReceivablesIn(
        db,
        ids.filter((id) => id !== null),
      )
    ).map(({ id, label }) => [id, { id, label }]),
  );
  return viewEntries(rows, lines).map((entry, place) => ({
    ...entry,
    receivable: receivables.get(ids[place] ?? '') ?? null,
  }));
};

export const viewPayment = async (
  { clock }: Pick<Surroundings, 'clock'>,
  db: Queryable,
  payment: Payment,
): Promise<PaymentView> => {
  const notes = await listNotes(db, [payment.id]);
  const names = await namesOf(
    db,
    notes.map(({ madeBy }) => madeBy),
  );
  return {
    ...aboutOf(payment),
    notes: notes.map(({ text, at, madeBy }) => ({ text, at: instantOf(at), by: names.get(madeBy) ?? '' })),
    entries: await viewPaymentEntries(db, payment.id),
    proposals: await proposeAll(db, payment, dayOf(clock.now())),
  };
};

/** Opens one; that it was opened is in the audit. */
export const getPayment: UseCase<{ readonly paymentId: string }, PaymentView> = (
  surroundings,
  actor,
  { paymentId },
) => {
  const clerk = requireAccountant(actor);
  return surroundings.database.transaction(async (tx) => {
    const view = await viewPayment(surroundings, tx, await requirePayment(tx, clerk, paymentId));
    await appendAudit(surroundings, tx, {
      actor,
      action: 'payment.opened',
      object: `payment:${paymentId}`,
      administration: clerk.administration,
    });
    return view;
  });
};
