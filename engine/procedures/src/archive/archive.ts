import { promisify } from 'node:util';
import { strToU8, zip } from 'fflate';
import { declareUtf8 } from '@irisflow/xml';
import { listDraftFiles } from '../storage/procedures.ts';
import type { UseCase } from '../surroundings.ts';
import type { ProcedureDraft } from '../views/procedure.ts';
import { importFolder, type FolderImport } from '../import-folder.ts';
import { requireDraft } from '../require-procedure.ts';
import { readArchive } from './read-archive.ts';

/** The same folder gives the same bytes. */
const MODIFIED = '2026-01-01T00:00:00Z';

/** In threads of its own: a folder of the largest size would stall everybody else. */
const deflate = promisify<Record<string, Uint8Array>, { level: 6; mtime: string }, Uint8Array>(zip);

export interface ArchiveImport extends Omit<FolderImport, 'files'> {
  readonly archive: Uint8Array;
}

/** Reads a zip of a procedure folder into a draft. */
export const importArchive: UseCase<ArchiveImport, ProcedureDraft> = async (
  surroundings,
  actor,
  { archive, ...options },
) => importFolder(surroundings, actor, { files: await readArchive(archive), ...options });

/** The draft as a zip of its folder. */
export const exportArchive: UseCase<{ key: string }, { fileName: string; bytes: Uint8Array }> = async (
  { database },
  actor,
  { key },
) => {
  await requireDraft(database, actor, key);
  const files = await listDraftFiles(database, key);
  const entries = files.map(({ path, content }) => [`${key}/${path}`, strToU8(declareUtf8(content))] as const);
  return { fileName: `${key}.zip`, bytes: await deflate(Object.fromEntries(entries), { level: 6, mtime: MODIFIED }) };
};
