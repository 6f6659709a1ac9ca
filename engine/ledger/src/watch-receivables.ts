import { appendAudit, job } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { amountOf } from './amount.ts';
import { lockLedger } from './storage/entries.ts';
import { insertNews, type Late, listLate, listMissed, type Missed } from './storage/news.ts';
import { markFallen } from './storage/plans.ts';
import { findReceivable } from './storage/receivables.ts';
import type { Surroundings } from './surroundings.ts';

const PAGE = 200;

interface Told extends Late {
  /** The plan that fell, where that is why. */
  readonly planId?: string;
}

/** Leaves word once for the process of its case; whoever came first has said it. */
const tell = async (
  { clock }: Surroundings,
  tx: Queryable,
  { id, administration, planId }: Told,
  today: string,
): Promise<void> => {
  await lockLedger(tx, administration);
  const found = await findReceivable(tx, id);
  if (found === undefined || found.caseId === null || found.rest <= 0n) return;
  const { caseId, charged, rest } = found;
  const payment = { receivableId: id, amount: amountOf(charged), rest: amountOf(rest), day: today };
  await insertNews(
    tx,
    {
      receivableId: id,
      administration,
      caseId,
      name: 'payment.overdue',
      payment,
      ...(planId === undefined ? {} : { planId }),
    },
    clock.now(),
  );
};

const fall = async (
  surroundings: Surroundings,
  tx: Queryable,
  { planId, id, administration }: Missed,
  today: string,
): Promise<void> => {
  await lockLedger(tx, administration);
  await markFallen(tx, { id: planId, on: today });
  await tell(surroundings, tx, { id, administration, planId }, today);
  await appendAudit(surroundings, tx, {
    actor: job('terms'),
    action: 'installments.fell',
    object: `receivable:${id}`,
    administration,
    detail: { plan: planId },
  });
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

/** Lets plans fall of which a part is missed, and says once of every receivable that it is overdue; answers of how many in all. */
export const watchReceivables = async (surroundings: Surroundings): Promise<number> => {
  const { database, clock } = surroundings;
  const page = { today: dayOf(clock.now()), limit: PAGE };
  const fallen = await each(
    surroundings,
    () => listMissed(database, page),
    (tx, one) => fall(surroundings, tx, one, page.today),
  );
  const late = await each(
    surroundings,
    () => listLate(database, page),
    (tx, one) => tell(surroundings, tx, one, page.today),
  );
  return fallen + late;
};
