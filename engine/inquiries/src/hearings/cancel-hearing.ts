import { administrationName, requireClerkCase } from '@irisflow/casework';
import { sendLetter } from '@irisflow/dispatch';
import { requireReason } from '@irisflow/foundation';
import { findHearing } from '../storage/hearings.ts';
import { listSummons } from '../storage/summons.ts';
import type { UseCase } from '../surroundings.ts';
import type { HearingView } from '../views/hearing.ts';
import { endHearing } from './end-hearing.ts';
import {
  lockClerkHearing,
  type OfHearing,
  requireScheduled,
  requireUnmoved,
  unknownHearing,
} from './hearing-access.ts';
import { appointedOf, describedHearing, summonedTo, writeSummons } from './summoned.ts';
import { msOf, viewHearings } from './view-hearings.ts';

export interface CancelHearing extends OfHearing {
  readonly reason: string;
}

/** Hears nobody after all, with a letter to everybody who was summoned; the process goes on with the word that it was canceled. */
export const cancelHearing: UseCase<CancelHearing, HearingView[]> = async (surroundings, actor, input) => {
  const { database, library, clock, outboxBell } = surroundings;
  const { caseId, hearingId } = input;
  const reason = requireReason(input.reason);
  const { row: seen } = await requireClerkCase(database, actor, caseId);
  const known = await findHearing(database, hearingId);
  if (known?.case_id !== caseId) throw unknownHearing(hearingId);
  requireScheduled(known, seen);
  const { description } = await library.version(database, seen.procedure_key, seen.procedure_version);
  const { letters } = describedHearing(description, known.key);
  const copies = await writeSummons(surroundings, {
    row: seen,
    template: letters.canceled,
    summoned: summonedTo(await listSummons(database, caseId), hearingId),
    appointed: appointedOf(known),
    reason,
    before: msOf(known),
  });
  const views = await database.transaction(async (tx) => {
    const found = await lockClerkHearing(tx, actor, input);
    const { clerk, row, hearing } = found;
    requireUnmoved(hearing, known);
    await endHearing(surroundings, tx, { actor, found, end: { state: 'canceled', reason }, applicantCame: false });
    await sendLetter(surroundings, { tx, row, voice: { actor: administrationName } }, copies);
    return viewHearings(tx, row, { personId: clerk.person.id, now: clock.now() });
  });
  outboxBell.ring();
  return views;
};
