import { giveBackOrders, payOrders, returnOrders } from '@irisflow/budgets';
import {
  type Act,
  amountOf,
  type Cents,
  listEntriesOfPayables,
  post,
  reverseAll,
  settleReceivable,
} from '@irisflow/ledger';
import { endPayables, type Ending, type Payable, returnRow } from '../storage/payables.ts';
import { insertPayableNews } from '../storage/news.ts';
import type { Surroundings } from '../surroundings.ts';

/** An order and what becomes of it. */
export interface Ended {
  readonly payable: Payable;
  readonly ending: Omit<Ending, 'id'>;
}

/** Whoever locked the books has read that none of them has ended. */
const mark = async (act: Act, all: readonly Ended[]): Promise<void> => {
  const ended = await endPayables(
    act.tx,
    all.map(({ payable: { id }, ending }) => ({ id, ...ending })),
  );
  if (ended !== all.length) throw new Error(`Expected ${all.length} orders to end, but ${ended} did`);
};

const tell = ({ clock }: Surroundings, { tx }: Act, all: readonly Ended[]): Promise<void> =>
  insertPayableNews(
    tx,
    all.flatMap(({ payable: { id, administration, caseId, amount }, ending: { outcome, on, reason } }) =>
      caseId === null || outcome === 'canceled'
        ? []
        : [
            {
              payableId: id,
              administration,
              caseId,
              name: `payment.${outcome}` as const,
              payment: { payableId: id, amount: amountOf(amount), day: on, reason },
            },
          ],
    ),
    clock.now(),
  );

const sumOf = (all: readonly Ended[]): Cents => all.reduce((sum, { payable }) => sum + payable.amount, 0n);

const keysOf = (all: readonly Ended[]): string[] => all.map(({ payable: { id } }) => id);

/** What the administration owed by orders it owes no more; what they gave back is to be given back again. */
const undo = async (surroundings: Surroundings, act: Act, all: readonly Ended[]): Promise<void> => {
  const reasons = new Map(all.map(({ payable: { id }, ending }) => [id, ending.reason ?? '']));
  const entries = await listEntriesOfPayables(act.tx, [...reasons.keys()]);
  await reverseAll(
    surroundings,
    act,
    entries.map((entry) => ({ entry, reason: reasons.get(entry.payable_id ?? '') ?? '' })),
  );
  const refunded = new Set(all.flatMap(({ payable: { receivableId } }) => receivableId ?? []));
  for (const id of refunded) await settleReceivable(surroundings, act, id);
};

interface OfBatch {
  readonly administration: string;
  readonly batchId: string;
  readonly ended: readonly Ended[];
}

/** What of a batch the bank has answered is on its way no more: it left the account, or is owed as before. */
const leaveTransit = async (
  surroundings: Surroundings,
  act: Act,
  { administration, batchId, ended }: OfBatch,
  { kind, to }: { readonly kind: 'execution' | 'rejection'; readonly to: 'bank' | 'payable' },
): Promise<void> => {
  await mark(act, ended);
  const sum = sumOf(ended);
  await post(surroundings, act, {
    administration,
    kind,
    batchId,
    lines: [
      { account: 'transit', amount: sum },
      { account: to, amount: -sum },
    ],
  });
};

/** The bank has paid orders of a batch: what it was asked for has left the account. */
export const executeOrders = async (surroundings: Surroundings, act: Act, of: OfBatch): Promise<void> => {
  if (of.ended.length === 0) return;
  await leaveTransit(surroundings, act, of, { kind: 'execution', to: 'bank' });
  await payOrders(surroundings, act, keysOf(of.ended));
  await tell(surroundings, act, of.ended);
};

/** The bank has not paid orders of a batch: what it was asked for it does not owe any more, and each order is reversed by name. */
export const rejectOrders = async (surroundings: Surroundings, act: Act, of: OfBatch): Promise<void> => {
  if (of.ended.length === 0) return;
  await leaveTransit(surroundings, act, of, { kind: 'rejection', to: 'payable' });
  await undo(surroundings, act, of.ended);
  await giveBackOrders(surroundings, act, keysOf(of.ended));
  await tell(surroundings, act, of.ended);
};

/** What the bank had paid came back to the account: the order is rejected after all, and reversed by name. */
export const returnOrder = async (
  surroundings: Surroundings,
  act: Act,
  { payable, reason }: { readonly payable: Payable; readonly reason: string },
): Promise<void> => {
  const { id, administration, batchId, amount } = payable;
  const on = act.day;
  await returnRow(act.tx, { id, on, reason });
  await post(surroundings, act, {
    administration,
    kind: 'rejection',
    batchId,
    lines: [
      { account: 'bank', amount },
      { account: 'payable', amount: -amount },
    ],
  });
  const ended: readonly Ended[] = [{ payable, ending: { outcome: 'rejected', on, reason, bankStatus: null } }];
  await undo(surroundings, act, ended);
  await returnOrders(surroundings, act, [id]);
  await tell(surroundings, act, ended);
};

/** An order that no bank was asked for is taken back. */
export const cancelOrders = async (surroundings: Surroundings, act: Act, ended: readonly Ended[]): Promise<void> => {
  await mark(act, ended);
  await undo(surroundings, act, ended);
  await giveBackOrders(surroundings, act, keysOf(ended));
};
