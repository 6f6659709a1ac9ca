import { createHash } from 'node:crypto';
import { job, actingAs } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { deleteUpload, insertChunk, insertContent, insertUpload } from '../storage/document-content.ts';
import type { Surroundings } from '../surroundings.ts';
import { checkReceived } from './check-files.ts';
import { refusedEverywhere, type FileRules } from './file-rules.ts';
import { realMediaType } from './real-media-type.ts';

export interface StoredContent {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const CHUNK_BYTES = 256 * 1024;

/** Cuts a stream into chunks of one size, so that memory holds one chunk whatever the file. */
const chunksOf = async function* (content: Bytes): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of content) {
    for (let offset = 0; offset < part.length;) {
      const piece = part.subarray(offset, offset + CHUNK_BYTES - length);
      parts.push(piece);
      length += piece.length;
      offset += piece.length;
      if (length < CHUNK_BYTES) continue;
      yield Buffer.concat(parts);
      parts = [];
      length = 0;
    }
  }
  if (length > 0) yield Buffer.concat(parts);
};

const requireType = async (sample: Uint8Array, { accept }: FileRules): Promise<string> => {
  const mediaType = await realMediaType(sample);
  if (accept.includes(mediaType) && !refusedEverywhere.has(mediaType)) return mediaType;
  throw new CaseworkError(
    'DOCUMENT_TYPE_REFUSED',
    `Expected one of ${accept.join(', ')}, but the bytes are ${mediaType}`,
  );
};

const receive = async (
  { database }: Surroundings,
  uploadId: string,
  { content, rules }: { content: Bytes; rules: FileRules },
): Promise<StoredContent> => {
  const hash = createHash('sha256');
  let size = 0;
  let ordinal = 0;
  let mediaType = '';
  for await (const bytes of chunksOf(content)) {
    size += bytes.length;
    if (size > rules.maxBytes)
      throw new CaseworkError('DOCUMENT_TOO_LARGE', `Expected at most ${rules.maxBytes} bytes, but the file is longer`);
    if (ordinal === 0) mediaType = await requireType(bytes, rules);
    hash.update(bytes);
    await insertChunk(database, { uploadId, ordinal, bytes });
    ordinal += 1;
  }
  if (size === 0) throw new CaseworkError('DOCUMENT_TYPE_REFUSED', 'Expected a file with content, but it is empty');
  return { sha256: hash.digest('hex'), size, mediaType };
};

export interface Upload {
  readonly content: Bytes;
  readonly rules: FileRules;
  /** True where the platform wrote it itself. */
  readonly isOwn?: boolean;
}

const keep = async (surroundings: Surroundings, { isOwn = false, ...upload }: Upload): Promise<StoredContent> => {
  const { database, clock, random } = surroundings;
  const uploadId = random.id();
  await insertUpload(database, { id: uploadId, at: clock.now() });
  try {
    const stored = await receive(surroundings, uploadId, upload);
    const isNew = await insertContent(database, { ...stored, uploadId, verdict: isOwn ? 'made' : 'unchecked' });
    if (!isNew) await deleteUpload(database, uploadId);
    return stored;
  } catch (thrown) {
    await deleteUpload(database, uploadId);
    throw thrown;
  }
};

/**
 * Stores a stream under its hash and answers what it is. Nothing refers to it yet: a document row does that, and content
 * to which no document refers is swept later. Refuses by real type and by size while the bytes arrive, and then what holds a virus.
 */
export const storeContent = async (given: Surroundings, upload: Upload): Promise<StoredContent> => {
  const surroundings = actingAs(given, job('uploads'));
  const stored = await keep(surroundings, upload);
  if (upload.isOwn !== true) await checkReceived(surroundings, stored.sha256);
  return stored;
};
