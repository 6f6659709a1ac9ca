import { addDays, dayOf, type Plan, plannedFrom } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { instantOf, instantOrNull, type LocalizedText } from '@irisflow/foundation';
import type { ObligationDescription } from '@irisflow/procedures';
import { ladderOf } from '../plan/ladder.ts';
import { planOf } from '../plan/declared.ts';
import type { EventRow } from '../storage/events.ts';
import { lastDayOfRight, type ObligationRow } from '../storage/obligations.ts';
import { listOccurrences, type OccurrenceRow } from '../storage/occurrences.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ObligationView, Occurrence } from './obligation.ts';

/** How many of those ahead people are shown. */
const PLANNED = 4;

/** An occurrence as everybody reads it. */
export const viewOccurrence = (rule: ObligationDescription, row: OccurrenceRow, today: string): Occurrence => ({
  id: row.id,
  day: row.day,
  dueOn: row.due_on,
  answerUntil: row.answer_until,
  state: row.state,
  isOverdue: (row.state === 'open' || row.state === 'refused') && row.due_on < today,
  step: row.told === 0 ? null : (ladderOf(rule)[row.told - 1]?.step?.name ?? null),
  submittedAt: instantOrNull(row.submitted_at),
});

/** What happened, as everybody reads it. */
export const viewEvent = (
  { sanctions = [] }: ObligationDescription,
  { at, act, step, reason }: EventRow,
): { at: string; act: EventRow['act']; step: LocalizedText | null; reason: string | null } => ({
  at: instantOf(at),
  act,
  step: sanctions.find(({ key }) => key === step)?.name ?? null,
  reason,
});

/** What lies ahead: nothing of one that has ended, and nothing whose window opens once the right is over. */
const plannedOf = async (
  db: Queryable,
  row: ObligationRow,
  { plan, today }: { readonly plan: Plan; readonly today: string },
): Promise<ObligationView['planned']> => {
  if (row.next_day === null) return [];
  const last = await lastDayOfRight(db, row.id, today);
  const planned = plannedFrom(plan, addDays(row.next_day, -1), PLANNED);
  return last === null ? planned : planned.filter(({ opensOn }) => opensOn <= last);
};

/** An obligation with what was and what lies ahead. */
export const viewObligation = async (
  surroundings: Surroundings,
  db: Queryable,
  row: ObligationRow,
): Promise<ObligationView> => {
  const today = dayOf(surroundings.clock.now());
  const plan = await planOf(surroundings, db, row);
  const occurrences = await listOccurrences(db, row.id);
  const { name, summary = null } = plan.rule;
  return {
    id: row.id,
    name,
    summary,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    state: row.state,
    ended: row.ended,
    occurrences: occurrences.toReversed().map((one) => viewOccurrence(plan.rule, one, today)),
    planned: await plannedOf(db, row, { plan, today }),
  };
};
