import { type Actor, namesOf } from '@irisflow/access';
import { addDays } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { type ClerkRight, requireClerkRight } from '@irisflow/rights';
import { verdictsOn } from '../change/settle.ts';
import { ruleOf } from '../plan/declared.ts';
import { ladderOf } from '../plan/ladder.ts';
import { listEventsOf } from '../storage/events.ts';
import { findObligation } from '../storage/obligations.ts';
import { findOccurrence } from '../storage/occurrences.ts';
import type { Surroundings } from '../surroundings.ts';
import type { OccurrenceView } from '../views/obligation.ts';
import { viewEvent } from '../views/view-obligation.ts';
import { viewWhole, type Whole } from '../views/view-whole.ts';

export interface OfOccurrence {
  readonly occurrenceId: string;
}

export const unknownOccurrence = (id: string): CaseworkError =>
  new CaseworkError('NOT_FOUND', `Expected an occurrence ${id.slice(0, 80)} to be seen, but there is none`);

/** An occurrence with what it is of; undefined for who does not see it. */
export const findWhole = async (tx: Queryable, id: string): Promise<Pick<Whole, 'obligation' | 'occurrence'>> => {
  const occurrence = await findOccurrence(tx, id);
  const obligation = occurrence === undefined ? undefined : await findObligation(tx, occurrence.obligation_id);
  if (occurrence === undefined || obligation === undefined) throw unknownOccurrence(id);
  return { occurrence, obligation };
};

export type ClerkOccurrence = Whole & ClerkRight;

/** An occurrence of the clerk's administration; those of others do not exist for them. */
export const requireClerkOccurrence = async (tx: Queryable, actor: Actor, id: string): Promise<ClerkOccurrence> => {
  const found = await findWhole(tx, id);
  return { ...found, ...(await requireClerkRight(tx, actor, found.obligation.right_id)) };
};

/** One occurrence as the office sees it. */
export const viewForClerk = async (
  surroundings: Surroundings,
  tx: Queryable,
  found: ClerkOccurrence,
): Promise<OccurrenceView> => {
  const { obligation, occurrence, right, row } = found;
  const rule = await ruleOf(surroundings, tx, obligation);
  const events = await listEventsOf(tx, occurrence.id);
  const names = await namesOf(
    tx,
    events.flatMap(({ author }) => author ?? []),
  );
  return {
    ...(await viewWhole(surroundings, tx, found)),
    holder: right.holders[0]?.name ?? '',
    reference: row.reference,
    ladder: ladderOf(rule).map(({ step, daysAfter }, index) => ({
      step: step?.name ?? null,
      on: addDays(occurrence.due_on, daysAfter),
      isTold: index < occurrence.told,
    })),
    verdicts: verdictsOn(obligation, occurrence),
    history: events.map((event) => ({
      ...viewEvent(rule, event),
      author: event.author === null ? null : (names.get(event.author) ?? null),
    })),
  };
};
