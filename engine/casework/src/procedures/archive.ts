import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { CaseworkError } from '../errors/casework-error.ts';
import { listDraftFiles } from '../storage/procedures.ts';
import type { UseCase } from '../surroundings.ts';
import type { ProcedureDraft } from '../views/procedure.ts';
import { fileKindOf } from './file-kind.ts';
import { folderLimits, type FolderFile } from './folder-limits.ts';
import { importFolder } from './import-folder.ts';
import { requireDraft } from './require-procedure.ts';

const MAX_ARCHIVE_BYTES = 5 * 1024 * 1024;
/** The same folder gives the same bytes. */
const MODIFIED = '2026-01-01T00:00:00Z';

const refuse = (detail: string, cause?: unknown): never => {
  throw new CaseworkError('ARCHIVE_INVALID', detail, cause === undefined ? {} : { cause });
};

/** Refuses before anything is inflated: a few kilobytes can claim to be gigabytes. */
const createGate = () => {
  let files = 0;
  let bytes = 0;
  return ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (name.endsWith('/')) return false;
    files += 1;
    bytes += originalSize;
    if (name.includes('..') || name.includes('\\') || name.startsWith('/') || name.includes('\0'))
      refuse(`Expected names inside the folder, but found ${name.slice(0, 100)}`);
    if (files > folderLimits.files) refuse(`Expected at most ${folderLimits.files} files, but found more`);
    if (originalSize > folderLimits.fileCharacters || bytes > folderLimits.folderCharacters)
      refuse(`Expected at most ${folderLimits.folderCharacters} bytes, but ${name.slice(0, 100)} goes beyond`);
    return true;
  };
};

const unzip = (archive: Uint8Array): Record<string, Uint8Array> => {
  if (archive.length > MAX_ARCHIVE_BYTES)
    refuse(`Expected at most ${MAX_ARCHIVE_BYTES} bytes, but found ${archive.length}`);
  try {
    return unzipSync(archive, { filter: createGate() });
  } catch (thrown) {
    if (thrown instanceof CaseworkError) throw thrown;
    return refuse('Expected a zip archive, but it cannot be read', thrown);
  }
};

/** Zips made on a desktop have the folder itself in front of every name. */
const commonFolder = (names: readonly string[]): string => {
  const [head] = names[0]?.split('/') ?? [];
  const prefix = `${head ?? ''}/`;
  return !names.includes('procedure.json') && names.every((name) => name.startsWith(prefix)) ? prefix : '';
};

/** The files of a procedure archive; names outside the folder, bombs and strangers are refused. */
export const readArchive = (archive: Uint8Array): FolderFile[] => {
  const entries = Object.entries(unzip(archive));
  const prefix = commonFolder(entries.map(([name]) => name));
  return entries.map(([name, bytes]) => {
    const path = name.slice(prefix.length);
    if (fileKindOf(path) === null) refuse(`Expected only files of a procedure, but found ${name.slice(0, 100)}`);
    return { path, content: strFromU8(bytes) };
  });
};

/** Reads a zip of a procedure folder into a draft. */
export const importArchive: UseCase<{ archive: Uint8Array }, ProcedureDraft> = async (
  surroundings,
  actor,
  { archive },
) => importFolder(surroundings, actor, { files: readArchive(archive) });

/** The draft as a zip of its folder. */
export const exportArchive: UseCase<{ key: string }, { fileName: string; bytes: Uint8Array }> = async (
  { database },
  actor,
  { key },
) => {
  await requireDraft(database, actor, key);
  const files = await listDraftFiles(database, key);
  const entries = files.map(({ path, content }) => [`${key}/${path}`, strToU8(content)] as const);
  return { fileName: `${key}.zip`, bytes: zipSync(Object.fromEntries(entries), { level: 6, mtime: MODIFIED }) };
};
