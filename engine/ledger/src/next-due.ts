import type { Queryable } from '@irisflow/database';
import { paidOf } from './acts/post.ts';
import { type Cents, least } from './amount.ts';
import { latestPlans, listInstallments } from './storage/plans.ts';
import type { Receivable } from './storage/receivables.ts';

/** What is to be paid next: the first part that is not paid of a plan that holds, else what is left. */
export const nextDue = async (db: Queryable, receivable: Receivable): Promise<Cents> => {
  const { id, rest } = receivable;
  const plan = (await latestPlans(db, [id])).get(id);
  if (plan === undefined || plan.fallen_on !== null) return rest;
  const paid = paidOf(receivable);
  const next = (await listInstallments(db, plan.id)).find(({ paid_by_then: until }) => BigInt(until) > paid);
  return next === undefined ? rest : least(rest, BigInt(next.paid_by_then) - paid);
};
