import type { Queryable } from '@irisflow/database';
import { instantOf, type LocalizedText } from '@irisflow/foundation';
import { type DraftFileRow, listWrittenFiles } from './storage/draft-files.ts';
import { findVersion, type DraftRow, listVersionFiles } from './storage/procedures.ts';
import type { DraftFile, ProcedureDraft, ProcedureFile } from './views/procedure.ts';
import { changedBlocks } from './blocks/changed-blocks.ts';
import { withBlocks } from './blocks/with-blocks.ts';
import { contentHashOf } from './content-hash.ts';
import { fileKindOf } from './file-kind.ts';
import type { FolderFile } from './folder-limits.ts';
import { readFolder } from './read-folder.ts';

export const filesOf = (files: readonly FolderFile[]): ProcedureFile[] =>
  files.flatMap(({ path, content }) => {
    const kind = fileKindOf(path);
    return kind === null ? [] : [{ path, kind, content }];
  });

export const draftFilesOf = (rows: readonly DraftFileRow[]): DraftFile[] =>
  rows.flatMap(({ path, content, revision, written_at, written_by }) => {
    const kind = fileKindOf(path);
    if (kind === null) return [];
    return [{ path, kind, content, revision, writtenAt: instantOf(written_at), writtenBy: written_by }];
  });

/** A broken draft still has a name in the list: its key. */
export const titleOf = (key: string, files: readonly FolderFile[]): LocalizedText =>
  readFolder(files.filter(({ path }) => path === 'procedure.json')).description?.title ?? { fr: key, nl: key, en: key };

export const isChanged = async (db: Queryable, draft: DraftRow, files: readonly FolderFile[]): Promise<boolean> => {
  if (draft.based_on === null) return true;
  const base = await findVersion(db, { key: draft.procedure_key, version: draft.based_on });
  return base === undefined || base.content_hash !== contentHashOf(withBlocks(files));
};

/** What the platform brings otherwise since the version on which the draft stands. */
const changedBlocksOf = async (
  db: Queryable,
  { procedure_key: key, based_on: version }: DraftRow,
  files: readonly FolderFile[],
): Promise<LocalizedText[]> =>
  version === null ? [] : changedBlocks(files, await listVersionFiles(db, { key, version }));

export const viewDraft = async (db: Queryable, draft: DraftRow): Promise<ProcedureDraft> => {
  const key = draft.procedure_key;
  const files = await listWrittenFiles(db, key);
  const changed = await isChanged(db, draft, files);
  return {
    key,
    title: titleOf(key, files),
    basedOnVersion: draft.based_on,
    revision: draft.revision,
    updatedAt: instantOf(draft.updated_at),
    updatedBy: draft.updated_by,
    changed,
    changedBlocks: changed ? await changedBlocksOf(db, draft, files) : [],
    files: draftFilesOf(files),
  };
};
