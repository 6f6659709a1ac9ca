import { type Queryable, sql } from '@irisflow/database';
import { isoOf, jsonOf, type LocalizedText } from '@irisflow/foundation';
import { tables } from './tables.ts';

/** Who holds a right, as they were called when it was granted. */
export interface Holder {
  /** `applicant`, or a role of the procedure. */
  readonly role: string;
  readonly label: LocalizedText;
  readonly name: string;
  readonly partyId: string | null;
}

export interface RightRow {
  id: string;
  administration: string;
  case_id: string;
  procedure_key: string;
  procedure_version: number;
  kind: string;
  number: string;
  person_id: string;
  holders: Holder[];
  /** `YYYY-MM-DD`. */
  begins_on: string;
  granted_at: Date | string;
  check_code: string;
}

const columns = [
  'r.id',
  'r.administration',
  'r.case_id',
  'r.procedure_key',
  'r.procedure_version',
  'r.kind',
  'r.number',
  'r.person_id',
  'r.holders',
  'r.granted_at',
  'r.check_code',
] as const;

/** Days come as text: drivers would make instants of them. */
const rights = (db: Queryable) =>
  tables(db)
    .selectFrom('granted_right as r')
    .select(columns)
    .select(sql<string>`r.begins_on::text`.as('begins_on'));

export const insertRight = (
  db: Queryable,
  { grantedAt, searchText, ...right }: Omit<RightRow, 'granted_at'> & { grantedAt: number; searchText: string },
) =>
  tables(db)
    .insertInto('granted_right')
    .values({ ...right, holders: jsonOf(right.holders), granted_at: isoOf(grantedAt), search_text: searchText })
    .execute();

export const findRight = (db: Queryable, id: string): Promise<RightRow | undefined> =>
  rights(db).where('r.id', '=', id).$castTo<RightRow>().executeTakeFirst();

/** Until the transaction ends nobody else changes it. */
export const lockRight = (db: Queryable, id: string): Promise<RightRow | undefined> =>
  rights(db).where('r.id', '=', id).forUpdate().$castTo<RightRow>().executeTakeFirst();

export const setSearchText = (
  db: Queryable,
  { id, searchText }: { readonly id: string; readonly searchText: string },
) => tables(db).updateTable('granted_right').set({ search_text: searchText }).where('id', '=', id).execute();

/** What lists show of a right: as it is on a day. */
export interface ListedRow extends RightRow {
  state: string;
  effect: string;
  data: Record<string, unknown>;
  valid_from: string;
  valid_to: string | null;
}

/** Rights as they are on a day; one that begins later as it then will be. */
const listed = (db: Queryable, today: string) =>
  rights(db)
    .innerJoinLateral(
      (one) =>
        one
          .selectFrom('right_version as v')
          .select(['v.state', 'v.effect', 'v.data'])
          .select([
            sql<string>`v.valid_from::text`.as('valid_from'),
            sql<string | null>`v.valid_to::text`.as('valid_to'),
          ])
          .whereRef('v.right_id', '=', 'r.id')
          .where(sql<boolean>`v.effective_on <= greatest(${today}::date, r.begins_on)`)
          .orderBy('v.effective_on', 'desc')
          .orderBy('v.sequence', 'desc')
          .limit(1)
          .as('n'),
      (join) => join.onTrue(),
    )
    .select(['n.state', 'n.effect', 'n.data', 'n.valid_from', 'n.valid_to']);

export interface RightSearch {
  readonly administration: string;
  /** Folded. */
  readonly words: string | null;
  readonly effect: string | null;
  readonly kind: string | null;
  readonly procedureKey: string | null;
  readonly partyId: string | null;
  readonly before: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

/** Rights that fit, wherever the page begins. */
const filtered = (db: Queryable, today: string, search: RightSearch) => {
  let query = listed(db, today).where('r.administration', '=', search.administration);
  const { words, effect, kind, procedureKey, partyId } = search;
  if (words !== null) query = query.where(sql<boolean>`casework.has_words(r.search_text, casework.words_of(${words}))`);
  if (effect !== null) query = query.where('n.effect', '=', effect);
  if (kind !== null) query = query.where('r.kind', '=', kind);
  if (procedureKey !== null) query = query.where('r.procedure_key', '=', procedureKey);
  if (partyId !== null) query = query.where('r.person_id', '=', partyId);
  return query;
};

/** The newest first. */
export const searchRights = (db: Queryable, today: string, search: RightSearch): Promise<ListedRow[]> => {
  let query = filtered(db, today, search);
  const { before } = search;
  if (before !== null)
    query = query.where(sql<boolean>`(r.granted_at, r.id) < (${before.at}::timestamptz, ${before.id}::text)`);
  return query
    .orderBy('r.granted_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(search.limit)
    .$castTo<ListedRow>()
    .execute();
};

export const countRights = async (db: Queryable, today: string, search: RightSearch): Promise<number> => {
  const row = await filtered(db, today, search)
    .clearSelect()
    .select((one) => one.fn.countAll<string>().as('total'))
    .executeTakeFirst();
  return Number(row?.total ?? 0);
};

/** Those that a party holds as applicant or in a role. */
export const listRightsOfParty = (db: Queryable, today: string, partyId: string): Promise<ListedRow[]> =>
  listed(db, today)
    .where(sql<boolean>`(r.person_id = ${partyId} or r.holders @> ${jsonOf([{ partyId }])}::jsonb)`)
    .orderBy('r.granted_at', 'desc')
    .orderBy('r.id', 'desc')
    .$castTo<ListedRow>()
    .execute();

/** Keys of those that a case granted or changed. */
export const listRightsChangedBy = async (db: Queryable, caseId: string): Promise<string[]> => {
  const rows = await tables(db)
    .selectFrom('right_version')
    .select('right_id')
    .distinct()
    .where('cause_case_id', '=', caseId)
    .orderBy('right_id')
    .execute();
  return rows.map(({ right_id: id }) => id);
};

/** Those that a case left behind. */
export const listRightsOfCase = (db: Queryable, today: string, caseId: string): Promise<ListedRow[]> =>
  listed(db, today).where('r.case_id', '=', caseId).orderBy('r.granted_at').$castTo<ListedRow>().execute();

export type CheckedRow = Pick<
  ListedRow,
  'procedure_key' | 'procedure_version' | 'kind' | 'number' | 'effect' | 'data' | 'valid_from' | 'valid_to'
>;

/** What everybody may know of the right with a code, on a day. */
export const findChecked = (db: Queryable, today: string, code: string): Promise<CheckedRow | undefined> =>
  tables(db)
    .selectFrom('granted_right as r')
    .innerJoin('right_version as v', 'v.right_id', 'r.id')
    .select(['r.procedure_key', 'r.procedure_version', 'r.kind', 'r.number', 'v.effect', 'v.data'])
    .select([sql<string>`v.valid_from::text`.as('valid_from'), sql<string | null>`v.valid_to::text`.as('valid_to')])
    .where('r.check_code', '=', code)
    .where(sql<boolean>`v.effective_on <= greatest(${today}::date, r.begins_on)`)
    .orderBy('v.effective_on', 'desc')
    .orderBy('v.sequence', 'desc')
    .limit(1)
    .$castTo<CheckedRow>()
    .executeTakeFirst();

/** Which kinds of rights an administration has, by procedure, each in its newest version. */
export const listKindsInUse = (
  db: Queryable,
  administration: string,
): Promise<{ procedure_key: string; kind: string; procedure_version: number }[]> =>
  tables(db)
    .selectFrom('granted_right as r')
    .select((one) => ['r.procedure_key', 'r.kind', one.fn.max('r.procedure_version').as('procedure_version')])
    .where('r.administration', '=', administration)
    .groupBy(['r.procedure_key', 'r.kind'])
    .orderBy('r.procedure_key')
    .orderBy('r.kind')
    .execute();
