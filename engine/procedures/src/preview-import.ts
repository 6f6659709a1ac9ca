import { instantOf } from '@irisflow/foundation';
import { findProcedureDraft, listDraftFiles, type DraftRow } from './storage/procedures.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import type { ImportedFileChange, ImportPreview } from './views/procedure.ts';
import type { ArchiveImport } from './archive/archive.ts';
import { readArchive } from './archive/read-archive.ts';
import { isChanged, titleOf } from './draft-view.ts';
import type { FolderFile } from './folder-limits.ts';
import { nameImport, requireAdministration, requireFreeKey } from './name-import.ts';

const contentsOf = (files: readonly FolderFile[]) => new Map(files.map(({ path, content }) => [path, content]));

/** What an import would do to each file that it would change. */
const changesOf = (before: readonly FolderFile[], after: readonly FolderFile[]): ImportedFileChange[] => {
  const [old, now] = [contentsOf(before), contentsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].toSorted().flatMap((path): ImportedFileChange[] => {
    if (!old.has(path)) return [{ path, kind: 'added' }];
    if (!now.has(path)) return [{ path, kind: 'removed' }];
    return old.get(path) === now.get(path) ? [] : [{ path, kind: 'changed' }];
  });
};

const viewExisting = async (
  { database }: Surroundings,
  draft: DraftRow,
  files: readonly FolderFile[],
): Promise<ImportPreview['draft']> => ({
  revision: draft.revision,
  updatedAt: instantOf(draft.updated_at),
  updatedBy: draft.updated_by,
  isUnpublished: await isChanged(database, draft, files),
});

/** Says what importing an archive would change, under the key it names or under another, and changes nothing. */
export const previewImport: UseCase<Omit<ArchiveImport, 'replaces'>, ImportPreview> = async (
  surroundings,
  actor,
  { archive, key: wantedKey },
) => {
  const { key, administration, files } = nameImport(actor, { files: await readArchive(archive), key: wantedKey });
  const { database } = surroundings;
  await requireAdministration(database, administration);
  await requireFreeKey(database, { key, administration });
  const draft = await findProcedureDraft(database, key);
  const before = draft === undefined ? [] : await listDraftFiles(database, key);
  return {
    key,
    title: titleOf(key, files),
    draft: draft === undefined ? null : await viewExisting(surroundings, draft, before),
    changes: changesOf(before, files),
  };
};
