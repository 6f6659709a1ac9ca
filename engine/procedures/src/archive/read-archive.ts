import { CaseworkError, IsolationFault, runIsolated } from '@irisflow/foundation';
import { decodeXml } from '@irisflow/xml';
import { fileKindOf } from '../file-kind.ts';
import { folderLimits, type FolderFile } from '../folder-limits.ts';
import type { ArchiveAnswer, ArchivedFile, ArchiveInput, ArchiveLimits } from './messages.ts';

const MAX_ARCHIVE_BYTES = 5 * 1024 * 1024;
const DEADLINE_MS = 10_000;

const limits: ArchiveLimits = {
  entries: 1_000,
  files: folderLimits.files,
  fileBytes: folderLimits.fileCharacters,
  folderBytes: folderLimits.folderCharacters,
  nameCharacters: 200,
};

const refuse = (detail: string, cause?: unknown): never => {
  throw new CaseworkError('ARCHIVE_INVALID', detail, cause === undefined ? {} : { cause });
};

const asText = ({ path, content }: ArchivedFile): FolderFile => {
  if (typeof content === 'string') return { path, content };
  const text = decodeXml(content, limits.fileBytes);
  return typeof text === 'string' ? { path, content: text } : refuse(`${path.slice(0, 100)}: ${text.message}`);
};

const unzip = async (archive: Uint8Array): Promise<readonly FolderFile[]> => {
  if (archive.length > MAX_ARCHIVE_BYTES)
    refuse(`Expected at most ${MAX_ARCHIVE_BYTES} bytes, but found ${archive.length}`);
  const input: ArchiveInput = { archive, limits };
  const module = new URL('./inflate-archive.mjs', import.meta.url);
  try {
    const answer = await runIsolated<ArchiveAnswer>({ module, input, deadlineMs: DEADLINE_MS });
    return answer.kind === 'files' ? answer.files.map(asText) : refuse(answer.detail);
  } catch (thrown) {
    if (thrown instanceof IsolationFault)
      refuse(`Expected an archive that is read within ${DEADLINE_MS} ms, but it is not`, thrown);
    throw thrown;
  }
};

/** Zips made on a desktop have the folder itself in front of every name. */
const commonFolder = (names: readonly string[]): string => {
  const [head] = names[0]?.split('/') ?? [];
  const prefix = `${head ?? ''}/`;
  return !names.includes('procedure.json') && names.every((name) => name.startsWith(prefix)) ? prefix : '';
};

/** The files of a procedure archive; names outside the folder, bombs, lies and strangers are refused. */
export const readArchive = async (archive: Uint8Array): Promise<FolderFile[]> => {
  const files = await unzip(archive);
  const prefix = commonFolder(files.map(({ path }) => path));
  return files.map(({ path: name, content }) => {
    const path = name.slice(prefix.length);
    if (fileKindOf(path) === null) refuse(`Expected only files of a procedure, but found ${name.slice(0, 100)}`);
    return { path, content };
  });
};
