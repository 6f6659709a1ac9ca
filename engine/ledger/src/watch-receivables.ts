import { appendAudit, job } from '@irisflow/access';
import { addDays, dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { amountOf } from './amount.ts';
import { nextDue } from './next-due.ts';
import { lockLedger } from './storage/entries.ts';
import {
  type DueStep,
  insertNews,
  type Late,
  listDueSteps,
  listLate,
  listMissed,
  listUnwarned,
  type Missed,
  takeStep,
} from './storage/news.ts';
import { latestPlans, markFallen, markWarned } from './storage/plans.ts';
import { findReceivable, type Receivable } from './storage/receivables.ts';
import type { Surroundings } from './surroundings.ts';
import type { ReminderStep } from './views/money.ts';

const PAGE = 200;

interface Told extends Late {
  /** The plan that fell, where that is why. */
  readonly planId: string | null;
  readonly step: ReminderStep;
}

/** After how many days the next step follows; null where none does. */
const daysAfter: Readonly<Record<ReminderStep, (receivable: Receivable) => number | null>> = {
  overdue: ({ reminderDays }) => reminderDays,
  reminder: ({ noticeDays }) => noticeDays,
  formalNotice: () => null,
};

const stepAfter: Readonly<Record<ReminderStep, ReminderStep | null>> = {
  overdue: 'reminder',
  reminder: 'formalNotice',
  formalNotice: null,
};

/** Leaves word once for the process of its case; whoever came first has said it. */
const tell = async (
  { clock }: Surroundings,
  tx: Queryable,
  { id, administration, planId, step }: Told,
  today: string,
): Promise<void> => {
  await lockLedger(tx, administration);
  const found = await findReceivable(tx, id);
  if (found === undefined || found.caseId === null || found.rest <= 0n || found.disputedOn !== null) return;
  const { caseId, charged, rest } = found;
  const payment = { receivableId: id, amount: amountOf(charged), rest: amountOf(rest), day: today, step };
  const days = daysAfter[step](found);
  await insertNews(
    tx,
    {
      receivableId: id,
      administration,
      caseId,
      name: 'payment.overdue',
      payment,
      planId,
      nextOn: days === null ? null : addDays(today, days),
    },
    clock.now(),
  );
};

/** Whoever came first: in a dispute nothing of it goes further. */
const isDisputed = async (tx: Queryable, id: string): Promise<boolean> =>
  ((await findReceivable(tx, id))?.disputedOn ?? null) !== null;

/** Leaves word once for each part that is missed, before the plan falls because of it. */
const warn = async (
  { clock }: Surroundings,
  tx: Queryable,
  { planId, id, administration }: Missed,
  today: string,
): Promise<void> => {
  await lockLedger(tx, administration);
  const found = await findReceivable(tx, id);
  const plan = (await latestPlans(tx, [id])).get(id);
  if (found === undefined || found.disputedOn !== null || plan?.id !== planId || plan.grace_days === null) return;
  await markWarned(tx, { planId, today });
  const { caseId, rest } = found;
  if (caseId === null || rest <= 0n) return;
  const missed = await nextDue(tx, found);
  const fallsOn = addDays(today, plan.grace_days + 1);
  const payment = { receivableId: id, amount: amountOf(missed), rest: amountOf(rest), day: today, fallsOn };
  await insertNews(tx, { receivableId: id, administration, caseId, name: 'payment.missed', payment }, clock.now());
};

const fall = async (
  surroundings: Surroundings,
  tx: Queryable,
  { planId, id, administration }: Missed,
  today: string,
): Promise<void> => {
  await lockLedger(tx, administration);
  if (await isDisputed(tx, id)) return;
  await markFallen(tx, { id: planId, on: today });
  await tell(surroundings, tx, { id, administration, planId, step: 'overdue' }, today);
  await appendAudit(surroundings, tx, {
    actor: job('terms'),
    action: 'installments.fell',
    object: `receivable:${id}`,
    administration,
    detail: { plan: planId },
  });
};

/**
 * Goes a step further with what is still owed. Whoever has paid, or pays by a plan that was granted since, is not reminded, and a
 * step that was due meanwhile is let go.
 */
const goFurther = async (
  surroundings: Surroundings,
  tx: Queryable,
  { newsId, id, administration, planId, after }: DueStep,
  today: string,
): Promise<void> => {
  await lockLedger(tx, administration);
  const step = stepAfter[after];
  if (await isDisputed(tx, id)) return;
  if (!(await takeStep(tx, newsId)) || step === null) return;
  const plan = (await latestPlans(tx, [id])).get(id);
  if (plan !== undefined && plan.id !== planId) return;
  await tell(surroundings, tx, { id, administration, planId, step }, today);
};

const each = async <One>(
  { database }: Surroundings,
  list: () => Promise<readonly One[]>,
  work: (tx: Queryable, one: One) => Promise<void>,
): Promise<number> => {
  let done = 0;
  for (;;) {
    const page = await list();
    for (const one of page) await database.transaction((tx) => work(tx, one));
    done += page.length;
    if (page.length < PAGE) return done;
  }
};

/**
 * Warns of parts that are missed, lets plans fall, says once of every receivable that it is overdue, and goes a step further with those
 * whose day has come; answers of how many in all.
 */
export const watchReceivables = async (surroundings: Surroundings): Promise<number> => {
  const { database, clock } = surroundings;
  const page = { today: dayOf(clock.now()), limit: PAGE };
  const warned = await each(
    surroundings,
    () => listUnwarned(database, page),
    (tx, one) => warn(surroundings, tx, one, page.today),
  );
  const fallen = await each(
    surroundings,
    () => listMissed(database, page),
    (tx, one) => fall(surroundings, tx, one, page.today),
  );
  const late = await each(
    surroundings,
    () => listLate(database, page),
    (tx, one) => tell(surroundings, tx, { ...one, planId: null, step: 'overdue' }, page.today),
  );
  const further = await each(
    surroundings,
    () => listDueSteps(database, page),
    (tx, one) => goFurther(surroundings, tx, one, page.today),
  );
  return warned + fallen + late + further;
};
