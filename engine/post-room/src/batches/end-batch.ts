import { appendAudit, type Clerk, requireClerk } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { sayPosted } from '@irisflow/notices';
import { type BatchLetter, settleLetters } from '../storage/batch-letters.ts';
import { type Batch, endBatch, lockBatch } from '../storage/batches.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { BatchPosting, PrintBatchView } from '../views/batches.ts';
import { filled, postedReason } from './cover-texts.ts';
import { readWhole, requireBatch, viewBatch } from './read-batches.ts';

interface Deed {
  readonly tx: Queryable;
  readonly clerk: Clerk;
  readonly batch: Batch;
  readonly letters: readonly BatchLetter[];
}

const onOpenBatch = (
  surroundings: Surroundings,
  clerk: Clerk,
  { batchId, work }: { readonly batchId: string; readonly work: (deed: Deed) => Promise<void> },
): Promise<PrintBatchView> =>
  surroundings.database.transaction(async (tx) => {
    const batch = await requireBatch(tx, clerk, { id: batchId, find: lockBatch });
    if (batch.endedAt !== null)
      throw new CaseworkError('BATCH_ENDED', `Expected batch ${batchId} to be open, but somebody ended it`);
    await work({ tx, clerk, batch, letters: await readWhole(tx, batch) });
    return viewBatch(tx, clerk, batchId);
  });

const requireKnown = (letters: readonly BatchLetter[], named: readonly string[], pointer: string): void => {
  const known = new Set(letters.map(({ notice_id: id }) => id));
  if (named.every((id) => known.has(id))) return;
  throw new CaseworkError('INPUT_INVALID', 'Expected letters of the batch, but found another one', {
    errors: [{ pointer, keyword: 'unknown' }],
  });
};

/** Says that the letters of a batch were posted on a day, but for some; what they start begins with what becomes of them. */
const post = async (
  surroundings: Surroundings,
  { tx, clerk, batch, letters }: Deed,
  { day, except, numbers }: BatchPosting,
): Promise<{ readonly posted: string[]; readonly left: string[] }> => {
  requireKnown(letters, except, '/except');
  requireKnown(
    letters,
    numbers.map(({ noticeId }) => noticeId),
    '/numbers',
  );
  const stay = new Set(except);
  const numberOf = new Map(numbers.map(({ noticeId, number }) => [noticeId, number]));
  // Whoever locks many cases locks them in one order.
  const going = letters
    .filter(({ notice_id: id }) => !stay.has(id))
    .toSorted((one, other) => (one.case_id < other.case_id ? -1 : 1));
  const { id: by, language } = clerk.person;
  const reason = filled(postedReason, language, { number: batch.number });
  for (const { notice_id: noticeId } of going) {
    const number = numberOf.get(noticeId);
    await sayPosted(surroundings, tx, {
      noticeId,
      channel: batch.way,
      day,
      by,
      reason,
      ...(number === undefined ? {} : { number }),
    });
  }
  return { posted: going.map(({ notice_id: id }) => id), left: [...stay] };
};

/** Says that a batch was posted, all of it at once or, where something in it cannot be, nothing of it. */
export const postBatch: UseCase<BatchPosting & { readonly batchId: string }, PrintBatchView> = async (
  surroundings,
  actor,
  { batchId, ...posting },
) => {
  const clerk = requireClerk(actor);
  const view = await onOpenBatch(surroundings, clerk, {
    batchId,
    work: async (deed) => {
      const { tx, batch } = deed;
      const { posted, left } = await post(surroundings, deed, posting);
      if (posted.length === 0)
        throw new CaseworkError('INPUT_INVALID', 'Expected a letter that was posted, but none was: give the batch up', {
          errors: [{ pointer: '/except', keyword: 'maxItems' }],
        });
      await settleLetters(tx, batchId, { posted, left });
      await endBatch(tx, batchId, { at: surroundings.clock.now(), by: clerk.person.id, postedOn: posting.day });
      await appendAudit(surroundings, tx, {
        actor,
        action: 'printBatch.posted',
        object: `printBatch:${batchId}`,
        administration: clerk.administration,
        detail: { number: batch.number, day: posting.day, posted: posted.length, left: left.length },
      });
    },
  });
  surroundings.outboxBell.ring();
  return view;
};

/** Gives a batch up: its letters wait again. What of it is on paper has to be destroyed. */
export const giveUpBatch: UseCase<{ readonly batchId: string }, PrintBatchView> = (
  surroundings,
  actor,
  { batchId },
) => {
  const clerk = requireClerk(actor);
  return onOpenBatch(surroundings, clerk, {
    batchId,
    work: async ({ tx, batch, letters }) => {
      const left = letters.map(({ notice_id: id }) => id);
      await settleLetters(tx, batchId, { posted: [], left });
      await endBatch(tx, batchId, { at: surroundings.clock.now(), by: clerk.person.id, postedOn: null });
      await appendAudit(surroundings, tx, {
        actor,
        action: 'printBatch.givenUp',
        object: `printBatch:${batchId}`,
        administration: clerk.administration,
        detail: { number: batch.number, letters: left.length, prints: batch.prints },
      });
    },
  });
};
