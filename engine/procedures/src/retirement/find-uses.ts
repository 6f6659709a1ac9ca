import type { ExecutableElement } from '@irisflow/bpmn';
import type { Queryable, Row } from '@irisflow/database';
import { instantOf, type LocalizedText } from '@irisflow/foundation';
import { constantOf } from '@irisflow/names';
import { titleOf } from '../draft-view.ts';
import type { FolderFile } from '../folder-limits.ts';
import { readFolder } from '../read-folder.ts';
import { findLatestVersion, listDraftFiles, listProcedureDraftRows, listVersionFiles } from '../storage/procedures.ts';
import { listRetirementRows } from '../storage/retirements.ts';
import { listRightSourceRows } from '../storage/right-sources.ts';
import { findScheduled } from '../storage/scheduled-publications.ts';
import type { ProcedureUse } from '../views/retirement.ts';

interface Used {
  readonly key: string;
  readonly administration: string;
}

/** By which input a step says of which procedure it opens a case. */
const OPENED = 'openProcedure';

const opens = (key: string, { inputs }: ExecutableElement): boolean =>
  inputs.some(({ target, source }) => target.join('.') === OPENED && constantOf(source) === key);

const opensIn = (key: string, files: readonly FolderFile[]): boolean =>
  readFolder(files).processes.some(({ process }) => process.elements.some((element) => opens(key, element)));

/** Files that cannot hold it are not read: a folder is long. */
const mentions = (key: string, files: readonly FolderFile[]): FolderFile[] =>
  files.filter(({ path, content }) => path.endsWith('.bpmn') && content.includes(OPENED) && content.includes(key));

const isUser = (key: string, files: readonly FolderFile[]): boolean => {
  const found = mentions(key, files);
  return found.length > 0 && opensIn(key, found);
};

/** Other procedures of the administration that open cases of it: as they are published, or as they are drawn now. */
const openers = async (db: Queryable, { key, administration }: Used): Promise<ProcedureUse[]> => {
  const uses: ProcedureUse[] = [];
  for (const { procedure_key: other } of await listProcedureDraftRows(db, administration)) {
    if (other === key) continue;
    const latest = await findLatestVersion(db, other);
    const published = latest === undefined ? [] : await listVersionFiles(db, { key: other, version: latest.version });
    const drawn = await listDraftFiles(db, other);
    const isPublished = isUser(key, published);
    if (isPublished || isUser(key, drawn))
      uses.push({ kind: 'opens', key: other, title: titleOf(other, drawn), isDraft: !isPublished });
  }
  return uses;
};

const replaced = async (db: Queryable, { key, administration }: Used): Promise<ProcedureUse[]> => {
  const rows = (await listRetirementRows(db, administration)).filter(({ replaced_by: by }) => by === key);
  return Promise.all(
    rows.map(async ({ procedure_key: other }) => ({
      kind: 'replaces' as const,
      key: other,
      title: titleOf(other, await listDraftFiles(db, other)),
    })),
  );
};

const sources = async (db: Queryable, { key }: Used): Promise<ProcedureUse[]> =>
  (await listRightSourceRows(db))
    .filter(({ procedure_key: of, ended_at: endedAt, stopped_at: at }) => of === key && endedAt === null && at === null)
    .map((row) => ({ kind: 'source', key: row.key, title: row.name as LocalizedText }));

const renewal = async (db: Queryable, { key }: Used): Promise<ProcedureUse[]> => {
  const latest = await findLatestVersion(db, key);
  if (latest === undefined) return [];
  const files = await listVersionFiles(db, { key, version: latest.version });
  const { description } = readFolder(files.filter(({ path }) => path === 'procedure.json'));
  return description?.renewal === undefined ? [] : [{ kind: 'renewal' }];
};

const campaigns = async (db: Queryable, { key, administration }: Used): Promise<ProcedureUse[]> =>
  (
    await db.query<{ name: string } & Row>(
      `select name from casework.campaign
        where administration = $1 and procedure_key = $2 and state <> 'ended' order by name`,
      [administration, key],
    )
  ).map(({ name }) => ({ kind: 'campaign', name }));

const scheduled = async (db: Queryable, { key }: Used): Promise<ProcedureUse[]> => {
  const row = await findScheduled(db, key);
  return row === undefined ? [] : [{ kind: 'schedule', goesLiveAt: instantOf(row.goes_live_at) }];
};

/** Who would miss a procedure, as its administration may know. */
export const findUses = async (db: Queryable, used: Used): Promise<ProcedureUse[]> => {
  const uses: ProcedureUse[] = [];
  for (const find of [openers, replaced, sources, renewal, campaigns, scheduled]) uses.push(...(await find(db, used)));
  return uses;
};
