import { namesOf } from '@irisflow/access';
import { dayOf, timeOf } from '@irisflow/calendar';
import { type CaseRow, type DocumentRow, listCaseDocuments } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { instantOf, instantOrNull } from '@irisflow/foundation';
import { type HearingRow, listHearings } from '../storage/hearings.ts';
import { listSummons, type SummonsRow } from '../storage/summons.ts';
import type { HearingState, HearingView, SharedHearing } from '../views/hearing.ts';

type File = Pick<CaseRow, 'id' | 'closed_at'>;

/** A closed case hears nobody any more. */
export const stateOf = ({ state }: HearingRow, { closed_at: closedAt }: File): HearingState =>
  state === 'scheduled' && closedAt !== null ? 'canceled' : state;

export const msOf = ({ at }: Pick<HearingRow, 'at'>): number => Date.parse(instantOf(at));

const wishOf = (row: HearingRow): HearingView['wish'] =>
  row.wish === null || row.wished_at === null
    ? null
    : {
        reason: row.wish,
        askedAt: instantOf(row.wished_at),
        answer: row.wish_answer,
        answeredAt: instantOrNull(row.wish_answered_at),
      };

const summonedOf = (rows: readonly SummonsRow[], hearingId: string): HearingView['summoned'] =>
  rows
    .filter((one) => one.hearing_id === hearingId)
    .map(({ position, participant_id: participant, name, role, came, statement }) => ({
      position,
      // The applicant comes first; of whoever takes part no longer the name stays.
      isApplicant: position === 0 && participant === null,
      name,
      role,
      came,
      statement,
    }));

interface Told {
  readonly file: File;
  readonly documents: readonly DocumentRow[];
  readonly summons: readonly SummonsRow[];
}

/** What of a hearing everybody reads who reads it at all. */
const viewTold = (row: HearingRow, { file, documents, summons }: Told) => ({
  id: row.id,
  label: row.label,
  at: instantOf(row.at),
  day: dayOf(msOf(row)),
  time: timeOf(msOf(row)),
  minutesLong: row.minutes_long,
  place: row.place,
  link: row.link,
  language: row.language,
  state: stateOf(row, file),
  moves: row.moves,
  reason: row.reason,
  summoned: summonedOf(summons, row.id),
  minutes: row.minutes,
  minutesDocuments: documents
    .filter(({ id }) => row.minutes_documents.includes(id))
    .map(({ id, name, size }) => ({ id, name, size })),
  endedAt: instantOrNull(row.ended_at),
  wish: wishOf(row),
});

const toldOf = async (db: Queryable, file: File): Promise<Told> => ({
  file,
  documents: await listCaseDocuments(db, file.id),
  summons: await listSummons(db, file.id),
});

interface Reader {
  readonly personId: string;
  readonly now: number;
}

/** The hearings of a case as its office sees them. */
export const viewHearings = async (db: Queryable, file: File, { personId, now }: Reader): Promise<HearingView[]> => {
  const rows = await listHearings(db, file.id);
  if (rows.length === 0) return [];
  const told = await toldOf(db, file);
  const names = await namesOf(
    db,
    rows.flatMap((row) => [row.scheduled_by, row.led_by]).filter((id) => id !== null),
  );
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  return rows.map((row) => ({
    ...viewTold(row, told),
    key: row.key,
    scheduledAt: instantOf(row.scheduled_at),
    scheduledBy: nameOf(row.scheduled_by),
    ledBy: nameOf(row.led_by),
    isMine: row.led_by === personId,
    hasBegun: msOf(row) <= now,
  }));
};

/** Whether another time can be asked for: before it begins, and while no answer is awaited. */
export const mayWish = (row: HearingRow, file: File, now: number): boolean =>
  stateOf(row, file) === 'scheduled' && now < msOf(row) && (row.wish === null || row.wish_answered_at !== null);

/** The hearings of a case as those who are in it read them; why a time does not suit is for its applicant and the office. */
export const viewSharedHearings = async (
  db: Queryable,
  file: File,
  { now, isApplicant, mayAct }: { readonly now: number; readonly isApplicant: boolean; readonly mayAct: boolean },
): Promise<SharedHearing[]> => {
  const rows = await listHearings(db, file.id);
  if (rows.length === 0) return [];
  const told = await toldOf(db, file);
  return rows.map((row) => {
    const view = viewTold(row, told);
    return { ...view, wish: isApplicant ? view.wish : null, mayWish: mayAct && mayWish(row, file, now) };
  });
};
