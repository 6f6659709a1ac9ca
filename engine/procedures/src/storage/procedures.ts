import type { Queryable, Row } from '@irisflow/database';
import type { FolderFile } from '../folder-limits.ts';
import { isoOf, jsonOf } from '@irisflow/foundation';
import type { DraftAct } from '../views/file-history.ts';
import { writeDraftFiles } from './draft-files.ts';

export interface VersionRow extends Row {
  procedure_key: string;
  administration: string;
  version: number;
  content_hash: string;
  published_at: Date | string;
  published_by: string;
  note: string;
  process_definition_id: string;
  process_definition_key: string;
  process_definition_version: number;
  /** Whether its names were qualified when it was published. */
  qualified: boolean;
  /** Whether what begins with a right or an obligation hears of those of its procedure alone. */
  own_beginnings: boolean;
}

const versionColumns = `v.procedure_key, p.administration, v.version, v.content_hash, v.published_at, v.published_by, v.note,
       v.process_definition_id, v.process_definition_key, v.process_definition_version, v.qualified, v.own_beginnings`;
const versions = 'casework.procedure_version v join casework.procedure p on p.key = v.procedure_key';

export const findVersion = async (
  db: Queryable,
  { key, version }: { key: string; version: number },
): Promise<VersionRow | undefined> => {
  const rows = await db.query<VersionRow>(
    `select ${versionColumns} from ${versions} where v.procedure_key = $1 and v.version = $2`,
    [key, version],
  );
  return rows[0];
};

export const findLatestVersion = async (db: Queryable, key: string): Promise<VersionRow | undefined> => {
  const rows = await db.query<VersionRow>(
    `select ${versionColumns} from ${versions} where v.procedure_key = $1 order by v.version desc limit 1`,
    [key],
  );
  return rows[0];
};

export const listVersionRows = (db: Queryable, key: string): Promise<VersionRow[]> =>
  db.query<VersionRow>(`select ${versionColumns} from ${versions} where v.procedure_key = $1 order by v.version desc`, [
    key,
  ]);

/** A version whose reasons nobody approved yet is not used. */
const usable = 'not casework.version_waits(v.procedure_key, v.version)';

/** The newest version that may be used; one that waits for approval is passed over. */
export const findUsableVersion = async (db: Queryable, key: string): Promise<VersionRow | undefined> => {
  const rows = await db.query<VersionRow>(
    `select ${versionColumns} from ${versions} where v.procedure_key = $1 and ${usable} order by v.version desc limit 1`,
    [key],
  );
  return rows[0];
};

/** The newest version of every procedure that may be used. */
export const listLatestVersionRows = (db: Queryable): Promise<VersionRow[]> =>
  db.query<VersionRow>(
    `select distinct on (v.procedure_key) ${versionColumns} from ${versions} where ${usable}
      order by v.procedure_key, v.version desc`,
  );

export interface LatestDescriptionRow extends Row {
  readonly version: number;
  readonly administration: string;
  readonly path: string;
  readonly content: string;
}

/** The file that describes each procedure that may be used, of its newest version. */
export const listLatestDescriptionRows = (db: Queryable): Promise<LatestDescriptionRow[]> =>
  db.query<LatestDescriptionRow>(
    `select distinct on (v.procedure_key) v.version, p.administration, f.path, f.content from ${versions}
       join casework.procedure_version_file f
         on f.procedure_key = v.procedure_key and f.version = v.version and f.path = 'procedure.json'
      where ${usable} order by v.procedure_key, v.version desc`,
  );

/** Procedures that may be used. */
export const listPublishedKeys = async (db: Queryable): Promise<string[]> =>
  (await listLatestVersionRows(db)).map(({ procedure_key: key }) => key);

export const listVersionFiles = (
  db: Queryable,
  { key, version }: { key: string; version: number },
): Promise<(FolderFile & Row)[]> =>
  db.query<FolderFile & Row>(
    'select path, content from casework.procedure_version_file where procedure_key = $1 and version = $2 order by path',
    [key, version],
  );

export interface NewVersion {
  readonly key: string;
  readonly version: number;
  readonly contentHash: string;
  readonly at: number;
  readonly publishedBy: string;
  readonly note: string;
  /** The process of a case, as the engine knows it. */
  readonly process: { readonly id: string; readonly key: string; readonly version: number };
  readonly files: readonly FolderFile[];
  /** What it asks of a sign-in; null where it asks nothing. */
  readonly assurance: object | null;
}

export const insertVersion = async (db: Queryable, version: NewVersion): Promise<void> => {
  await db.query(
    `insert into casework.procedure_version (procedure_key, version, content_hash, published_at, published_by, note,
       process_definition_id, process_definition_key, process_definition_version, assurance, qualified,
       own_beginnings)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true, true)`,
    [
      version.key,
      version.version,
      version.contentHash,
      isoOf(version.at),
      version.publishedBy,
      version.note,
      version.process.id,
      version.process.key,
      version.process.version,
      version.assurance === null ? null : jsonOf(version.assurance),
    ],
  );
  await db.query(
    `insert into casework.procedure_version_file (procedure_key, version, path, content)
     select $1, $2, file.path, file.content from unnest($3::text[], $4::text[]) as file (path, content)`,
    [version.key, version.version, version.files.map(({ path }) => path), version.files.map(({ content }) => content)],
  );
};

export interface DraftRow extends Row {
  procedure_key: string;
  administration: string;
  revision: number;
  based_on: number | null;
  updated_at: Date | string;
  updated_by: string | null;
}

const draftColumns = 'd.procedure_key, p.administration, d.revision, d.based_on, d.updated_at, d.updated_by';
const drafts = 'casework.procedure_draft d join casework.procedure p on p.key = d.procedure_key';

export const findProcedureDraft = async (db: Queryable, key: string): Promise<DraftRow | undefined> =>
  (await db.query<DraftRow>(`select ${draftColumns} from ${drafts} where d.procedure_key = $1`, [key]))[0];

/** The draft, locked until the transaction ends. */
export const lockProcedureDraft = async (db: Queryable, key: string): Promise<DraftRow | undefined> =>
  (
    await db.query<DraftRow>(`select ${draftColumns} from ${drafts} where d.procedure_key = $1 for update of d`, [key])
  )[0];

export const listProcedureDraftRows = (db: Queryable, administration: string): Promise<DraftRow[]> =>
  db.query<DraftRow>(`select ${draftColumns} from ${drafts} where p.administration = $1 order by d.procedure_key`, [
    administration,
  ]);

export const listDraftFiles = (db: Queryable, key: string): Promise<(FolderFile & Row)[]> =>
  db.query<FolderFile & Row>(
    'select path, content from casework.procedure_draft_file where procedure_key = $1 order by path',
    [key],
  );

export const findProcedureOwner = async (db: Queryable, key: string): Promise<string | undefined> =>
  (await db.query<{ administration: string }>('select administration from casework.procedure where key = $1', [key]))[0]
    ?.administration;

export const insertProcedure = (
  db: Queryable,
  { key, administration, at }: { key: string; administration: string; at: number },
) =>
  db.query(
    'insert into casework.procedure (key, administration, created_at) values ($1, $2, $3) on conflict (key) do nothing',
    [key, administration, isoOf(at)],
  );

export interface DraftWrite {
  readonly key: string;
  readonly basedOn: number | null;
  readonly at: number;
  readonly by: string | null;
  readonly act: DraftAct;
  readonly files: readonly FolderFile[];
}

/** Puts a whole folder in the place of the draft; files that say the same already stay as they are. Returns the new revision. */
export const replaceDraft = async (db: Queryable, draft: DraftWrite): Promise<number> => {
  const { key, at, by, act } = draft;
  const rows = await db.query<{ revision: number }>(
    `insert into casework.procedure_draft (procedure_key, revision, based_on, updated_at, updated_by)
     values ($1, 1, $2, $3, $4)
     on conflict (procedure_key) do update
        set revision = casework.procedure_draft.revision + 1, based_on = excluded.based_on,
            updated_at = excluded.updated_at, updated_by = excluded.updated_by
     returning revision`,
    [key, draft.basedOn, isoOf(at), by],
  );
  const revision = rows[0]?.revision ?? 1;
  const gone = (await listDraftFiles(db, key)).map(({ path }) => [path, null] as const);
  const changes = new Map<string, string | null>([
    ...gone,
    ...draft.files.map((file) => [file.path, file.content] as const),
  ]);
  await writeDraftFiles(db, { key, revision, at, by, act }, changes);
  return revision;
};

export interface DraftTouch {
  readonly key: string;
  readonly at: number;
  readonly by: string;
}

export const touchDraft = async (db: Queryable, { key, at, by }: DraftTouch): Promise<number> => {
  const rows = await db.query<{ revision: number }>(
    `update casework.procedure_draft set revision = revision + 1, updated_at = $2, updated_by = $3
      where procedure_key = $1 returning revision`,
    [key, isoOf(at), by],
  );
  return rows[0]?.revision ?? 0;
};

/** Sets what the draft sits over, after a publication. */
export const rebaseDraft = (db: Queryable, key: string, version: number) =>
  db.query('update casework.procedure_draft set based_on = $2 where procedure_key = $1', [key, version]);

/** A decided case is not running, even while letters go out. */
const isRunning = "status not in ('granted', 'refused', 'inadmissible', 'withdrawn', 'closed', 'transferred')";

export const countRunningCases = async (db: Queryable, administration: string): Promise<Map<string, number>> => {
  const rows = await db.query<{ procedure_key: string; running: number }>(
    `select procedure_key, count(*)::int as running from casework.case_file
      where administration = $1 and closed_at is null and ${isRunning} group by procedure_key`,
    [administration],
  );
  return new Map(rows.map((row) => [row.procedure_key, row.running]));
};

export const countRunningByVersion = async (db: Queryable, key: string): Promise<Map<number, number>> => {
  const rows = await db.query<{ procedure_version: number; running: number }>(
    `select procedure_version, count(*)::int as running from casework.case_file
      where procedure_key = $1 and closed_at is null and ${isRunning} group by procedure_version`,
    [key],
  );
  return new Map(rows.map((row) => [row.procedure_version, row.running]));
};
