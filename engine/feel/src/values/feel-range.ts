import { KIND } from '../kind.ts';

/** A range; an end that is null is open towards infinity. */
export interface FeelRange {
  readonly [KIND]: 'range';
  readonly start: unknown;
  readonly end: unknown;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;
  /** Operator of `(=10)` and `(!=10)`, which are no intervals: what equals their start, and what does not. */
  readonly equality?: '=' | '!=';
}

/** Makes a range. */
export const feelRange = (ends: Omit<FeelRange, typeof KIND>): FeelRange =>
  Object.freeze<FeelRange>({ [KIND]: 'range', ...ends });
