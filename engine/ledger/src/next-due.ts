import type { Queryable } from '@irisflow/database';
import { paidOf } from './acts/post.ts';
import { type Cents, least } from './amount.ts';
import { type InstallmentRow, latestPlans, listInstallments, type PlanRow } from './storage/plans.ts';
import type { Receivable } from './storage/receivables.ts';

export interface Next {
  readonly amount: Cents;
  readonly dueOn: string;
}

/** What is to be paid next: the first part that is not paid of a plan that holds, else what is left; since a plan fell all of it is due. */
export const nextOf = (
  receivable: Receivable,
  plan: PlanRow | undefined,
  parts: readonly InstallmentRow[],
): Next | null => {
  const { rest, dueOn } = receivable;
  if (rest <= 0n) return null;
  if (plan === undefined) return { amount: rest, dueOn };
  if (plan.fallen_on !== null) return { amount: rest, dueOn: plan.fallen_on };
  const paid = paidOf(receivable);
  const part = parts.find(({ paid_by_then: until }) => BigInt(until) > paid);
  if (part === undefined) return { amount: rest, dueOn };
  return { amount: least(rest, BigInt(part.paid_by_then) - paid), dueOn: part.due_on };
};

/** How much of it is to be paid next; nothing where nothing is left. */
export const nextDue = async (db: Queryable, receivable: Receivable): Promise<Cents> => {
  const plan = (await latestPlans(db, [receivable.id])).get(receivable.id);
  const parts = plan === undefined ? [] : await listInstallments(db, plan.id);
  return nextOf(receivable, plan, parts)?.amount ?? 0n;
};
