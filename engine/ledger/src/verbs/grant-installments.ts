import { type Actor, actorReference } from '@irisflow/access';
import { addMonths, daysBetween, dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { paidOf, reread } from '../acts/post.ts';
import { amountOf, partsOf } from '../amount.ts';
import { lockLedger } from '../storage/entries.ts';
import { insertPlan, latestPlans } from '../storage/plans.ts';
import type { Receivable } from '../storage/receivables.ts';
import type { Surroundings } from '../surroundings.ts';
import { requireOfCase } from './require-of-case.ts';

export interface InstallmentsAsked {
  readonly receivableId: string;
  /** Into how many parts what is left is divided, one a month. */
  readonly count: number;
  /** Last day of the first part. */
  readonly firstDueOn: string;
  /** For how many days the plan holds on after a part that is missed, which the process is told; it falls at once where it is left out. */
  readonly graceDays?: number;
}

export interface GrantedInstallments {
  readonly installments: { readonly dueOn: string; readonly amount: string }[];
}

const FARTHEST_DAYS = 366;

const requireDivisible = ({ rest }: Receivable, count: number): void => {
  if (rest >= BigInt(count)) return;
  throw new CaseworkError(
    'NOTHING_LEFT',
    `Expected something left to pay in ${count} parts, but found ${amountOf(rest)}`,
  );
};

const requireAhead = (today: string, day: string): void => {
  const ahead = daysBetween(today, day);
  if (ahead >= 0 && ahead <= FARTHEST_DAYS) return;
  throw new CaseworkError('INPUT_INVALID', `Expected a first day within a year from ${today} on, but found ${day}`);
};

const refuseSecond = async (tx: Queryable, id: string): Promise<void> => {
  const plan = (await latestPlans(tx, [id])).get(id);
  if (plan === undefined || plan.fallen_on !== null) return;
  throw new CaseworkError('PLAN_HOLDS', `Expected no plan that holds for ${id}, but there is one`);
};

/** Lets somebody pay what is left in parts, one a month. A part that is missed makes the plan fall, at once or after a warning. */
export const grantInstallments = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, caseId, asked }: { readonly actor: Actor; readonly caseId: string; readonly asked: InstallmentsAsked },
): Promise<GrantedInstallments> => {
  const { receivableId: id, count, firstDueOn, graceDays = null } = asked;
  const today = dayOf(surroundings.clock.now());
  const { administration } = await requireOfCase(tx, { caseId, receivableId: id });
  await lockLedger(tx, administration);
  const receivable = await reread(tx, id);
  requireDivisible(receivable, count);
  requireAhead(today, firstDueOn);
  await refuseSecond(tx, id);
  let paidByThen = paidOf(receivable);
  const parts = partsOf(receivable.rest, count).map((amount, place) => {
    paidByThen += amount;
    return { dueOn: addMonths(firstDueOn, place), amount, paidByThen };
  });
  await insertPlan(tx, {
    id: surroundings.random.id(),
    administration,
    receivableId: id,
    grantedOn: today,
    grantedBy: actorReference(actor),
    graceDays,
    parts,
  });
  return { installments: parts.map(({ dueOn, amount }) => ({ dueOn, amount: amountOf(amount) })) };
};
