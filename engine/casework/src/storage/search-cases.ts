import { type Queryable, sql } from '@irisflow/database';
import { type CaseHead, headColumns } from './cases.ts';
import { tables } from './tables.ts';

export interface CaseSearch {
  readonly administration: string;
  /** Folded text that reference or name of the applicant contain. */
  readonly words: string | null;
  readonly status: string | null;
  readonly procedureKey: string | null;
  readonly language: string | null;
  /** One of the own statuses of the procedure. */
  readonly ownStatus?: string | null;
  /** Keys of the procedures that another system reaches; null for all. Left out for clerks. */
  readonly reach?: readonly string[] | null;
  /** Keys of the procedures that rules of access name to a clerk; left out where they name none. */
  readonly procedures?: readonly string[];
}

/** Pages are read from here on; null reads the first. */
export interface CasePage {
  readonly before: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

const filtered = (db: Queryable, search: CaseSearch) => {
  const { administration, status, procedureKey, language, ownStatus = null, reach = null } = search;
  let query = tables(db).selectFrom('case_file as f').where('f.administration', '=', administration);
  if (status !== null) query = query.where('f.status', '=', status);
  if (procedureKey !== null) query = query.where('f.procedure_key', '=', procedureKey);
  if (language !== null) query = query.where('f.language', '=', language);
  if (ownStatus !== null) query = query.where('f.own_status', '=', ownStatus);
  if (reach !== null) query = query.where('f.procedure_key', 'in', [...reach]);
  return query;
};

/** An own status narrows the cases by an index of its own; the few that are left are looked through for the words. */
const filteredWithWords = (db: Queryable, search: CaseSearch) => {
  const query = filtered(db, search);
  if (search.words === null) return query;
  const words = sql`casework.words_of(${search.words})`;
  const inCase = sql<boolean>`casework.has_words(f.search_text, ${words})`;
  // What is in the file is for clerks: not every system may read it, nor learn of it by looking for it.
  if (search.reach !== undefined) return query.where(inCase);
  return query.where(
    sql<boolean>`(${inCase}
      or exists (select from casework.document d where d.case_id = f.id and casework.has_words(casework.folded(d.name), ${words}))
      or exists (select from casework.participant p
        where p.case_id = f.id and p.ended_at is null and casework.has_words(casework.folded(p.name), ${words})))`,
  );
};

/** The index of words answers clerks alone. */
const isSearchedByWords = ({ words, ownStatus = null, reach }: CaseSearch): boolean =>
  words !== null && ownStatus === null && reach === undefined;

const pageOfOne = (db: Queryable, search: CaseSearch, { before, limit }: CasePage) => {
  const query = filteredWithWords(db, search).limit(limit);
  if (before === null) return query;
  return query.where(sql<boolean>`(f.submitted_at, f.id) < (${before.at}::timestamptz, ${before.id}::text)`);
};

/** Of whoever sees some procedures, the beginning of each is read: the others are not looked through. */
const pageOfAll = (db: Queryable, search: CaseSearch, page: CasePage) => {
  const { procedures, procedureKey } = search;
  if (procedures === undefined || procedureKey !== null) return pageOfOne(db, search, page);
  const [first, ...others] = procedures.map((key) =>
    tables(db)
      .selectFrom(
        pageOfOne(db, { ...search, procedureKey: key }, page)
          .select('f.id')
          .orderBy('f.submitted_at', 'desc')
          .orderBy('f.id', 'desc')
          .as('p'),
      )
      .select('p.id'),
  );
  if (first === undefined) return pageOfOne(db, search, page);
  const keys = others.reduce((together, part) => together.unionAll(part), first);
  return tables(db).selectFrom('case_file as f').where('f.id', 'in', keys).limit(page.limit);
};

/** The keys come from the keeper, who may ask the index; the rows are read as whoever asks. */
const pageWithWords = (db: Queryable, search: CaseSearch, { before, limit }: CasePage) => {
  const { words, status, procedureKey, language } = search;
  const found = sql<{ id: string }>`casework.search_cases(${words}, ${status}, ${procedureKey}, ${language},
    ${before?.at ?? null}, ${before?.id ?? null}, ${limit})`;
  return filtered(db, search).innerJoin(found.as('found'), (join) => join.onRef('found.id', '=', 'f.id'));
};

export const searchCaseRows = (db: Queryable, search: CaseSearch, page: CasePage): Promise<CaseHead[]> =>
  (isSearchedByWords(search) ? pageWithWords(db, search, page) : pageOfAll(db, search, page))
    .select(headColumns)
    .$castTo<CaseHead>()
    .orderBy('f.submitted_at', 'desc')
    .orderBy('f.id', 'desc')
    .execute();

const countWithWords = async (db: Queryable, { words, status, procedureKey, language }: CaseSearch) => {
  const [row] = await db.query<{ total: string }>('select casework.count_cases($1, $2, $3, $4) as total', [
    words,
    status,
    procedureKey,
    language,
  ]);
  return row;
};

export const countCaseRows = async (db: Queryable, search: CaseSearch): Promise<number> => {
  const row = isSearchedByWords(search)
    ? await countWithWords(db, search)
    : await filteredWithWords(db, search)
        .select((one) => one.fn.countAll<string>().as('total'))
        .executeTakeFirst();
  return Number(row?.total ?? 0);
};
