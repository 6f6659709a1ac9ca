import { appendAudit } from '@irisflow/access';
import { writePain001 } from '@irisflow/bank-files';
import { requireAccountant } from '@irisflow/ledger';
import { readWhole, transferBatchOf } from '../acts/batch-file.ts';
import type { UseCase } from '../surroundings.ts';
import { requireReleased } from './act-on-batch.ts';
import { requireBatch } from './read-batches.ts';

export interface BatchFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Pieces of about a transfer each would be as many writes. */
const PIECE_BYTES = 65_536;

const inPieces = async function* (texts: Iterable<string>): AsyncGenerator<Uint8Array> {
  let waiting = '';
  for (const text of texts) {
    waiting += text;
    if (waiting.length < PIECE_BYTES) continue;
    yield Buffer.from(waiting);
    waiting = '';
  }
  yield Buffer.from(waiting);
};

/** The file of a released batch, the same to the byte each time; the audit says who took it. */
export const downloadBatch: UseCase<{ readonly batchId: string }, BatchFile> = (surroundings, actor, { batchId }) => {
  const clerk = requireAccountant(actor);
  return surroundings.database.transaction(async (tx) => {
    const batch = await requireBatch(tx, clerk, batchId);
    requireReleased(batch);
    const { messageId, executeOn, releasedAt, payerIban, payerName, payerNumber } = batch;
    const payer = { iban: payerIban ?? '', name: payerName ?? '', enterpriseNumber: payerNumber };
    const file = transferBatchOf(
      { messageId, executeOn, releasedAt: releasedAt ?? '', payer },
      await readWhole(tx, batch),
    );
    await appendAudit(surroundings, tx, {
      actor,
      action: 'batch.downloaded',
      object: `batch:${batchId}`,
      administration: clerk.administration,
      detail: { fileHash: batch.fileHash },
    });
    return { name: `${messageId}.xml`, mediaType: 'application/xml', content: inPieces(writePain001(file)) };
  });
};
