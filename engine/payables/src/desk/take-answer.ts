import { appendAudit } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { type Act, onBooks, requireAccountant } from '@irisflow/ledger';
import { readWhole } from '../acts/batch-file.ts';
import { executeOrders, rejectOrders } from '../acts/end-orders.ts';
import { judgeAnswer } from '../acts/judge-answer.ts';
import { type ReadAnswer, readAnswer } from '../acts/read-answer.ts';
import { findAnswer, insertAnswer } from '../storage/answers.ts';
import { type Batch, findByMessageId } from '../storage/batches.ts';
import { noteWords } from '../storage/payables.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { AnswerTaken } from '../views/payables.ts';

const requireOwnBatch = async (
  act: Act,
  { administration, messageId }: { readonly administration: string; readonly messageId: string },
): Promise<Batch> => {
  const batch = await findByMessageId(act.tx, { administration, messageId });
  if (batch !== undefined && batch.releasedAt !== null) return batch;
  throw new CaseworkError(
    'BANK_FILE_UNKNOWN',
    `Expected the answer to a batch that this administration released, but found ${messageId.slice(0, 40)}`,
  );
};

/** Does what the file says: all of it or nothing. */
const apply = async (surroundings: Surroundings, act: Act, batch: Batch, { words }: ReadAnswer) => {
  const { id: batchId, administration, executeOn } = batch;
  const all = await readWhole(act.tx, batch);
  const executedOn = executeOn < act.day ? executeOn : act.day;
  const { executed, rejected, noted } = judgeAnswer({ batch, all, words, executedOn, today: act.day });
  await noteWords(act.tx, noted);
  await executeOrders(surroundings, act, { administration, batchId, ended: executed });
  await rejectOrders(surroundings, act, { administration, batchId, ended: rejected });
  return { executed: executed.length, rejected: rejected.length, noted: noted.length };
};

/** Takes in what a bank answered to a batch (pain.002); the same file a second time does nothing. */
export const takeAnswer: UseCase<{ readonly content: AsyncIterable<Uint8Array> }, AnswerTaken> = async (
  surroundings,
  actor,
  { content },
) => {
  requireAccountant(actor);
  const answer = await readAnswer(content);
  const { hash, messageId } = answer;
  return onBooks(surroundings, actor, async (act, { administration, person }) => {
    const before = await findAnswer(act.tx, { administration, hash });
    if (before !== undefined) {
      const { batchId, executed, rejected, noted } = before;
      return { batchId, executed, rejected, noted, isRepeated: true };
    }
    const batch = await requireOwnBatch(act, { administration, messageId });
    const counts = await apply(surroundings, act, batch, answer);
    await insertAnswer(act.tx, {
      id: surroundings.random.id(),
      administration,
      batchId: batch.id,
      hash,
      ...counts,
      takenAt: surroundings.clock.now(),
      takenBy: person.id,
    });
    await appendAudit(surroundings, act.tx, {
      actor,
      action: 'batch.answered',
      object: `batch:${batch.id}`,
      administration,
      detail: { ...counts, fileHash: hash },
    });
    return { batchId: batch.id, ...counts, isRepeated: false };
  });
};
