import { requireHeldRight } from '@irisflow/rights';
import type { OfOccurrence } from '../desk/clerk-occurrence.ts';
import { listObligationsOfRight } from '../storage/obligations.ts';
import type { UseCase } from '../surroundings.ts';
import type { MyOccurrence, ObligationView } from '../views/obligation.ts';
import { viewObligation } from '../views/view-obligation.ts';
import { requireHeldOccurrence, viewForHolder } from './held-occurrence.ts';

/** What I have to show for a right, with what was and what lies ahead. */
export const listMyObligations: UseCase<{ readonly rightId: string }, ObligationView[]> = async (
  surroundings,
  actor,
  { rightId },
) =>
  surroundings.database.transaction(async (tx) => {
    const { right } = await requireHeldRight(surroundings, tx, actor, rightId);
    const views: ObligationView[] = [];
    for (const row of await listObligationsOfRight(tx, right.id))
      views.push(await viewObligation(surroundings, tx, row));
    return views;
  });

/** One occurrence: the form by which I answer it, what I sent, and what became of it. */
export const getMyOccurrence: UseCase<OfOccurrence, MyOccurrence> = async (surroundings, actor, { occurrenceId }) =>
  surroundings.database.transaction(async (tx) =>
    viewForHolder(surroundings, tx, await requireHeldOccurrence(surroundings, tx, actor, occurrenceId)),
  );
