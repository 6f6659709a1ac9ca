import { sql, type Queryable } from '@irisflow/database';
import type { Locale } from '@irisflow/foundation';
import type { ContactChannel, ContactKind, ContactState } from '../views/contact.ts';
import { tables } from './tables.ts';

/** Instants as both stores give them, days as text; the columns are checked by the database. */
export interface ContactRow {
  readonly id: string;
  readonly administration: string;
  readonly revision: number;
  readonly channel: ContactChannel;
  readonly kind: ContactKind;
  readonly state: ContactState;
  readonly person_id: string | null;
  readonly known_case_id: string | null;
  readonly first_name: string;
  readonly last_name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: Locale;
  readonly subject: string;
  readonly said: string;
  readonly answer: string;
  readonly follow_up: string;
  readonly follow_up_on: string | null;
  readonly received_on: string;
  readonly due_on: string | null;
  readonly answered_on: string | null;
  /** The cases that it is about or that came of it, the first ones first. */
  readonly case_ids: readonly string[];
  readonly recorded_by: string;
  readonly recorded_at: Date | string;
}

export type NewContactRow = Omit<ContactRow, 'case_ids'> & { readonly search_text: string };

const columns = [
  'c.id',
  'c.administration',
  'c.revision',
  'c.channel',
  'c.kind',
  'c.state',
  'c.person_id',
  'c.known_case_id',
  'c.first_name',
  'c.last_name',
  'c.phone',
  'c.email',
  'c.language',
  'c.subject',
  'c.said',
  'c.answer',
  'c.follow_up',
  sql<string | null>`c.follow_up_on::text`.as('follow_up_on'),
  sql<string>`c.received_on::text`.as('received_on'),
  sql<string | null>`c.due_on::text`.as('due_on'),
  sql<string | null>`c.answered_on::text`.as('answered_on'),
  sql<
    string[]
  >`array(select k.case_id from casework.contact_case k where k.contact_id = c.id order by k.at, k.case_id)`.as(
    'case_ids',
  ),
  'c.recorded_by',
  'c.recorded_at',
] as const;

export const insertContact = async (db: Queryable, row: NewContactRow): Promise<void> => {
  await tables(db).insertInto('contact').values(row).execute();
};

const byId = (db: Queryable, id: string) =>
  tables(db).selectFrom('contact as c').select(columns).where('c.id', '=', id);

export const findContact = async (db: Queryable, id: string): Promise<ContactRow | undefined> =>
  (await byId(db, id).executeTakeFirst()) as ContactRow | undefined;

/** The same, locked until the transaction ends. */
export const lockContact = async (db: Queryable, id: string): Promise<ContactRow | undefined> =>
  (await byId(db, id).forUpdate().executeTakeFirst()) as ContactRow | undefined;

export type ContactChange = Pick<
  ContactRow,
  'id' | 'answer' | 'follow_up' | 'follow_up_on' | 'state' | 'answered_on' | 'due_on' | 'revision'
>;

export const updateContact = async (db: Queryable, { id, ...values }: ContactChange): Promise<void> => {
  await tables(db).updateTable('contact').set(values).where('id', '=', id).execute();
};

export interface ContactCase {
  readonly contactId: string;
  readonly caseId: string;
  readonly administration: string;
  readonly at: string;
}

/** Says that a contact is about a case, or that it came of it; it may be about several. */
export const linkContact = async (db: Queryable, { contactId, caseId, administration, at }: ContactCase) => {
  await tables(db)
    .insertInto('contact_case')
    .values({ contact_id: contactId, case_id: caseId, administration, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export interface ContactSearch {
  readonly administration: string;
  /** Folded text that names, subject, phone or address contain. */
  readonly words: string | null;
  readonly state: ContactState | null;
  readonly kind: ContactKind | null;
  readonly caseId: string | null;
  /** Open ones that belong to no case, or whose follow-up or answer is due on a day. */
  readonly waiting: { readonly for: 'withoutCase' | 'due'; readonly today: string } | null;
}

export interface ContactPage {
  readonly before: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

const hasCase = sql<boolean>`exists (select from casework.contact_case k where k.contact_id = c.id)`;

const filtered = (db: Queryable, { administration, state, kind, caseId, waiting }: ContactSearch) => {
  let query = tables(db).selectFrom('contact as c').where('c.administration', '=', administration);
  if (state !== null) query = query.where('c.state', '=', state);
  if (kind !== null) query = query.where('c.kind', '=', kind);
  if (waiting !== null) query = query.where('c.state', '=', 'open');
  if (waiting?.for === 'due')
    query = query.where(sql<boolean>`least(c.follow_up_on, c.due_on) <= ${waiting.today}::date`);
  if (waiting?.for === 'withoutCase') query = query.where(sql<boolean>`not ${hasCase}`);
  if (caseId === null) return query;
  return query.where(
    sql<boolean>`exists (select from casework.contact_case k where k.contact_id = c.id and k.case_id = ${caseId}::text)`,
  );
};

const pageOfAll = (db: Queryable, search: ContactSearch, { before, limit }: ContactPage) => {
  const query = filtered(db, search).limit(limit);
  if (before === null) return query;
  return query.where(sql<boolean>`(c.recorded_at, c.id) < (${before.at}::timestamptz, ${before.id}::text)`);
};

/** The keys come from the keeper, who may ask the index; the rows are read as whoever asks. */
const pageWithWords = (db: Queryable, search: ContactSearch, { before, limit }: ContactPage) => {
  const { words, state, kind, caseId, waiting } = search;
  const found = sql<{ id: string }>`casework.search_contacts(${words}, ${state}, ${kind}, ${caseId},
    ${waiting?.for ?? null}, ${waiting?.today ?? null}::date,
    ${before?.at ?? null}, ${before?.id ?? null}, ${limit})`;
  return filtered(db, search).innerJoin(found.as('found'), (join) => join.onRef('found.id', '=', 'c.id'));
};

/** The newest first. */
export const listContactRows = async (
  db: Queryable,
  search: ContactSearch,
  page: ContactPage,
): Promise<ContactRow[]> => {
  const query = search.words === null ? pageOfAll(db, search, page) : pageWithWords(db, search, page);
  const rows = await query.select(columns).orderBy('c.recorded_at', 'desc').orderBy('c.id', 'desc').execute();
  return rows as ContactRow[];
};

const MANY = 200;

/** What somebody said to an administration, the newest first. */
export const listContactsOfParty = async (
  db: Queryable,
  { administration, partyId }: { administration: string; partyId: string },
): Promise<ContactRow[]> => {
  const rows = await tables(db)
    .selectFrom('contact as c')
    .select(columns)
    .where('c.person_id', '=', partyId)
    .where('c.administration', '=', administration)
    .orderBy('c.recorded_at', 'desc')
    .limit(MANY)
    .execute();
  return rows as ContactRow[];
};

const countWithWords = async (
  db: Queryable,
  { words, state, kind, caseId, waiting }: ContactSearch,
): Promise<number> => {
  const [row] = await db.query<{ total: string }>(
    'select casework.count_contacts($1, $2, $3, $4, $5, $6::date) as total',
    [words, state, kind, caseId, waiting?.for ?? null, waiting?.today ?? null],
  );
  return Number(row?.total ?? 0);
};

export const countContactRows = async (db: Queryable, search: ContactSearch): Promise<number> => {
  if (search.words !== null) return countWithWords(db, search);
  const row = await filtered(db, search)
    .select((one) => one.fn.countAll<string>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
};
