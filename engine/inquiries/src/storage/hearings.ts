import { sql, type Queryable } from '@irisflow/database';
import { isoOf, jsonOf, type Locale, type LocalizedText } from '@irisflow/foundation';
import type { HearingState } from '../views/hearing.ts';
import { tables } from './tables.ts';

export interface HearingRow {
  id: string;
  case_id: string;
  administration: string;
  key: string;
  label: LocalizedText;
  at: Date | string;
  minutes_long: number;
  place: string | null;
  link: string | null;
  language: Locale;
  led_by: string | null;
  scheduled_at: Date | string;
  scheduled_by: string | null;
  moves: number;
  state: HearingState;
  reason: string | null;
  minutes: string | null;
  minutes_documents: string[];
  ended_at: Date | string | null;
  wish: string | null;
  wished_at: Date | string | null;
  wish_answer: string | null;
  wish_answered_at: Date | string | null;
}

const columns = [
  'h.id',
  'h.case_id',
  'h.administration',
  'h.key',
  'h.label',
  'h.at',
  'h.minutes_long',
  'h.place',
  'h.link',
  'h.language',
  'h.led_by',
  'h.scheduled_at',
  'h.scheduled_by',
  'h.moves',
  'h.state',
  'h.reason',
  'h.minutes',
  'h.minutes_documents',
  'h.ended_at',
  'h.wish',
  'h.wished_at',
  'h.wish_answer',
  'h.wish_answered_at',
] as const;

const hearings = (db: Queryable) => tables(db).selectFrom('hearing as h').select(columns);

export interface NewHearing {
  readonly id: string;
  readonly caseId: string;
  readonly administration: string;
  readonly key: string;
  readonly label: LocalizedText;
  readonly at: number;
  readonly minutesLong: number;
  readonly place: string | null;
  readonly link: string | null;
  readonly language: Locale;
  readonly ledBy: string | null;
  readonly scheduledAt: number;
  readonly scheduledBy: string | null;
}

export const insertHearing = (db: Queryable, hearing: NewHearing) =>
  tables(db)
    .insertInto('hearing')
    .values({
      id: hearing.id,
      case_id: hearing.caseId,
      administration: hearing.administration,
      key: hearing.key,
      label: jsonOf(hearing.label),
      at: isoOf(hearing.at),
      minutes_long: hearing.minutesLong,
      place: hearing.place,
      link: hearing.link,
      language: hearing.language,
      led_by: hearing.ledBy,
      scheduled_at: isoOf(hearing.scheduledAt),
      scheduled_by: hearing.scheduledBy,
      moves: 0,
      state: 'scheduled',
      minutes_documents: [],
    })
    .execute();

/** The first one first. */
export const listHearings = (db: Queryable, caseId: string): Promise<HearingRow[]> =>
  hearings(db).where('h.case_id', '=', caseId).orderBy('h.at').orderBy('h.id').$castTo<HearingRow>().execute();

export const findHearing = (db: Queryable, id: string): Promise<HearingRow | undefined> =>
  hearings(db).where('h.id', '=', id).$castTo<HearingRow>().executeTakeFirst();

/** Whoever changes a hearing has its case locked before. */
export const lockHearing = (db: Queryable, id: string): Promise<HearingRow | undefined> =>
  hearings(db).where('h.id', '=', id).forUpdate().$castTo<HearingRow>().executeTakeFirst();

export interface HearingMove {
  readonly id: string;
  readonly at: number;
  readonly minutesLong: number;
  readonly place: string | null;
  readonly link: string | null;
  readonly reason: string;
  /** When it was moved. */
  readonly movedAt: number;
}

/** Moves a hearing; a wish for another time that waited is answered by it. */
export const moveHearingRow = (db: Queryable, move: HearingMove) =>
  tables(db)
    .updateTable('hearing')
    .set({
      at: isoOf(move.at),
      minutes_long: move.minutesLong,
      place: move.place,
      link: move.link,
      reason: move.reason,
      moves: sql`moves + 1`,
      wish_answer: sql`case when wish is null then null else coalesce(wish_answer, ${move.reason}) end`,
      wish_answered_at: sql`case when wish is null then null else coalesce(wish_answered_at, ${isoOf(move.movedAt)}) end`,
    })
    .where('id', '=', move.id)
    .execute();

export interface HearingEnd {
  readonly id: string;
  readonly state: Exclude<HearingState, 'scheduled'>;
  readonly at: number;
  readonly endedBy: string | null;
  readonly reason?: string;
  readonly minutes?: string | null;
  readonly minutesDocuments?: readonly string[];
}

/** Ends a hearing that is still scheduled. */
export const endHearingRow = (db: Queryable, end: HearingEnd) =>
  tables(db)
    .updateTable('hearing')
    .set({
      state: end.state,
      ended_at: isoOf(end.at),
      ended_by: end.endedBy,
      minutes: end.minutes ?? null,
      minutes_documents: [...(end.minutesDocuments ?? [])],
      ...(end.reason !== undefined && { reason: end.reason }),
    })
    .where('id', '=', end.id)
    .where('state', '=', 'scheduled')
    .execute();

export const leadHearingRow = (db: Queryable, { id, personId }: { readonly id: string; readonly personId: string }) =>
  tables(db).updateTable('hearing').set({ led_by: personId }).where('id', '=', id).execute();

export const wishHearingRow = (
  db: Queryable,
  { id, wish, at }: { readonly id: string; readonly wish: string; readonly at: number },
) =>
  tables(db)
    .updateTable('hearing')
    .set({ wish, wished_at: isoOf(at), wish_answer: null, wish_answered_at: null })
    .where('id', '=', id)
    .execute();

export const answerWishRow = (
  db: Queryable,
  { id, answer, at }: { readonly id: string; readonly answer: string; readonly at: number },
) =>
  tables(db)
    .updateTable('hearing')
    .set({ wish_answer: answer, wish_answered_at: isoOf(at) })
    .where('id', '=', id)
    .execute();

export interface DeskHearingRow extends HearingRow {
  reference: string;
  applicant: string;
  procedure_key: string;
  procedure_version: number;
}

/** What is scheduled in an administration, or by one who holds hearings there; the first one first. */
export const listDeskHearings = (
  db: Queryable,
  {
    administration,
    ledBy,
    limit,
  }: { readonly administration: string; readonly ledBy: string | null; readonly limit: number },
): Promise<DeskHearingRow[]> => {
  const all = hearings(db)
    .innerJoin('case_file as f', 'f.id', 'h.case_id')
    .select(['f.reference', 'f.applicant', 'f.procedure_key', 'f.procedure_version'])
    .where('h.administration', '=', administration)
    .where('h.state', '=', 'scheduled')
    .where('f.closed_at', 'is', null);
  const chosen = ledBy === null ? all : all.where('h.led_by', '=', ledBy);
  return chosen.orderBy('h.at').orderBy('h.id').limit(limit).$castTo<DeskHearingRow>().execute();
};

/** Hearings that are still to be held in cases that are closed. */
export const listHearingsToEnd = (
  db: Queryable,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<{ id: string; case_id: string }[]> =>
  tables(db)
    .selectFrom('hearing as h')
    .innerJoin('case_file as f', 'f.id', 'h.case_id')
    .select(['h.id', 'h.case_id'])
    .where('h.state', '=', 'scheduled')
    .where('f.closed_at', 'is not', null)
    .where('h.id', '>', after)
    .orderBy('h.id')
    .limit(limit)
    .execute();
