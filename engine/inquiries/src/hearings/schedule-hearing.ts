import type { Queryable } from '@irisflow/database';
import { dayOf } from '@irisflow/calendar';
import { type CaseRow, insertTimelineEntry, type StepOrigin } from '@irisflow/casework';
import { sendLetter, type WrittenCopy } from '@irisflow/dispatch';
import { CaseworkError, type Locale, type LocalizedText } from '@irisflow/foundation';
import type { HearingDescription } from '@irisflow/procedures';
import { insertHearing } from '../storage/hearings.ts';
import { insertSummons, type Summoned } from '../storage/summons.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Appointed, appointedTime, type Wanted } from './appointed-time.ts';
import { hearingTexts } from './hearing-texts.ts';
import { describedHearing, presentParticipants, summonedByRule, summonedOf, writeSummons } from './summoned.ts';

/** A hearing that is asked for. */
export interface HearingOrder extends Wanted {
  /** Of a hearing that the procedure declares. */
  readonly key: string;
  /** That of the case where it is left out. */
  readonly language?: Locale;
  /** Ids of participants, and `applicant`; whom the procedure says where it is left out. */
  readonly summons?: readonly string[];
}

export interface PreparedHearing extends Appointed {
  readonly described: HearingDescription;
  readonly language: Locale;
  readonly summoned: readonly Summoned[];
  readonly copies: readonly WrittenCopy[];
}

export interface HearingScheduled {
  /** What `hearing.held` is correlated on. */
  readonly hearingId: string;
  readonly day: string;
}

const requireOpen = ({ id, closed_at: closedAt }: CaseRow): void => {
  if (closedAt !== null) throw new CaseworkError('CASE_ENDED', `Expected an open case, but ${id} is closed`);
};

/** Looks at what is asked for and writes the letters: that takes a while, and is not done inside a transaction. */
export const prepareHearing = async (
  surroundings: Surroundings,
  row: CaseRow,
  order: HearingOrder,
): Promise<PreparedHearing> => {
  const { database, library } = surroundings;
  requireOpen(row);
  const { description } = await library.version(database, row.procedure_key, row.procedure_version);
  const described = describedHearing(description, order.key);
  const present = await presentParticipants(database, surroundings, row.id);
  const named = order.summons ?? summonedByRule(described, present);
  const summoned = summonedOf({ row, description, present }, named);
  const appointed = await appointedTime(surroundings, database, { row, described, wanted: order });
  const template = described.letters.summons;
  const copies = await writeSummons(surroundings, { row, template, summoned, appointed });
  return { ...appointed, described, language: order.language ?? row.language, summoned, copies };
};

interface Scheduling {
  readonly tx: Queryable;
  /** Locked. */
  readonly row: CaseRow;
  readonly prepared: PreparedHearing;
  /** Null where the process asks. */
  readonly scheduledBy: string | null;
  /** How the timeline names who asks. */
  readonly voice: { readonly actor: LocalizedText; readonly origin?: StepOrigin };
}

/** Schedules a hearing and sends its summons, in one transaction. */
export const scheduleHearing = async (
  surroundings: Surroundings,
  { tx, row, prepared, scheduledBy, voice }: Scheduling,
): Promise<HearingScheduled> => {
  const { clock, random } = surroundings;
  const { described, summoned, copies, at, minutesLong, place, link, language } = prepared;
  requireOpen(row);
  const hearingId = random.id();
  const { id: caseId, administration } = row;
  const now = clock.now();
  const { key, label } = described;
  await insertHearing(tx, {
    id: hearingId,
    caseId,
    administration,
    key,
    label,
    at,
    minutesLong,
    place,
    link,
    language,
    ledBy: scheduledBy,
    scheduledAt: now,
    scheduledBy,
  });
  await insertSummons(tx, { hearingId, caseId, administration }, summoned);
  await insertTimelineEntry(tx, {
    caseId,
    administration,
    at: now,
    kind: 'hearing.scheduled',
    text: hearingTexts.scheduled(label, at),
    visibleToApplicant: true,
    ...voice,
  });
  await sendLetter(surroundings, { tx, row, voice }, copies);
  return { hearingId, day: dayOf(at) };
};
