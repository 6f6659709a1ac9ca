import { coerceValue, evaluate, testInput } from '@irisflow/feel';
import type { FeelContext, FeelResult, FeelType, FeelWarning, ParsedFeel } from '@irisflow/feel';

/** Answers the value of a name; undefined when there is none. */
export type Lookup = FeelContext['variable'];

/** What all expressions of one decision share. */
export interface Evaluation {
  readonly now: number;
  readonly timeZone: string;
  readonly random: (() => number) | null;
  /** Steps left; see `feelLimits`. */
  fuel: number;
  readonly warnings: FeelWarning[];
}

/** Ends the evaluation of a decision; caught by `evaluateDecision`, never seen by callers. */
export class DecisionFailure extends Error {
  override readonly name = 'DecisionFailure';
}

/** Ends the evaluation of a decision with a sentence for the person who has to repair it. */
export const fail = (message: string): never => {
  throw new DecisionFailure(message);
};

/** Names of `entries` first, then what `outer` knows. */
export const withEntries = (entries: ReadonlyMap<string, unknown>, outer: Lookup): Lookup =>
  entries.size === 0 ? outer : (name) => (entries.has(name) ? entries.get(name) : outer(name));

/** Context of one expression within the budget that is left. */
export const contextOf = ({ now, timeZone, random, fuel }: Evaluation, variable: Lookup): FeelContext => ({
  variable,
  now,
  timeZone,
  random,
  fuel,
});

const MAX_WARNINGS = 50;

/** Keeps warnings as long as anybody may want to read them. */
export const addWarnings = ({ warnings }: Evaluation, more: readonly FeelWarning[]): void => {
  if (more.length > 0 && warnings.length < MAX_WARNINGS) warnings.push(...more.slice(0, MAX_WARNINGS));
};

/** Pays for a result and answers its value, or ends the decision; `where` completes "... of the decision". */
export const settle = (evaluation: Evaluation, result: FeelResult, where: string): unknown => {
  // One step a text at least, so that a table of a million trivial cells is paid for as well.
  evaluation.fuel -= 1 + result.steps;
  addWarnings(evaluation, result.warnings);
  return result.ok ? result.value : fail(`Expected ${where} to have a value, but: ${result.error.message}`);
};

/** Evaluates an expression; an empty one is null. */
export const valueOf = (evaluation: Evaluation, feel: ParsedFeel | null, lookup: Lookup): unknown =>
  feel === null ? null : settle(evaluation, evaluate(feel, contextOf(evaluation, lookup)), `"${feel.text}"`);

/** Answers whether an input satisfies a test; an empty test accepts everything. */
export const satisfies = (
  evaluation: Evaluation,
  test: ParsedFeel | null,
  input: { value: unknown; lookup: Lookup },
): boolean =>
  test === null ||
  settle(evaluation, testInput(test, input.value, contextOf(evaluation, input.lookup)), `"${test.text}"`) === true;

const nothing: Lookup = () => undefined;

/** Gives a result the form its type wants; null with a warning when it has none. */
export const conform = (
  evaluation: Evaluation,
  value: unknown,
  { type, where }: { readonly type: FeelType; readonly where: string },
): unknown =>
  type.kind === 'any' || value === null
    ? value
    : settle(evaluation, coerceValue(value, type, contextOf(evaluation, nothing)), where);
