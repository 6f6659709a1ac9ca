import type { Act, Cents } from '@irisflow/ledger';
import { type Batch, findByMessageId } from '../storage/batches.ts';
import { findByEndToEndId, listOfBatch, noteDebited, type Payable } from '../storage/payables.ts';
import type { Surroundings } from '../surroundings.ts';
import { executeOrders, returnOrder } from './end-orders.ts';

/** What a statement says that left the account, or came back to it. */
export interface OnStatement {
  readonly administration: string;
  /** By which it may name a batch or an order of ours, the most certain name first. */
  readonly names: readonly string[];
  /** Above zero, whichever way it went. */
  readonly amount: Cents;
}

/** Why it is left to a person: the sum is another one, it left before, or the order had ended otherwise. */
export type Misfit = 'sum' | 'settled' | 'ended';

export interface Settled {
  readonly batchId: string;
  /** Of one order; null of a whole batch. */
  readonly payableId: string | null;
  readonly misfit: Misfit | null;
}

const sumOf = (all: readonly Payable[]): Cents => all.reduce((sum, { amount }) => sum + amount, 0n);

/** What of a batch the bank still has to take from the account: what it did not reject, and did not take yet. */
const isToCome = ({ outcome, debitedOn, returnedOn }: Payable): boolean =>
  debitedOn === null && (outcome === null || outcome === 'executed' || returnedOn !== null);

interface Leaving {
  readonly administration: string;
  readonly batchId: string;
  readonly orders: readonly Payable[];
}

/** Orders have left the account: those of which the bank had said nothing are executed by it. */
const debit = async (surroundings: Surroundings, act: Act, { administration, batchId, orders }: Leaving) => {
  const open = orders.filter(({ outcome }) => outcome === null);
  await executeOrders(surroundings, act, {
    administration,
    batchId,
    ended: open.map((payable) => ({
      payable,
      ending: { outcome: 'executed', on: act.day, reason: null, bankStatus: null },
    })),
  });
  await noteDebited(
    act.tx,
    orders.map(({ id }) => id),
    act.day,
  );
};

const settleOrder = async (
  surroundings: Surroundings,
  act: Act,
  { payable, amount }: { readonly payable: Payable; readonly amount: Cents },
): Promise<Settled | undefined> => {
  const { id: payableId, administration, batchId, isReleased } = payable;
  if (batchId === null || !isReleased) return undefined;
  const said = (misfit: Misfit | null): Settled => ({ batchId, payableId, misfit });
  if (payable.debitedOn !== null) return said('settled');
  if (!isToCome(payable)) return said('ended');
  if (payable.amount !== amount) return said('sum');
  await debit(surroundings, act, { administration, batchId, orders: [payable] });
  return said(null);
};

const settleBatch = async (
  surroundings: Surroundings,
  act: Act,
  { batch, amount }: { readonly batch: Batch; readonly amount: Cents },
): Promise<Settled | undefined> => {
  const { id: batchId, administration } = batch;
  if (batch.releasedAt === null) return undefined;
  const said = (misfit: Misfit | null): Settled => ({ batchId, payableId: null, misfit });
  const orders = (await listOfBatch(act.tx, batchId)).filter(isToCome);
  if (orders.length === 0) return said(batch.executedOrders === 0 ? 'ended' : 'settled');
  if (sumOf(orders) !== amount) return said('sum');
  await debit(surroundings, act, { administration, batchId, orders });
  return said(null);
};

/** Settles what a debit names: one order, or all of a batch that is still to come. Undefined where it names nothing of ours. */
export const settleByDebit = async (
  surroundings: Surroundings,
  act: Act,
  { administration, names, amount }: OnStatement,
): Promise<Settled | undefined> => {
  for (const name of names) {
    const payable = await findByEndToEndId(act.tx, { administration, endToEndId: name });
    const order = payable && (await settleOrder(surroundings, act, { payable, amount }));
    if (order !== undefined) return order;
    const batch = await findByMessageId(act.tx, { administration, messageId: name });
    const whole = batch && (await settleBatch(surroundings, act, { batch, amount }));
    if (whole !== undefined) return whole;
  }
  return undefined;
};

/** Takes back what the bank had paid of an order and brings back. Undefined where it brings back nothing of ours, or not all of it. */
export const takeReturn = async (
  surroundings: Surroundings,
  act: Act,
  { administration, names, amount, reason }: OnStatement & { readonly reason: string },
): Promise<Settled | undefined> => {
  for (const endToEndId of names) {
    const payable = await findByEndToEndId(act.tx, { administration, endToEndId });
    if (payable?.outcome !== 'executed' || payable.amount !== amount || payable.batchId === null) continue;
    await returnOrder(surroundings, act, { payable, reason });
    return { batchId: payable.batchId, payableId: payable.id, misfit: null };
  }
  return undefined;
};
