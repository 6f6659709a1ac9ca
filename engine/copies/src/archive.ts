import { nameInArchive } from '@irisflow/casework';
import type { CopyRow } from './storage/file-copies.ts';

/** A file of an archive. */
export interface ArchiveFile {
  readonly path: string;
  readonly content: string | AsyncIterable<Uint8Array>;
}

interface Stored {
  /** Of the pages of the copy. */
  readonly sha256: string;
  readonly read: (sha256: string) => AsyncIterable<Uint8Array>;
}

/** The pages of a copy, and each document of it as it was received under the number that the index gives it. */
export const archiveOf = async function* entries(
  { content, pieces }: CopyRow,
  { sha256, read }: Stored,
): AsyncGenerator<ArchiveFile> {
  yield { path: `${nameInArchive(content.reference)}.pdf`, content: read(sha256) };
  for (const [index, piece] of pieces.entries()) {
    const number = String(content.sections.length + index + 1).padStart(2, '0');
    yield { path: `documents/${number}-${nameInArchive(piece.name)}`, content: read(piece.sha256) };
  }
};
