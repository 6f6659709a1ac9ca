import { copyCategory, insertDocument, readContent, storeContent } from '@irisflow/casework';
import { isoOf } from '@irisflow/foundation';
import type { CopyPiece } from '../content/pieces.ts';
import { type CopyRow, failCopy, finishCopy, retrySoon, takeDueCopy } from '../storage/file-copies.ts';
import type { Surroundings } from '../surroundings.ts';
import { drawCopy, type DrawnCopy, partKindOf, type ReadPiece } from './draw-copy.ts';

/** Longer than a copy can take. */
const KEEP_MS = 10 * 60_000;
const MAX_ATTEMPTS = 3;
/** So much is put on pages; what goes beyond is in the archive alone. */
const MAX_BYTES = 80 * 1024 * 1024;
const MAX_COPY_BYTES = 200 * 1024 * 1024;

const bytesOf = async (surroundings: Surroundings, { sha256 }: CopyPiece): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  for await (const part of readContent(surroundings, sha256)) parts.push(part);
  return Buffer.concat(parts);
};

const readPieces = async (surroundings: Surroundings, { pieces }: CopyRow): Promise<ReadPiece[]> => {
  const read: ReadPiece[] = [];
  let left = MAX_BYTES;
  for (const piece of pieces) {
    const fits = partKindOf(piece.mediaType) !== null && piece.size <= left;
    if (fits) left -= piece.size;
    read.push({ piece, bytes: fits ? await bytesOf(surroundings, piece) : null });
  }
  return read;
};

/** A file that brings the thread down keeps nobody from the rest: then all of them are in the archive alone. */
const draw = async (surroundings: Surroundings, copy: CopyRow): Promise<DrawnCopy> => {
  const isLast = copy.attempts >= MAX_ATTEMPTS;
  const read = isLast ? copy.pieces.map((piece) => ({ piece, bytes: null })) : await readPieces(surroundings, copy);
  return drawCopy(copy, read);
};

const make = async (surroundings: Surroundings, copy: CopyRow): Promise<void> => {
  const { pdf, pages } = await draw(surroundings, copy);
  const rules = { accept: ['application/pdf'], maxBytes: MAX_COPY_BYTES, maxCount: 1 };
  const stored = await storeContent(surroundings, { content: [pdf], rules, isOwn: true });
  const { database, clock, random } = surroundings;
  const at = clock.now();
  await database.transaction(async (tx) => {
    const documentId = random.id();
    await insertDocument(tx, {
      id: documentId,
      administration: copy.administration,
      draftId: null,
      caseId: copy.case_id,
      pointer: null,
      name: `${copy.content.reference}-${isoOf(at).slice(0, 10)}.pdf`,
      ...stored,
      origin: 'agent',
      category: copyCategory,
      visibleToApplicant: copy.audience === 'party' && copy.handed_over,
      at,
      by: copy.made_by,
    });
    await finishCopy(tx, { id: copy.id, documentId, pages, at });
  });
};

/** Makes every copy that waits, one after the other; the first failure is told once the others are made. */
export const makeCopies = async (surroundings: Surroundings): Promise<void> => {
  const { database, clock } = surroundings;
  const failures: unknown[] = [];
  for (;;) {
    const copy = await takeDueCopy(database, { at: clock.now(), keepMs: KEEP_MS });
    if (copy === undefined) break;
    try {
      await make(surroundings, copy);
    } catch (thrown) {
      failures.push(thrown);
      if (copy.attempts >= MAX_ATTEMPTS) await failCopy(database, copy.id);
      else await retrySoon(database, { id: copy.id, at: clock.now() });
    }
  }
  if (failures.length > 0) throw failures[0];
};
