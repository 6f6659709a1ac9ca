import type { FeelSyntaxError } from './feel-syntax-error.ts';
import { feelLimits } from './limits.ts';
import type { ParsedFeel } from './parse-feel.ts';

/** Steps of reading FEEL that are left to the files which are deployed together. */
export interface FeelBudget {
  left: number;
  /** Texts that were paid for: whoever reads one again finds it in memory. */
  readonly paid: Set<string>;
}

export const createFeelBudget = (): FeelBudget => ({ left: feelLimits.deploymentEffort, paid: new Set() });

/** Steps of one text that count once; what people write stays below. */
const ORDINARY = 10_000;
/** How often each step beyond counts: few long texts keep others waiting longer than many short ones. */
const LONG = 4;

const priceOf = (effort: number): number => effort + (LONG - 1) * Math.max(0, effort - ORDINARY);

/** Pays for a text that was read, or for finding out that it cannot be; what cannot be is not remembered. */
export const payEffort = (budget: FeelBudget, text: string, read: ParsedFeel | FeelSyntaxError): void => {
  if (budget.paid.has(text)) return;
  budget.left -= priceOf(read.effort);
  if (!(read instanceof Error)) budget.paid.add(text);
};
