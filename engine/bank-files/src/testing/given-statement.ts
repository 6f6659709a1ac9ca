import type { Communication } from '../communication.ts';
import type { Movement } from '../statement.ts';

/** A statement as a test says it, whatever file it is written in. */
export interface GivenStatement {
  readonly account: string;
  readonly owner: string;
  readonly number: string;
  readonly day: string;
  readonly opening: bigint;
  readonly movements: readonly Partial<Movement>[];
}

export const closingOf = ({ opening, movements }: GivenStatement): bigint =>
  movements.reduce((sum, { cents = 0n }) => sum + cents, opening);

/** What a payer's bank writes of a communication. */
export const wordsOf = (communication: Communication | null | undefined): string => {
  if (communication === null || communication === undefined) return '';
  if (communication.kind === 'structured') return communication.digits;
  return communication.kind === 'free' ? communication.text : communication.reference;
};
