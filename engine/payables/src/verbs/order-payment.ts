import type { Actor } from '@irisflow/access';
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
};

/** What the process goes on with. */
export interface OrderedPayment {
  readonly payableId: string;
  readonly amount: string;
  readonly dueOn: string;
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

/** Orders a payment in the transaction of a case; it leaves with the batch that an accountant gathers. */
export const orderPayment = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, ordered }: { readonly actor: Actor; readonly ordered: PaymentOrdered },
): Promise<OrderedPayment> => {
  const { amount: written, dueOn: wanted, rightId, ...rest } = ordered;
  const day = dayOf(surroundings.clock.now());
  const amount = centsOf(written);
  const dueOn = requireAhead(day, wanted ?? day);
  if (rightId !== undefined) await requireRight(tx, rightId);
  await lockLedger(tx, ordered.administration);
  const act = { tx, actor, day };
  const payableId = await order(surroundings, act, {
    ...rest,
    amount,
    dueOn,
    receivableId: null,
    rightId: rightId ?? null,
    from: 'expense',
  });
  return { payableId, amount: amountOf(amount), dueOn };
};
