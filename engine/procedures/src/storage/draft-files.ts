import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { FolderFile } from '../folder-limits.ts';
import type { DraftAct } from '../views/file-history.ts';
import { tables } from './tables.ts';

/** Who writes into a draft: when, how, and in which of its revisions. */
export interface DraftStroke {
  readonly key: string;
  readonly revision: number;
  readonly at: number;
  readonly by: string | null;
  readonly act: DraftAct;
  /** The window in which somebody types; none where each text is kept. */
  readonly sitting?: string | undefined;
}

/** How long somebody types into a file before what it said is kept once more. */
const KEPT_EVERY_MS = 5 * 60_000;

/** What is kept of the files of a draft: of one file, and of all together. */
export const historyLimits = {
  textsOfFile: 100,
  charactersOfFile: 8 * 1024 * 1024,
  texts: 2_000,
  characters: 64 * 1024 * 1024,
} as const;

const rowsOf = (db: Queryable, key: string, paths?: readonly string[]) => {
  const rows = tables(db).selectFrom('procedure_draft_file').selectAll().where('procedure_key', '=', key);
  return (paths === undefined ? rows : rows.where('path', 'in', [...paths])).orderBy('path').execute();
};

export type DraftFileRow = Awaited<ReturnType<typeof rowsOf>>[number];

/** The files of a draft with who wrote them last, all of them or those of some paths. */
export const listWrittenFiles = async (
  db: Queryable,
  key: string,
  paths?: readonly string[],
): Promise<DraftFileRow[]> => (paths?.length === 0 ? [] : rowsOf(db, key, paths));

/** In which revision a file was removed that is not there now; 0 where nobody removed one. */
export const findRemoval = async (db: Queryable, key: string, path: string): Promise<number> => {
  const row = await tables(db)
    .selectFrom('replaced_file')
    .select(({ fn }) => fn.max('replaced_in').as('at'))
    .where('procedure_key', '=', key)
    .where('path', '=', path)
    .where('fate', '=', 'removed')
    .executeTakeFirst();
  return row?.at ?? 0;
};

const insertKept = (db: Queryable, row: DraftFileRow, stroke: DraftStroke, fate: 'replaced' | 'removed') =>
  tables(db)
    .insertInto('replaced_file')
    .values({
      procedure_key: row.procedure_key,
      path: row.path,
      revision: row.revision,
      replaced_in: stroke.revision,
      content: row.content,
      characters: row.content.length,
      act: row.act,
      fate,
      written_at: row.written_at,
      written_by: row.written_by,
      replaced_at: isoOf(stroke.at),
      replaced_by: stroke.by,
    })
    .execute();

/** The oldest texts go first, those beyond the limits of their file, then those beyond the limits of the draft. */
export const trimHistory = (db: Queryable, key: string) =>
  db.query(
    `delete from casework.replaced_file where procedure_key = $1 and (path, revision) in (
       select path, revision from (
         select path, revision,
                row_number() over of_file as place, sum(characters) over of_file as length,
                row_number() over of_draft as draft_place, sum(characters) over of_draft as draft_length
           from casework.replaced_file where procedure_key = $1
         window of_file as (partition by path order by revision desc),
                of_draft as (order by revision desc, path)
       ) kept
       where place > $2 or (place > 1 and length > $3) or draft_place > $4 or (draft_place > 1 and draft_length > $5))`,
    [key, historyLimits.textsOfFile, historyLimits.charactersOfFile, historyLimits.texts, historyLimits.characters],
  );

/** Whether a text is one of many that a window writes within minutes: its author wrote on, and nobody else wrote in between. */
const isPassing = (row: DraftFileRow, { sitting, at, act }: DraftStroke): boolean =>
  act === 'saved' &&
  row.act === 'saved' &&
  sitting !== undefined &&
  row.sitting === sitting &&
  row.begun_at !== null &&
  at - new Date(row.begun_at).getTime() < KEPT_EVERY_MS;

const removeRow = async (db: Queryable, row: DraftFileRow, stroke: DraftStroke): Promise<void> => {
  await insertKept(db, row, stroke, 'removed');
  await tables(db)
    .deleteFrom('procedure_draft_file')
    .where('procedure_key', '=', row.procedure_key)
    .where('path', '=', row.path)
    .execute();
};

const writeRow = async (
  db: Queryable,
  row: DraftFileRow | undefined,
  stroke: DraftStroke,
  { path, content }: FolderFile,
): Promise<void> => {
  const { key, revision, by, act, sitting = null } = stroke;
  const at = isoOf(stroke.at);
  const passing = row !== undefined && isPassing(row, stroke);
  if (row !== undefined && !passing) await insertKept(db, row, stroke, 'replaced');
  const begun_at = passing ? row.begun_at : at;
  const written = { content, revision, written_at: at, written_by: by, act, sitting, begun_at };
  await tables(db)
    .insertInto('procedure_draft_file')
    .values({ procedure_key: key, path, ...written })
    .onConflict((conflict) => conflict.columns(['procedure_key', 'path']).doUpdateSet(written))
    .execute();
};

/** Writes files, or removes those whose text is null; what they said before is kept. A file that says the same already stays. */
export const writeDraftFiles = async (
  db: Queryable,
  stroke: DraftStroke,
  changes: ReadonlyMap<string, string | null>,
): Promise<void> => {
  const before = new Map((await listWrittenFiles(db, stroke.key, [...changes.keys()])).map((row) => [row.path, row]));
  for (const [path, content] of changes) {
    const row = before.get(path);
    if (content !== null && row?.content !== content) await writeRow(db, row, stroke, { path, content });
    if (content === null && row !== undefined) await removeRow(db, row, stroke);
  }
  await trimHistory(db, stroke.key);
};

/** Keeps a text that its author did not put into the draft. */
export const insertSetAside = async (
  db: Queryable,
  { key, revision, at, by }: DraftStroke,
  { path, content }: FolderFile,
): Promise<void> => {
  await tables(db)
    .insertInto('replaced_file')
    .values({
      procedure_key: key,
      path,
      revision,
      replaced_in: revision,
      content,
      characters: content.length,
      act: 'saved',
      fate: 'set_aside',
      written_at: isoOf(at),
      written_by: by,
      replaced_at: isoOf(at),
      replaced_by: by,
    })
    .execute();
  await trimHistory(db, key);
};

/** What a file said before, the newest first, without the texts. */
export const listReplacedFiles = (db: Queryable, key: string, path: string) =>
  tables(db)
    .selectFrom('replaced_file')
    .select(['path', 'revision', 'act', 'fate', 'written_at', 'written_by', 'replaced_at', 'replaced_by'])
    .where('procedure_key', '=', key)
    .where('path', '=', path)
    .orderBy('revision', 'desc')
    .execute();

/** The last text of every file that is not there any more. */
export const listRemovedFiles = (db: Queryable, key: string) =>
  tables(db)
    .selectFrom('replaced_file as gone')
    .distinctOn('gone.path')
    .select(['gone.path', 'gone.revision', 'gone.content', 'gone.replaced_at', 'gone.replaced_by'])
    .where('gone.procedure_key', '=', key)
    .where('gone.fate', '=', 'removed')
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('procedure_draft_file as here')
            .select('here.path')
            .where('here.procedure_key', '=', key)
            .whereRef('here.path', '=', 'gone.path'),
        ),
      ),
    )
    .orderBy('gone.path')
    .orderBy('gone.replaced_in', 'desc')
    .execute();

export const findReplacedText = async (
  db: Queryable,
  { key, path, revision }: { key: string; path: string; revision: number },
): Promise<string | undefined> =>
  (
    await tables(db)
      .selectFrom('replaced_file')
      .select('content')
      .where('procedure_key', '=', key)
      .where('path', '=', path)
      .where('revision', '=', revision)
      .executeTakeFirst()
  )?.content;
