import { Readable } from 'node:stream';
import { namesOf, requireClerk } from '@irisflow/access';
import { calendarFile, dayOf, timeOf } from '@irisflow/calendar';
import { requireClerkCase, requireSharedCase } from '@irisflow/casework';
import { instantOf, type Locale } from '@irisflow/foundation';
import { type DeskHearingRow, findHearing, listDeskHearings } from '../storage/hearings.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { HearingChoices, HearingSummary, HearingView, SharedHearing } from '../views/hearing.ts';
import { earliestDay } from './appointed-time.ts';
import { type OfHearing, unknownHearing } from './hearing-access.ts';
import { applicantRole } from './hearing-texts.ts';
import { APPLICANT, presentParticipants, summonedByRule, summonedOf } from './summoned.ts';
import { msOf, stateOf, viewHearings, viewSharedHearings } from './view-hearings.ts';

export interface OfCase {
  readonly caseId: string;
}

/** Who has more has to hold them first. */
const SHOWN = 200;

/** The hearings of a case of my administration. */
export const listHearingsOfCase: UseCase<OfCase, HearingView[]> = async ({ database, clock }, actor, { caseId }) => {
  const { clerk, row } = await requireClerkCase(database, actor, caseId);
  return viewHearings(database, row, { personId: clerk.person.id, now: clock.now() });
};

/** What a clerk can schedule for a case, from when on, and whom they can summon. */
export const listHearingChoices: UseCase<OfCase, HearingChoices> = async (surroundings, actor, { caseId }) => {
  const { database, library, clock } = surroundings;
  const { row } = await requireClerkCase(database, actor, caseId);
  const { description } = await library.version(database, row.procedure_key, row.procedure_version);
  const present = await presentParticipants(database, surroundings, caseId);
  const today = dayOf(clock.now());
  const declared = (description.hearings ?? []).map(async (one) => ({
    key: one.key,
    label: one.label,
    earliestOn: await earliestDay(database, row, one, today),
    summons: [...summonedByRule(one, present)],
  }));
  const others = present.map(({ id }) => id);
  const people = others.length === 0 ? [] : summonedOf({ row, description, present }, others);
  return {
    declared: await Promise.all(declared),
    people: [
      { id: APPLICANT, name: row.applicant, role: applicantRole },
      ...people.map(({ participantId, name, role }) => ({ id: participantId ?? APPLICANT, name, role })),
    ],
    language: row.language,
  };
};

const summaryOf = async (
  { database, library, clock }: Surroundings,
  row: DeskHearingRow,
  { names, me }: { readonly names: ReadonlyMap<string, string>; readonly me: string },
): Promise<HearingSummary> => ({
  id: row.id,
  caseId: row.case_id,
  reference: row.reference,
  procedure: (await library.version(database, row.procedure_key, row.procedure_version)).description.title,
  applicant: row.applicant,
  label: row.label,
  at: instantOf(row.at),
  day: dayOf(msOf(row)),
  time: timeOf(msOf(row)),
  place: row.place,
  link: row.link,
  language: row.language,
  ledBy: row.led_by === null ? null : (names.get(row.led_by) ?? null),
  isMine: row.led_by === me,
  hasBegun: msOf(row) <= clock.now(),
  hasWish: row.wish !== null && row.wish_answered_at === null,
});

/** The hearings that I hold, or all of my administration, that are still to be held or told of; the first one first. */
export const listOfficeHearings: UseCase<{ readonly isMine: boolean }, HearingSummary[]> = async (
  surroundings,
  actor,
  { isMine },
) => {
  const { administration, person } = requireClerk(actor);
  const { database } = surroundings;
  const ledBy = isMine ? person.id : null;
  const rows = await listDeskHearings(database, { administration, ledBy, limit: SHOWN });
  const names = await namesOf(
    database,
    rows.map((row) => row.led_by).filter((id) => id !== null),
  );
  return Promise.all(rows.map((row) => summaryOf(surroundings, row, { names, me: person.id })));
};

/** The hearings of my case, or of one in which I take part. */
export const listMyHearings: UseCase<OfCase, SharedHearing[]> = async (surroundings, actor, { caseId }) => {
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    const { row, part } = await requireSharedCase(surroundings, tx, actor, caseId);
    const isApplicant = part === null;
    return viewSharedHearings(tx, row, { now: clock.now(), isApplicant, mayAct: isApplicant || part.access === 'act' });
  });
};

export interface CalendarFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly content: Readable;
}

/** A hearing of my case as a file for my calendar. */
export const downloadMyHearing: UseCase<OfHearing & { readonly language: Locale }, CalendarFile> = async (
  surroundings,
  actor,
  { caseId, hearingId, language },
) => {
  const { database, clock, publicUrl } = surroundings;
  return database.transaction(async (tx) => {
    const { row } = await requireSharedCase(surroundings, tx, actor, caseId);
    const hearing = await findHearing(tx, hearingId);
    if (hearing?.case_id !== caseId || stateOf(hearing, row) === 'canceled') throw unknownHearing(hearingId);
    const from = msOf(hearing);
    const text = calendarFile({
      uid: `${hearing.id}@irisflow`,
      sequence: hearing.moves,
      from,
      until: from + hearing.minutes_long * 60_000,
      title: `${hearing.label[language]} (${row.reference})`,
      place: hearing.place ?? hearing.link ?? '',
      description: [hearing.link, `${publicUrl}/${language}/my/cases/${caseId}`].filter(Boolean).join('\n'),
      stamp: clock.now(),
    });
    const bytes = Buffer.from(text, 'utf8');
    const name = `${row.reference}-${dayOf(from)}-${timeOf(from).replace(':', '')}.ics`;
    return { name, mediaType: 'text/calendar', size: bytes.length, content: Readable.from([bytes]) };
  });
};
