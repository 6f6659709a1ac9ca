import type { Clerk } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, requireReason } from '@irisflow/foundation';
import { amountOf, centsOf } from '@irisflow/ledger';
import { changeAmount, type Changed, close } from '../acts/change-engagement.ts';
import { type Held, hold } from '../acts/engagement-act.ts';
import { findEngagement } from '../storage/engagements.ts';
import type { UseCase } from '../surroundings.ts';
import type { BudgetLineView } from '../views/budget.ts';
import { onBudget } from './on-budget.ts';
import { viewLine } from './view-line.ts';

export interface OfEngagement {
  readonly engagementId: string;
  readonly reason: string;
}

const holdOwn = async (tx: Queryable, { administration }: Clerk, id: string): Promise<Held> => {
  const found = await findEngagement(tx, id);
  const held = found?.administration === administration ? await hold(tx, found.rootId) : undefined;
  if (held !== undefined) return held;
  throw new CaseworkError('NOT_FOUND', `Expected an engagement ${id.slice(0, 40)}, but there is none`);
};

const refusals: Readonly<
  Record<Exclude<Changed, 'engaged'>, 'NO_BUDGET_LEFT' | 'BUDGET_IN_USE' | 'ENGAGEMENT_CLOSED'>
> = { noBudgetLeft: 'NO_BUDGET_LEFT', alreadyUsed: 'BUDGET_IN_USE', closed: 'ENGAGEMENT_CLOSED' };

/** Raises or lowers an engagement by hand, and says why. */
export const changeEngagement: UseCase<OfEngagement & { readonly amount: string }, BudgetLineView> = (
  surroundings,
  actor,
  { engagementId, amount: written, reason: given },
) =>
  onBudget(surroundings, actor, async ({ tx, clerk }) => {
    const reason = requireReason(given);
    const held = await holdOwn(tx, clerk, engagementId);
    const { result, available } = await changeAmount(surroundings, { tx, actor }, held, {
      amount: centsOf(written),
      reason,
    });
    if (result !== 'engaged')
      throw new CaseworkError(
        refusals[result],
        `Expected ${written} to be engaged, but it is ${result} with ${amountOf(available)} available`,
      );
    const detail = { amount: written };
    const audited = { action: 'engagement.changed', object: `engagement:${held.latest.rootId}`, detail };
    return { reply: await viewLine(tx, clerk, held.line.id), audited };
  });

/** Closes an engagement by hand, and says why: what no order took goes back. */
export const closeByHand: UseCase<OfEngagement, BudgetLineView> = (surroundings, actor, { engagementId, reason }) =>
  onBudget(surroundings, actor, async ({ tx, clerk }) => {
    const held = await holdOwn(tx, clerk, engagementId);
    const released = await close(surroundings, { tx, actor }, held, requireReason(reason));
    const detail = { released: amountOf(released) };
    const audited = { action: 'engagement.closed', object: `engagement:${held.latest.rootId}`, detail };
    return { reply: await viewLine(tx, clerk, held.line.id), audited };
  });
