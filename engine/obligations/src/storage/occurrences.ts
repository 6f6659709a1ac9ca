import { type Queryable, sql } from '@irisflow/database';
import { type FormData, isoOf, jsonOf } from '@irisflow/foundation';
import type { OccurrenceState } from '../views/obligation.ts';
import type { Found, Page } from './obligations.ts';
import { tables } from './tables.ts';

export interface OccurrenceRow {
  id: string;
  obligation_id: string;
  administration: string;
  case_id: string;
  person_id: string;
  /** Days are `YYYY-MM-DD`. */
  day: string;
  due_on: string;
  answer_until: string;
  state: OccurrenceState;
  told: number;
  tell_on: string | null;
  opened_at: Date | string;
  submitted_at: Date | string | null;
  answers: FormData | null;
  documents: string[];
}

const occurrences = (db: Queryable) =>
  tables(db)
    .selectFrom('obligation_occurrence as c')
    .select(['c.id', 'c.obligation_id', 'c.administration', 'c.case_id', 'c.person_id', 'c.state', 'c.told'])
    .select(['c.opened_at', 'c.submitted_at', 'c.answers', 'c.documents'])
    .select([
      sql<string>`c.day::text`.as('day'),
      sql<string>`c.due_on::text`.as('due_on'),
      sql<string>`c.answer_until::text`.as('answer_until'),
      sql<string | null>`c.tell_on::text`.as('tell_on'),
    ])
    .$castTo<OccurrenceRow>();

export const findOccurrence = (db: Queryable, id: string): Promise<OccurrenceRow | undefined> =>
  occurrences(db).where('c.id', '=', id).executeTakeFirst();

/** Until the transaction ends nobody else moves it. */
export const lockOccurrence = (tx: Queryable, id: string): Promise<OccurrenceRow | undefined> =>
  occurrences(tx).where('c.id', '=', id).forUpdate().executeTakeFirst();

/** Those of an obligation by their days. */
export const listOccurrences = (db: Queryable, obligationId: string): Promise<OccurrenceRow[]> =>
  occurrences(db).where('c.obligation_id', '=', obligationId).orderBy('c.day').execute();

type NewOccurrence = Omit<OccurrenceRow, 'opened_at' | 'submitted_at' | 'answers' | 'documents'>;

export const insertOccurrence = (tx: Queryable, row: NewOccurrence, at: number) =>
  tables(tx)
    .insertInto('obligation_occurrence')
    .values({ ...row, opened_at: isoOf(at), documents: [] })
    .execute();

export type OccurrenceChange = Partial<
  Pick<OccurrenceRow, 'due_on' | 'answer_until' | 'state' | 'told' | 'tell_on' | 'documents'>
>;

export const changeOccurrence = (tx: Queryable, id: string, change: OccurrenceChange) =>
  tables(tx).updateTable('obligation_occurrence').set(change).where('id', '=', id).execute();

interface Answer {
  readonly answers: FormData;
  readonly documents: readonly string[];
  readonly by: string;
  readonly at: number;
}

/** The holder answered: nothing more is told until somebody looked at it. */
export const submitOccurrence = (tx: Queryable, id: string, { answers, documents, by, at }: Answer) =>
  tables(tx)
    .updateTable('obligation_occurrence')
    .set({
      state: 'submitted',
      tell_on: null,
      answers: jsonOf(answers),
      documents: [...documents],
      submitted_by: by,
      submitted_at: isoOf(at),
    })
    .where('id', '=', id)
    .execute();

const pageOf = (db: Queryable, { after, limit }: Page) =>
  tables(db)
    .selectFrom('obligation_occurrence as c')
    .innerJoin('obligation as o', 'o.id', 'c.obligation_id')
    .select(['c.id', 'c.case_id'])
    .where('c.id', '>', after)
    .orderBy('c.id')
    .limit(limit);

/** Those of which the process is to be told something more. */
export const listToTell = (db: Queryable, page: Page): Promise<Found[]> =>
  pageOf(db, page)
    .where(sql<boolean>`c.tell_on <= ${page.today}::date`)
    .where('o.state', '=', 'running')
    .execute();

/** Those that nobody has to answer any more, since what they are of has ended. */
export const listToDrop = (db: Queryable, page: Page): Promise<Found[]> =>
  pageOf(db, page).where('c.state', '=', 'open').where('o.state', '=', 'ended').execute();

/** What a clerk looks for: what waits for them, what is late, what is being waited for. */
export type Wanted = 'toVerify' | 'overdue' | 'open';

export interface ListedOccurrence extends OccurrenceRow {
  right_id: string;
  procedure_key: string;
  procedure_version: number;
  obligation: string;
  number: string;
  holders: { readonly name: string }[];
}

/** Those of an administration, what is due first before the others. */
export const listWanted = (
  db: Queryable,
  { administration, wanted, today, limit }: { administration: string; wanted: Wanted; today: string; limit: number },
): Promise<ListedOccurrence[]> => {
  const late = sql<boolean>`c.due_on < ${today}::date`;
  const found = occurrences(db)
    .innerJoin('obligation as o', 'o.id', 'c.obligation_id')
    .innerJoin('granted_right as r', 'r.id', 'o.right_id')
    .select(['o.right_id', 'o.procedure_key', 'o.procedure_version', 'o.obligation', 'r.number', 'r.holders'])
    .where('c.administration', '=', administration)
    .orderBy('c.due_on')
    .orderBy('c.id')
    .limit(limit);
  const filtered = {
    toVerify: () => found.where('c.state', '=', 'submitted'),
    overdue: () => found.where('c.state', 'in', ['open', 'refused']).where(late),
    open: () => found.where('c.state', '=', 'open').where(sql<boolean>`not ${late}`),
  } as const satisfies Record<Wanted, () => unknown>;
  return filtered[wanted]().$castTo<ListedOccurrence>().execute();
};
