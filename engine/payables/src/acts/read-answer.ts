import { createHash } from 'node:crypto';
import { BankFileFault, type PaymentStatus, readPain002 } from '@irisflow/bank-files';
import { CaseworkError } from '@irisflow/foundation';

/** More than any batch has orders: a larger file is none of ours. */
const MOST_WORDS = 100_000;

export interface ReadAnswer {
  /** SHA-256 of the file, by which it is known again. */
  readonly hash: string;
  readonly messageId: string;
  readonly words: readonly PaymentStatus[];
}

const invalid = (message: string): CaseworkError => new CaseworkError('BANK_FILE_INVALID', message);

const hashing = async function* (
  content: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const piece of content) {
    hash.update(piece);
    yield piece;
  }
};

/** Reads the whole file of a bank before anything follows from it. */
export const readAnswer = async (content: AsyncIterable<Uint8Array>): Promise<ReadAnswer> => {
  const hash = createHash('sha256');
  const words: PaymentStatus[] = [];
  try {
    for await (const word of readPain002(hashing(content, hash))) {
      words.push(word);
      if (words.length > MOST_WORDS) throw invalid(`Expected at most ${MOST_WORDS} statuses, but found more`);
    }
  } catch (cause) {
    if (cause instanceof BankFileFault) throw invalid(cause.message);
    throw cause;
  }
  const [messageId, second] = new Set(words.map((word) => word.messageId));
  if (messageId === undefined) throw invalid('Expected a status, but the file says none');
  if (second !== undefined) throw invalid('Expected the statuses of one batch, but found those of several');
  return { hash: hash.digest('hex'), messageId, words };
};
