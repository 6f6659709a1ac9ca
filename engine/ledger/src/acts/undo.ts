import { CaseworkError } from '@irisflow/foundation';
import { amountOf, type Cents } from '../amount.ts';
import { type EntryRow, listEntriesOfPayment, listLinesOf } from '../storage/entries.ts';
import { findPayment, type Payment } from '../storage/payments.ts';
import type { Surroundings } from '../surroundings.ts';
import { accountOf, bookInSuspense } from './pay.ts';
import type { Act } from './post.ts';
import { refuseReversed, reverse } from './reverse.ts';
import { settle } from './settle.ts';
import { tellOfPayment } from './tell-of-payment.ts';

const undone: readonly EntryRow['kind'][] = ['payment', 'allotment', 'payout'];

const requirePaying = ({ kind, number }: EntryRow): void => {
  if (undone.includes(kind)) return;
  throw new CaseworkError('INPUT_INVALID', `Expected a payment to reverse, but entry ${number} is ${kind}`);
};

/** Nobody typed it in: a bank or a payment provider says that it came. */
const isTold = ({ channel }: Payment): boolean => channel === 'statement' || channel === 'online';

/** What an entry put on the account of suspense, or of what is to be given back, has to be there still. */
const requireThere = (there: Cents, wanted: Cents): void => {
  if (there >= wanted) return;
  throw new CaseworkError(
    'PAYMENT_ALLOTTED',
    `Expected ${amountOf(wanted)} to be there still, but found ${amountOf(there)}: the rest is booked on something`,
  );
};

const requireUndone = async (
  act: Act,
  payment: Payment,
  entry: EntryRow,
): Promise<{ readonly amount: Cents; readonly isOnReceivable: boolean }> => {
  const lines = await listLinesOf(act.tx, [entry.id]);
  const amount = lines.find((line) => line.amount > 0n)?.amount ?? 0n;
  const isOnReceivable = entry.receivable_id !== null;
  if (entry.kind === 'payment' && !isOnReceivable) {
    if (isTold(payment))
      throw new CaseworkError(
        'PAYMENT_OF_BANK',
        'Expected a payment that somebody entered, but the bank or a payment provider says this one',
      );
    requireThere(payment.suspense, amount);
  }
  if (entry.kind === 'allotment' && !isOnReceivable) requireThere(payment.refund, amount);
  return { amount, isOnReceivable };
};

/**
 * Undoes that a payment was booked on something. What was allotted waits again; what somebody entered by mistake is gone. What a
 * bank or a payment provider says did come in, so that of its payments every one waits again.
 */
export const undo = async (
  surroundings: Surroundings,
  act: Act,
  { entry, reason }: { readonly entry: EntryRow; readonly reason: string },
): Promise<void> => {
  requirePaying(entry);
  const payment = entry.payment_id === null ? undefined : await findPayment(act.tx, entry.payment_id);
  if (payment === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected the payment of entry ${entry.number}, but there is none`);
  refuseReversed(entry, await listEntriesOfPayment(act.tx, payment.id));
  const { amount, isOnReceivable } = await requireUndone(act, payment, entry);
  await reverse(surroundings, act, { entry, reason });
  const { id: paymentId, administration, channel } = payment;
  if (entry.kind === 'payment' && isOnReceivable && isTold(payment))
    await bookInSuspense(surroundings, act, { administration, paymentId, amount, from: accountOf[channel] });
  if (entry.receivable_id === null) return;
  const receivable = await settle(surroundings, act, entry.receivable_id);
  await tellOfPayment(surroundings, act, { name: 'payment.reversed', receivable, amount });
};
