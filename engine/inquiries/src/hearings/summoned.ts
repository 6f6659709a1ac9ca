import { dayOf, timeOf } from '@irisflow/calendar';
import type { CaseRow } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { type LetterOrder, type WrittenCopy, writeLetters } from '@irisflow/dispatch';
import { CaseworkError } from '@irisflow/foundation';
import { isInForce, listParticipantRows, type ParticipantRow } from '@irisflow/parties';
import { type HearingDescription, type ProcedureDescription, roleLabel } from '@irisflow/procedures';
import type { HearingRow } from '../storage/hearings.ts';
import type { Summoned, SummonsRow } from '../storage/summons.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Appointed } from './appointed-time.ts';
import { applicantRole } from './hearing-texts.ts';
import { msOf } from './view-hearings.ts';

/** How the applicant is named among those who can be summoned. */
export const APPLICANT = 'applicant';

/** A hearing as the procedure of a case declares it. */
export const describedHearing = (
  { hearings = [], key: procedureKey }: ProcedureDescription,
  key: string,
): HearingDescription => {
  const described = hearings.find((one) => one.key === key);
  if (described !== undefined) return described;
  throw new CaseworkError('INPUT_INVALID', `Expected a hearing of ${procedureKey}, but found ${key.slice(0, 80)}`, {
    errors: [{ pointer: '/key', keyword: 'unknown' }],
  });
};

/** Who takes part in a case today. */
export const presentParticipants = async (
  db: Queryable,
  { clock }: Pick<Surroundings, 'clock'>,
  caseId: string,
): Promise<ParticipantRow[]> => {
  const today = dayOf(clock.now());
  return (await listParticipantRows(db, caseId)).filter((one) => isInForce(one, today));
};

/** Whom the procedure summons: ids of participants, and the applicant unless it says otherwise. */
export const summonedByRule = (
  { summons = {} }: HearingDescription,
  present: readonly ParticipantRow[],
): readonly string[] => [
  ...(summons.applicant === false ? [] : [APPLICANT]),
  ...present.filter(({ role }) => summons.roles?.includes(role) === true).map(({ id }) => id),
];

interface Choosing {
  readonly row: CaseRow;
  readonly description: ProcedureDescription;
  readonly present: readonly ParticipantRow[];
}

/** Those who are named, as they are called today; refused where one of them takes no part, and where nobody is named. */
export const summonedOf = ({ row, description, present }: Choosing, named: readonly string[]): Summoned[] => {
  const wanted = [...new Set(named)];
  const unknown = wanted.find((id) => id !== APPLICANT && !present.some((one) => one.id === id));
  if (unknown !== undefined || wanted.length === 0)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected people who take part in the case, but found ${unknown?.slice(0, 80) ?? 'nobody'}`,
      { errors: [{ pointer: '/summons', keyword: unknown === undefined ? 'required' : 'unknown' }] },
    );
  return [
    ...(wanted.includes(APPLICANT) ? [{ participantId: null, name: row.applicant, role: applicantRole }] : []),
    ...present
      .filter(({ id }) => wanted.includes(id))
      .map(({ id, name, role }) => ({ participantId: id, name, role: roleLabel(description, role) })),
  ];
};

/** Whom a hearing of a case has summoned; the applicant always comes first. */
export const summonedTo = (rows: readonly SummonsRow[], hearingId: string): Pick<Summoned, 'participantId'>[] =>
  rows
    .filter((one) => one.hearing_id === hearingId && one.released_at === null)
    .filter(({ participant_id: participant, position }) => participant !== null || position === 0)
    .map(({ participant_id: participantId }) => ({ participantId }));

/** As a hearing stands. */
export const appointedOf = (hearing: HearingRow): Appointed => ({
  at: msOf(hearing),
  minutesLong: hearing.minutes_long,
  place: hearing.place,
  link: hearing.link,
});

/** Apart, those of them who take part no longer: the hearing that they knew is off for them, wherever it is moved to. */
export const partOfGone = (
  summoned: readonly Pick<Summoned, 'participantId'>[],
  present: readonly ParticipantRow[],
): { readonly staying: Pick<Summoned, 'participantId'>[]; readonly gone: string[] } => {
  const isHere = (id: string | null): boolean => id === null || present.some((one) => one.id === id);
  return {
    staying: summoned.filter(({ participantId }) => isHere(participantId)),
    gone: summoned.flatMap(({ participantId: id }) => (id === null || isHere(id) ? [] : [id])),
  };
};

interface Summons {
  readonly row: CaseRow;
  readonly template: string;
  readonly summoned: readonly Pick<Summoned, 'participantId'>[];
  readonly appointed: Appointed;
  /** Why it is moved or canceled, and when it was to be before. */
  readonly reason?: string;
  readonly before?: number;
}

const orderOf = ({ template, summoned, appointed, reason, before }: Summons): LetterOrder => {
  const { at, place, link, minutesLong } = appointed;
  return {
    template,
    channel: ['portal', 'email'],
    to: {
      applicant: summoned.some(({ participantId }) => participantId === null),
      participants: summoned.flatMap(({ participantId }) => participantId ?? []),
    },
    values: {
      hearing: {
        day: dayOf(at),
        time: timeOf(at),
        minutes: minutesLong,
        place,
        link,
        where: [place, link].filter((one) => one !== null).join(' · '),
        reason: reason ?? null,
        previousDay: before === undefined ? null : dayOf(before),
        previousTime: before === undefined ? null : timeOf(before),
      },
    },
  };
};

/** Writes a letter about a hearing for each who is summoned, in their language. */
export const writeSummons = (surroundings: Surroundings, summons: Summons): Promise<readonly WrittenCopy[]> =>
  writeLetters(surroundings, summons.row, orderOf(summons));
