import { requireClerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { recordOpening } from '@irisflow/casework';
import { requireClerkRight } from '@irisflow/rights';
import { ruleOf } from '../plan/declared.ts';
import { listObligationsOfRight } from '../storage/obligations.ts';
import { listWanted, type Wanted } from '../storage/occurrences.ts';
import type { UseCase } from '../surroundings.ts';
import type { ObligationView, OccurrenceSummary, OccurrenceView } from '../views/obligation.ts';
import { viewObligation, viewOccurrence } from '../views/view-obligation.ts';
import { type OfOccurrence, requireClerkOccurrence, viewForClerk } from './clerk-occurrence.ts';

/** What a page shows: whoever has more works off the first ones first. */
const MOST = 200;

/** What waits for clerks of my administration, is late, or is being waited for; what is due first before the others. */
export const listOccurrences: UseCase<{ readonly wanted: Wanted }, OccurrenceSummary[]> = async (
  surroundings,
  actor,
  { wanted },
) => {
  const { administration } = requireClerk(actor);
  const { database, clock } = surroundings;
  const today = dayOf(clock.now());
  const summaries: OccurrenceSummary[] = [];
  for (const row of await listWanted(database, { administration, wanted, today, limit: MOST })) {
    const rule = await ruleOf(surroundings, database, row);
    const { right_id: rightId, number, holders } = row;
    const holder = holders[0]?.name ?? '';
    summaries.push({ ...viewOccurrence(rule, row, today), name: rule.name, rightId, number, holder });
  }
  return summaries;
};

/** One occurrence: what was sent, what became of it, and what I may make of it. */
export const getOccurrence: UseCase<OfOccurrence, OccurrenceView> = async (surroundings, actor, { occurrenceId }) =>
  surroundings.database.transaction(async (tx) => {
    const found = await requireClerkOccurrence(tx, actor, occurrenceId);
    await recordOpening(surroundings, tx, found);
    return viewForClerk(surroundings, tx, found);
  });

/** What has to be shown for a right, with what was and what lies ahead. */
export const listObligations: UseCase<{ readonly rightId: string }, ObligationView[]> = async (
  surroundings,
  actor,
  { rightId },
) => {
  const { database } = surroundings;
  const { right } = await requireClerkRight(database, actor, rightId);
  const views: ObligationView[] = [];
  for (const row of await listObligationsOfRight(database, right.id))
    views.push(await viewObligation(surroundings, database, row));
  return views;
};
