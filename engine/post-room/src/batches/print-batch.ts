import { appendAudit, requireClerk } from '@irisflow/access';
import { findCases, recordOpenings } from '@irisflow/casework';
import { mergePdfs } from '@irisflow/copies';
import type { Locale } from '@irisflow/foundation';
import type { BatchLetter } from '../storage/batch-letters.ts';
import { type Batch, notePrinted } from '../storage/batches.ts';
import { readPdf } from '../read-pdf.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { coverSheet, titleOf } from './cover-sheet.ts';
import { readWhole, requireBatch } from './read-batches.ts';

export interface PrintedBatch {
  readonly name: string;
  readonly mediaType: string;
  readonly pdf: Uint8Array;
}

interface Printing {
  readonly batch: Batch;
  readonly letters: readonly BatchLetter[];
  readonly locale: Locale;
}

/** Letters behind their first sheet, which tells how many pages each of them has. */
const draw = async (surroundings: Surroundings, { batch, letters, locale }: Printing): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  for (const letter of letters) parts.push((await readPdf(surroundings, letter.document_id)).bytes);
  const title = titleOf({ batch, locale });
  const { pdf, pages } = await mergePdfs({ title, parts });
  const now = surroundings.clock.now();
  const cover = await coverSheet({ batch, letters, pages, print: batch.prints + 1, locale, now });
  return (await mergePdfs({ title, parts: [cover, pdf] })).pdf;
};

/** One file with every letter of a batch; that it was taken stands with the batch, and on the first sheet of the next time. */
export const printBatch: UseCase<{ readonly batchId: string; readonly locale: Locale }, PrintedBatch> = async (
  surroundings,
  actor,
  { batchId, locale },
) => {
  const clerk = requireClerk(actor);
  const { database, clock } = surroundings;
  const batch = await requireBatch(database, clerk, { id: batchId });
  const letters = (await readWhole(database, batch)).filter(({ state }) => state !== 'left' || batch.endedAt === null);
  const pdf = await draw(surroundings, { batch, letters, locale });
  await database.transaction(async (tx) => {
    await notePrinted(tx, batchId, clock.now());
    const rows = await findCases(
      tx,
      letters.map(({ case_id: id }) => id),
    );
    await recordOpenings(surroundings, tx, { clerk, rows });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'printBatch.printed',
      object: `printBatch:${batchId}`,
      administration: clerk.administration,
      detail: { number: batch.number, letters: letters.length, print: batch.prints + 1 },
    });
  });
  return { name: `batch-${batch.number}.pdf`, mediaType: 'application/pdf', pdf };
};
