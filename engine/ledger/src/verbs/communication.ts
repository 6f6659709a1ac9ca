import { createHash } from 'node:crypto';
import { makeStructuredCommunication } from '@irisflow/identifiers';

const TEN_DIGITS = 10_000_000_000n;

/** The communication that follows from a key: it looks like chance, so that nobody counts how many there are. */
export const communicationOf = (key: string): string => {
  const digest = createHash('sha256').update(`communication ${key}`).digest();
  // Below 10^10, which a number holds exactly.
  return makeStructuredCommunication(Number(digest.readBigUInt64BE() % TEN_DIGITS));
};
