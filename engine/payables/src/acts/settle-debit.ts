import type { Act, Cents } from '@irisflow/ledger';
import { findByMessageId } from '../storage/batches.ts';
import { findByEndToEndId, listOfBatch, type Payable } from '../storage/payables.ts';
import type { Surroundings } from '../surroundings.ts';
import { executeOrders } from './end-orders.ts';

/** Money that left an account, as a bank statement has it. */
export interface Debit {
  readonly administration: string;
  /** MsgId or PmtInfId where a batch was booked as one sum, EndToEndId where an order was. */
  readonly reference: string;
  /** Above zero. */
  readonly amount: Cents;
}

export type DebitSettled =
  /** What it paid is executed now, and booked: whoever reads the statement books nothing of it. */
  | { readonly kind: 'settled'; readonly orders: number }
  /** The bank had said so before; nothing is left to book. */
  | { readonly kind: 'known' }
  /** It is about another amount than what waits: for a person. */
  | { readonly kind: 'differs' }
  | { readonly kind: 'unknown' };

const readOrders = async (act: Act, { administration, reference }: Debit): Promise<readonly Payable[]> => {
  const batch = await findByMessageId(act.tx, { administration, messageId: reference });
  if (batch !== undefined) return listOfBatch(act.tx, batch.id);
  const one = await findByEndToEndId(act.tx, reference);
  return one?.administration === administration ? [one] : [];
};

const sumOf = (all: readonly Payable[]): Cents => all.reduce((sum, { amount }) => sum + amount, 0n);

/**
 * Executes the orders that a debit of a bank statement paid, on the day of the act. The caller has locked the books of the
 * administration, and books the movement itself only where nothing is known of it.
 */
export const settleDebit = async (surroundings: Surroundings, act: Act, debit: Debit): Promise<DebitSettled> => {
  const { administration, amount } = debit;
  const all = (await readOrders(act, debit)).filter(({ isReleased }) => isReleased);
  if (all.length === 0) return { kind: 'unknown' };
  const open = all.filter(({ outcome }) => outcome === null);
  if (open.length === 0)
    return sumOf(all.filter(({ outcome }) => outcome === 'executed')) === amount
      ? { kind: 'known' }
      : { kind: 'differs' };
  if (sumOf(open) !== amount) return { kind: 'differs' };
  await executeOrders(surroundings, act, {
    administration,
    batchId: all[0]?.batchId ?? '',
    ended: open.map((payable) => ({
      payable,
      ending: { outcome: 'executed', on: act.day, reason: null, bankStatus: null },
    })),
  });
  return { kind: 'settled', orders: open.length };
};
