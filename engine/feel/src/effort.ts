import { FeelSyntaxError } from './feel-syntax-error.ts';
import { feelLimits } from './limits.ts';

/** What every text takes, however short. */
const TEXT = 20;

let spent = 0;

/** Begins to count the steps of reading one text; reading never waits, so that no other text is read meanwhile. */
export const startEffort = (): void => {
  spent = TEXT;
};

/** Steps that the text at hand has taken. A step is about a microsecond, and the same on every machine. */
export const effortSoFar = (): number => Math.ceil(spent);

/** Counts steps, and refuses the text that takes too many. */
export const spendEffort = (steps: number): void => {
  spent += steps;
  if (spent <= feelLimits.effort) return;
  throw new FeelSyntaxError({ text: 'TEXT_TOO_COSTLY', params: { limit: `${feelLimits.effort}` } }, 0);
};
