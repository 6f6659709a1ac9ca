import type { Actor } from '@irisflow/access';
import { coverOf, takeForOrder, type Uncovered } from '@irisflow/budgets';
import { daysBetween, dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { amountOf, centsOf, lockLedger } from '@irisflow/ledger';
import { type NewOrder, order } from '../acts/order.ts';
import { seesRight } from '../storage/seen-rights.ts';
import type { Surroundings } from '../surroundings.ts';

/** What a procedure pays somebody. */
export type PaymentOrdered = Pick<
  NewOrder,
  'administration' | 'procedureKey' | 'personId' | 'payee' | 'iban' | 'label' | 'communication'
> & {
  readonly caseId: string;
  /** `125.00`. */
  readonly amount: string;
  /** The day on which it is to be paid; today where it is left out. */
  readonly dueOn?: string;
  /** The right that it pays. */
  readonly rightId?: string;
  /** The engagement that it takes from; without it, no budget is asked. */
  readonly engagementId?: string;
};

/** What the process goes on with. */
export interface OrderedPayment {
  readonly result: 'ordered' | Uncovered['result'];
  /** Null where nothing was ordered, because the engagement or the credit of its line does not cover it. */
  readonly payableId: string | null;
  readonly amount: string;
  readonly dueOn: string;
  /** What would have been covered; null where it was ordered. */
  readonly available: string | null;
}

const FARTHEST_DAYS = 3660;

const requireAhead = (today: string, day: string): string => {
  const ahead = daysBetween(today, day);
  if (ahead >= 0 && ahead <= FARTHEST_DAYS) return day;
  throw new CaseworkError('INPUT_INVALID', `Expected a day from ${today} on, within ten years, but found ${day}`);
};

const requireRight = async (tx: Queryable, rightId: string): Promise<void> => {
  if (await seesRight(tx, rightId)) return;
  throw new CaseworkError('INPUT_INVALID', `Expected a right of this case, but found ${rightId.slice(0, 80)}`);
};

/**
 * Orders a payment in the transaction of a case; it leaves with the batch that an accountant gathers. What its engagement does not
 * cover is not ordered, and is no fault.
 */
export const orderPayment = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, ordered }: { readonly actor: Actor; readonly ordered: PaymentOrdered },
): Promise<OrderedPayment> => {
  const { amount: written, dueOn: wanted, rightId, engagementId, ...rest } = ordered;
  const day = dayOf(surroundings.clock.now());
  const amount = centsOf(written);
  const dueOn = requireAhead(day, wanted ?? day);
  if (rightId !== undefined) await requireRight(tx, rightId);
  await lockLedger(tx, ordered.administration);
  const act = { tx, actor, day };
  const said = { amount: amountOf(amount), dueOn };
  const on = engagementId === undefined ? undefined : { caseId: ordered.caseId, engagementId };
  const cover = on === undefined ? undefined : await coverOf(act, on, amount);
  if (cover !== undefined && 'result' in cover) return { ...said, ...cover, payableId: null };
  const payableId = await order(surroundings, act, {
    ...rest,
    amount,
    dueOn,
    receivableId: null,
    rightId: rightId ?? null,
    from: 'expense',
  });
  if (cover !== undefined) await takeForOrder(surroundings, act, { ...cover, payableId, amount });
  return { ...said, result: 'ordered', payableId, available: null };
};
