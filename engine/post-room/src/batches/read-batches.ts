import { type Clerk, namesOf, requireClerk } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf, instantOrNull } from '@irisflow/foundation';
import { type BatchLetter, listLetters } from '../storage/batch-letters.ts';
import { type Batch, findBatch, listBatches as listRows } from '../storage/batches.ts';
import type { UseCase } from '../surroundings.ts';
import type { PrintBatchSummary, PrintBatchView, PrintedLetter } from '../views/batches.ts';

const MANY = 100;

const stateOf = ({ endedAt, postedOn }: Batch): PrintBatchSummary['state'] => {
  if (endedAt === null) return 'open';
  return postedOn === null ? 'givenUp' : 'posted';
};

const summarize = (batch: Batch, names: ReadonlyMap<string, string>): PrintBatchSummary => ({
  id: batch.id,
  number: batch.number,
  way: batch.way,
  language: batch.language,
  state: stateOf(batch),
  letters: batch.letters,
  madeAt: instantOf(batch.madeAt),
  madeBy: names.get(batch.madeBy) ?? null,
  prints: batch.prints,
  printedAt: instantOrNull(batch.printedAt),
  postedOn: batch.postedOn,
});

const viewLetter = (letter: BatchLetter): PrintedLetter => ({
  noticeId: letter.notice_id,
  caseId: letter.case_id,
  documentId: letter.document_id,
  position: letter.position,
  reference: letter.reference,
  addressee: letter.addressee,
  postcode: letter.postcode,
  subject: letter.subject,
  state: letter.state,
  number: letter.number,
});

const unknown = (id: string) =>
  new CaseworkError('NOT_FOUND', `Expected a batch ${id.slice(0, 40)}, but there is none`);

/** A batch of their administration, found as the one that acts on it or merely looks finds it. */
export const requireBatch = async (
  db: Queryable,
  { administration }: Clerk,
  { id, find = findBatch }: { readonly id: string; readonly find?: typeof findBatch },
): Promise<Batch> => {
  const found = await find(db, id);
  if (found?.administration !== administration) throw unknown(id);
  return found;
};

/** Its letters, refused where the reader does not see all of them: a part of a batch is no batch. */
export const readWhole = async (db: Queryable, { id, letters }: Batch): Promise<BatchLetter[]> => {
  const seen = await listLetters(db, id);
  if (seen.length === letters) return seen;
  throw new CaseworkError('BATCH_NOT_WHOLE', `Expected ${letters} letters in batch ${id}, but ${seen.length} are seen`);
};

export const viewBatch = async (db: Queryable, clerk: Clerk, id: string): Promise<PrintBatchView> => {
  const batch = await requireBatch(db, clerk, { id });
  return {
    ...summarize(batch, await namesOf(db, [batch.madeBy])),
    items: (await listLetters(db, id)).map(viewLetter),
  };
};

export const getBatch: UseCase<{ readonly batchId: string }, PrintBatchView> = async (
  { database },
  actor,
  { batchId },
) => viewBatch(database, requireClerk(actor), batchId);

/** The last batches of an administration, the latest first. */
export const listBatches: UseCase<Record<string, never>, PrintBatchSummary[]> = async ({ database }, actor) => {
  const { administration } = requireClerk(actor);
  const batches = await listRows(database, administration, MANY);
  const names = await namesOf(
    database,
    batches.map(({ madeBy }) => madeBy),
  );
  return batches.map((batch) => summarize(batch, names));
};
