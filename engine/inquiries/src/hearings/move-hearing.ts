import { administrationName, requireClerkCase } from '@irisflow/casework';
import { sendLetter } from '@irisflow/dispatch';
import { requireReason } from '@irisflow/foundation';
import { findHearing, moveHearingRow } from '../storage/hearings.ts';
import { listSummons, releaseSummoned } from '../storage/summons.ts';
import type { UseCase } from '../surroundings.ts';
import type { HearingView } from '../views/hearing.ts';
import { appointedTime, type Wanted } from './appointed-time.ts';
import {
  lockClerkHearing,
  type OfHearing,
  requireScheduled,
  requireUnmoved,
  traceHearing,
  unknownHearing,
} from './hearing-access.ts';
import { hearingTexts } from './hearing-texts.ts';
import {
  appointedOf,
  describedHearing,
  partOfGone,
  presentParticipants,
  summonedTo,
  writeSummons,
} from './summoned.ts';
import { msOf, viewHearings } from './view-hearings.ts';

export interface MoveHearing extends OfHearing, Wanted {
  readonly reason: string;
}

/** Moves a hearing, with a letter to everybody who was summoned; the notice counts again. Who takes part no longer is told that it is canceled. */
export const moveHearing: UseCase<MoveHearing, HearingView[]> = async (surroundings, actor, input) => {
  const { database, library, clock } = surroundings;
  const { caseId, hearingId } = input;
  const reason = requireReason(input.reason);
  const { row: seen } = await requireClerkCase(database, actor, caseId);
  const known = await findHearing(database, hearingId);
  if (known?.case_id !== caseId) throw unknownHearing(hearingId);
  requireScheduled(known, seen);
  const { description } = await library.version(database, seen.procedure_key, seen.procedure_version);
  const described = describedHearing(description, known.key);
  const wanted = { minutesLong: known.minutes_long, ...input };
  const appointed = await appointedTime(surroundings, database, { row: seen, described, wanted });
  const present = await presentParticipants(database, surroundings, caseId);
  const { staying, gone } = partOfGone(summonedTo(await listSummons(database, caseId), hearingId), present);
  const before = msOf(known);
  const news = { row: seen, reason, before };
  const copies = [
    ...(await writeSummons(surroundings, { ...news, template: described.letters.moved, summoned: staying, appointed })),
    ...(await writeSummons(surroundings, {
      ...news,
      template: described.letters.canceled,
      summoned: gone.map((participantId) => ({ participantId })),
      appointed: appointedOf(known),
    })),
  ];
  return database.transaction(async (tx) => {
    const found = await lockClerkHearing(tx, actor, input);
    const { clerk, row, hearing } = found;
    requireUnmoved(hearing, known);
    await moveHearingRow(tx, { ...appointed, id: hearingId, reason, movedAt: clock.now() });
    const text = hearingTexts.moved(hearing.label, appointed.at);
    await traceHearing(surroundings, tx, found, { actor, hearing, what: 'moved', text });
    await releaseSummoned(tx, { hearingId, participants: gone, at: clock.now() });
    await sendLetter(surroundings, { tx, row, voice: { actor: administrationName } }, copies);
    return viewHearings(tx, row, { personId: clerk.person.id, now: clock.now() });
  });
};
