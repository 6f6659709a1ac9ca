import { administrationName, lockCase, recordOpening } from '@irisflow/casework';
import { type Judgment, settle } from '../change/settle.ts';
import { tell } from '../change/tell.ts';
import { lockOccurrence } from '../storage/occurrences.ts';
import type { UseCase } from '../surroundings.ts';
import type { OccurrenceView } from '../views/obligation.ts';
import { type OfOccurrence, requireClerkOccurrence, unknownOccurrence, viewForClerk } from './clerk-occurrence.ts';

/** Accepts an answer, asks again, refuses or waives; its process is told, and its holder reads why. */
export const judgeOccurrence: UseCase<OfOccurrence & Judgment, OccurrenceView> = async (
  surroundings,
  actor,
  { occurrenceId, ...judgment },
) => {
  const view = await surroundings.database.transaction(async (tx) => {
    const found = await requireClerkOccurrence(tx, actor, occurrenceId);
    const { clerk, row, obligation } = found;
    // The case first, as everybody locks it.
    await lockCase(tx, row.id);
    const occurrence = await lockOccurrence(tx, occurrenceId);
    if (occurrence === undefined) throw unknownOccurrence(occurrenceId);
    const voice = { name: administrationName, author: clerk.person.id, caseId: row.id };
    const settled = await settle(surroundings, tx, { obligation, occurrence, judgment, voice });
    const told = {
      actor,
      name: 'obligation.settled',
      action: `obligation.${settled.act}`,
      outcome: settled.act,
    } as const;
    await tell(surroundings, tx, { ...told, obligation, occurrence: settled.occurrence });
    await recordOpening(surroundings, tx, found);
    return viewForClerk(surroundings, tx, { ...found, occurrence: settled.occurrence });
  });
  surroundings.outboxBell.ring();
  return view;
};
