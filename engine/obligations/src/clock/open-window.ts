import { job } from '@irisflow/access';
import { dayOf, plannedAfter, plannedOn } from '@irisflow/calendar';
import { administrationName } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { record } from '../change/record.ts';
import { tell } from '../change/tell.ts';
import { planOf } from '../plan/declared.ts';
import { nextTellOn } from '../plan/ladder.ts';
import { changeObligation, lockObligation } from '../storage/obligations.ts';
import { insertOccurrence } from '../storage/occurrences.ts';
import type { Surroundings } from '../surroundings.ts';

/** Opens the next window of an obligation, tells its process, and notes which one comes after it. */
export const openWindow = async (surroundings: Surroundings, tx: Queryable, id: string): Promise<boolean> => {
  const { clock, random } = surroundings;
  const obligation = await lockObligation(tx, id);
  const day = obligation?.next_day ?? null;
  if (obligation?.state !== 'running' || day === null || (obligation.opens_on ?? '') > dayOf(clock.now())) return false;
  const plan = await planOf(surroundings, tx, obligation);
  const window = plannedOn(plan, day);
  const { administration, case_id, person_id } = obligation;
  const due = { due_on: window.dueOn, answer_until: window.answerUntil, told: 0 };
  const occurrence = {
    id: random.id(),
    obligation_id: id,
    administration,
    case_id,
    person_id,
    day,
    ...due,
    state: 'open',
    tell_on: nextTellOn(plan.rule, due),
  } as const;
  await insertOccurrence(tx, occurrence, clock.now());
  const next = plannedAfter(plan, day);
  await changeObligation(tx, id, { next_day: next?.day ?? null, opens_on: next?.opensOn ?? null });
  const voice = { name: administrationName, author: null, caseId: case_id };
  await record(surroundings, tx, { obligation, rule: plan.rule, occurrence, act: 'opened', voice });
  await tell(surroundings, tx, { actor: job('terms'), name: 'obligation.opened', obligation, occurrence });
  return true;
};
