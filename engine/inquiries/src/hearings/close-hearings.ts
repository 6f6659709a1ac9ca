import { type CaseRow, insertTimelineEntry, type StepOrigin } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { sendLetter, type WrittenCopy } from '@irisflow/dispatch';
import type { LocalizedText } from '@irisflow/foundation';
import { endHearingRow, type HearingRow, listHearings } from '../storage/hearings.ts';
import { listSummons } from '../storage/summons.ts';
import type { Surroundings } from '../surroundings.ts';
import { hearingTexts } from './hearing-texts.ts';
import { describedHearing, summonedTo, writeSummons } from './summoned.ts';
import { msOf } from './view-hearings.ts';

/** Why a hearing is not held, in the language of the case, as a clerk would write it. */
const caseClosed = { fr: 'Le dossier est clos.', nl: 'Het dossier is afgesloten.', en: 'The case is closed.' };

/** Letters to whoever is summoned to hearings that are to come, by the hearing. */
export type Cancellations = ReadonlyMap<string, readonly WrittenCopy[]>;

const scheduledIn = async (db: Queryable, caseId: string): Promise<HearingRow[]> =>
  (await listHearings(db, caseId)).filter(({ state }) => state === 'scheduled');

/** Writes the letters before a case is closed: that takes a while, and is not done inside a transaction. */
export const prepareCancellations = async (surroundings: Surroundings, row: CaseRow): Promise<Cancellations> => {
  const { database, library, clock } = surroundings;
  const coming = (await scheduledIn(database, row.id)).filter((one) => msOf(one) > clock.now());
  const written = new Map<string, readonly WrittenCopy[]>();
  if (coming.length === 0) return written;
  const { description } = await library.version(database, row.procedure_key, row.procedure_version);
  const summons = await listSummons(database, row.id);
  for (const hearing of coming) {
    const at = msOf(hearing);
    const copies = await writeSummons(surroundings, {
      row,
      template: describedHearing(description, hearing.key).letters.canceled,
      summoned: summonedTo(summons, hearing.id),
      appointed: { at, minutesLong: hearing.minutes_long, place: hearing.place, link: hearing.link },
      reason: caseClosed[row.language],
      before: at,
    });
    written.set(hearing.id, copies);
  }
  return written;
};

interface Closing {
  readonly tx: Queryable;
  /** Locked. */
  readonly row: CaseRow;
  readonly voice: { readonly actor: LocalizedText; readonly origin?: StepOrigin };
}

/** Ends what is still scheduled in a case that closes, and tells everybody who was to come. */
export const cancelHearingsOfCase = async (
  surroundings: Surroundings,
  { tx, row, voice }: Closing,
  letters: Cancellations,
): Promise<void> => {
  const at = surroundings.clock.now();
  for (const { id, label } of await scheduledIn(tx, row.id)) {
    await endHearingRow(tx, { id, state: 'canceled', at, endedBy: null });
    const copies = letters.get(id);
    // Its time is over, or it was summoned this very moment: nobody waits for it.
    if (copies === undefined) continue;
    await insertTimelineEntry(tx, {
      caseId: row.id,
      administration: row.administration,
      at,
      kind: 'hearing.canceled',
      text: hearingTexts.canceled(label),
      visibleToApplicant: true,
      ...voice,
    });
    await sendLetter(surroundings, { tx, row, voice }, copies);
  }
};
