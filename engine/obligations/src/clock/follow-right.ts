import { dayOf, daysBetween, type Plan, plannedFromDay } from '@irisflow/calendar';
import { administrationName } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { record } from '../change/record.ts';
import { planOf, type ObligationPlan } from '../plan/declared.ts';
import { movedBy } from '../plan/ladder.ts';
import {
  changeObligation,
  lockObligation,
  type ObligationChange,
  type ObligationRow,
  standingOf,
} from '../storage/obligations.ts';
import { changeOccurrence, listOccurrences } from '../storage/occurrences.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ObligationAct, ObligationState } from '../views/obligation.ts';

/** What would have been due while the right rested is not asked for; what comes is. */
const nextOf = (plan: Plan, { next_day: known }: ObligationRow, today: string): ObligationChange => {
  if (known === null || known >= today) return {};
  const next = plannedFromDay(plan, today);
  return { next_day: next?.day ?? null, opens_on: next?.opensOn ?? null };
};

/** What was open goes on with the days that were left. */
const moveOpen = async (tx: Queryable, { calendar }: Plan, { id, paused_on: since }: ObligationRow, today: string) => {
  const days = daysBetween(since ?? today, today);
  const open = (await listOccurrences(tx, id)).filter(({ state }) => ['open', 'submitted', 'refused'].includes(state));
  for (const one of open) await changeOccurrence(tx, one.id, movedBy(one, days, calendar));
};

interface Following {
  readonly obligation: ObligationRow;
  readonly plan: ObligationPlan;
  readonly today: string;
}

interface Followed {
  readonly act: ObligationAct;
  readonly change: ObligationChange;
}

/** What an obligation becomes by how its right stands. */
const follow: Readonly<Record<ObligationState, (tx: Queryable, following: Following) => Promise<Followed>>> = {
  ended: async () => ({
    act: 'rightEnded',
    change: { state: 'ended', paused_on: null, ended: 'rightEnded', next_day: null, opens_on: null },
  }),
  paused: async (_, { today }) => ({ act: 'paused', change: { state: 'paused', paused_on: today } }),
  running: async (tx, { obligation, plan, today }) => {
    await moveOpen(tx, plan, obligation, today);
    return { act: 'resumed', change: { state: 'running', paused_on: null, ...nextOf(plan, obligation, today) } };
  },
};

/** Lets an obligation stand as its right does: rights know nothing of what lies on them. */
export const followRight = async (surroundings: Surroundings, tx: Queryable, id: string): Promise<boolean> => {
  const today = dayOf(surroundings.clock.now());
  const obligation = await lockObligation(tx, id);
  const standing = await standingOf(tx, id, today);
  if (obligation === undefined || standing === null) return false;
  if (obligation.state === 'ended' || obligation.state === standing) return false;
  const plan = await planOf(surroundings, tx, obligation);
  const { act, change } = await follow[standing](tx, { obligation, plan, today });
  await changeObligation(tx, id, change);
  const voice = { name: administrationName, author: null, caseId: obligation.case_id };
  await record(surroundings, tx, { obligation, rule: plan.rule, occurrence: null, act, voice });
  return true;
};
