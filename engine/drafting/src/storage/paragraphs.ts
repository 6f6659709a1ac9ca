import { DatabaseFault, sql, type Queryable, type Row } from '@irisflow/database';
import { CaseworkError, foldedWords, isoOf, jsonOf, likePattern, type Position } from '@irisflow/foundation';
import type { ParagraphAct, ParagraphContent } from '../views/paragraph.ts';
import { tables } from './tables.ts';

export interface ParagraphRow extends Row {
  id: string;
  administration: string;
  key: string;
  version: number;
  is_retired: boolean;
  content: ParagraphContent;
  changed_by: string;
  changed_by_name: string;
  changed_at: Date | string;
  uses: number;
}

/** Uses that stand in an answer: the task was done, and something of the text was left in it. */
const standing = (of: string): string =>
  `(select count(*)::integer from casework.paragraph_use u join casework.task t on t.id = u.task_id
     where u.paragraph_id = ${of} and u.kept <> 'none' and t.state = 'completed')`;

const columns = `p.id, p.administration, p.key, p.version, p.is_retired, v.content, v.changed_by, w.name as changed_by_name,
  v.changed_at, ${standing('p.id')} as uses`;
const current = `casework.paragraph p
  join casework.paragraph_version v on v.paragraph_id = p.id and v.version = p.version
  join casework.person w on w.id = v.changed_by`;

export interface WantedParagraphs {
  readonly administration: string;
  readonly search: string | undefined;
  /** Those that fit into it; all where it is left out. */
  readonly procedure: string | undefined;
  readonly isRetired: boolean | undefined;
  readonly untranslated: boolean;
  readonly after: Position | null;
  readonly limit: number;
}

const filter = `p.administration = $1
  and ($2::text is null or p.search_text like $2)
  and ($3::text is null or v.content -> 'procedures' = '[]' or v.content -> 'procedures' ? $3)
  and ($4::boolean is null or p.is_retired = $4)
  and (not $5::boolean or v.content -> 'text' ->> 'fr' = '' or v.content -> 'text' ->> 'nl' = '')`;

const filterValues = ({ administration, search, procedure, isRetired, untranslated }: WantedParagraphs) => [
  administration,
  likePattern(foldedWords(search) ?? undefined),
  procedure ?? null,
  isRetired ?? null,
  untranslated,
];

/** By key; one more than asked for says that there are more. */
export const listParagraphRows = (db: Queryable, wanted: WantedParagraphs): Promise<ParagraphRow[]> =>
  db.query<ParagraphRow>(
    `select ${columns} from ${current} where ${filter} and ($6::text is null or p.key > $6) order by p.key limit $7`,
    [...filterValues(wanted), wanted.after?.sort ?? null, wanted.limit + 1],
  );

export const countParagraphRows = async (db: Queryable, wanted: WantedParagraphs): Promise<number> => {
  const [row] = await db.query<Row & { total: number }>(
    `select count(*)::integer as total from ${current} where ${filter}`,
    filterValues(wanted),
  );
  return row?.total ?? 0;
};

export interface FittingParagraphs {
  readonly administration: string;
  readonly search: string | undefined;
  readonly procedure: string;
  readonly step: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly limit: number;
}

/** Those in force that may be used in a step of a procedure; what fits best is for the caller to say. */
export const listFittingParagraphs = (
  db: Queryable,
  { administration, search, procedure, step, today, limit }: FittingParagraphs,
): Promise<ParagraphRow[]> =>
  db.query<ParagraphRow>(
    `select p.id, p.administration, p.key, p.version, p.is_retired, v.content, v.changed_by, '' as changed_by_name,
            v.changed_at, 0 as uses
       from casework.paragraph p
       join casework.paragraph_version v on v.paragraph_id = p.id and v.version = p.version
      where p.administration = $1 and not p.is_retired
        and ($2::text is null or p.search_text like $2)
        and (v.content -> 'procedures' = '[]' or v.content -> 'procedures' ? $3)
        and (v.content -> 'steps' = '[]' or v.content -> 'steps' ? $4)
        and coalesce(v.content ->> 'validFrom', $5) <= $5 and coalesce(v.content ->> 'validTo', $5) >= $5
      order by p.key limit $6`,
    [administration, likePattern(foldedWords(search) ?? undefined), procedure, step, today, limit],
  );

export const findParagraph = async (db: Queryable, id: string): Promise<ParagraphRow | undefined> =>
  (await db.query<ParagraphRow>(`select ${columns} from ${current} where p.id = $1`, [id]))[0];

/** The version in force, locked until the transaction ends. */
export const lockParagraph = (tx: Queryable, id: string) =>
  tables(tx)
    .selectFrom('paragraph')
    .select(['id', 'administration', 'key', 'version', 'is_retired'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export interface ParagraphVersionRow extends Row {
  version: number;
  act: ParagraphAct;
  content: ParagraphContent;
  reason: string | null;
  changed_by: string;
  changed_by_name: string;
  changed_at: Date | string;
  uses: number;
}

/** The newest first. */
export const listParagraphVersions = (db: Queryable, id: string): Promise<ParagraphVersionRow[]> =>
  db.query<ParagraphVersionRow>(
    `select v.version, v.act, v.content, v.reason, v.changed_by, w.name as changed_by_name, v.changed_at,
            ${standing('v.paragraph_id').replace('where', 'where u.version = v.version and')} as uses
       from casework.paragraph_version v join casework.person w on w.id = v.changed_by
      where v.paragraph_id = $1 order by v.version desc limit 500`,
    [id],
  );

export interface NewParagraph {
  readonly id: string;
  readonly administration: string;
  readonly key: string;
  readonly searchText: string;
}

/** Whoever takes a key that is taken is told. */
export const insertParagraph = async (tx: Queryable, { id, administration, key, searchText }: NewParagraph) => {
  await tables(tx)
    .insertInto('paragraph')
    .values({ id, administration, key, version: 1, is_retired: false, search_text: searchText })
    .execute()
    .catch((thrown: unknown) => {
      if (thrown instanceof DatabaseFault && thrown.code === 'CONFLICT')
        throw new CaseworkError('PARAGRAPH_KEY_TAKEN', `Expected a key that no paragraph has, but found ${key}`, {
          cause: thrown,
        });
      throw thrown;
    });
};

export interface NewVersion {
  readonly id: string;
  readonly administration: string;
  readonly version: number;
  readonly act: ParagraphAct;
  readonly content: ParagraphContent;
  readonly reason: string | null;
  readonly personId: string;
  readonly at: number;
}

export const insertParagraphVersion = (tx: Queryable, version: NewVersion) =>
  tables(tx)
    .insertInto('paragraph_version')
    .values({
      paragraph_id: version.id,
      administration: version.administration,
      version: version.version,
      act: version.act,
      content: sql<string>`${jsonOf(version.content)}::jsonb`,
      reason: version.reason,
      changed_by: version.personId,
      changed_at: isoOf(version.at),
    })
    .execute();

export interface InForce {
  readonly id: string;
  readonly version: number;
  readonly isRetired: boolean;
  readonly searchText: string;
}

export const setParagraphVersion = (tx: Queryable, { id, version, isRetired, searchText }: InForce) =>
  tables(tx)
    .updateTable('paragraph')
    .set({ version, is_retired: isRetired, search_text: searchText })
    .where('id', '=', id)
    .execute();
