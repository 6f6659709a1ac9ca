import { feelLimits } from './limits.ts';
import { feelMessage } from './feel-text.ts';
import type { FeelParams, FeelText, FeelTextCode } from './feel-text.ts';
import type { FeelWarning } from './warnings.ts';

/** Why an evaluation has no value at all. */
export type FeelErrorCode =
  | 'FUEL_EXHAUSTED'
  | 'LIST_TOO_LONG'
  | 'STRING_TOO_LONG'
  | 'RESULT_TOO_LARGE'
  | 'TOO_DEEP'
  | 'ASSERTION'
  | 'RANDOMNESS'
  | 'PATTERN'
  | 'CALENDAR'
  | 'TYPE'
  | 'INTERNAL';

/** What ends an evaluation. */
export interface FeelError extends FeelText {
  readonly code: FeelErrorCode;
  readonly message: string;
}

/** Carries a `FeelError` out of nested closures; caught by `evaluate`, never seen by callers. */
export class EvaluationStop extends Error {
  readonly failure: FeelError;

  constructor(failure: FeelError) {
    super(failure.message);
    this.failure = failure;
  }
}

/** The state of one evaluation. */
export interface Runtime {
  variable: (name: string) => unknown;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  readonly timeZone: string;
  /** A number from 0 up to 1, or null when every evaluation must give the same. */
  readonly random: (() => number) | null;
  /** Where in its text the evaluation is, for the warnings. */
  at: number | null;
  fuel: number;
  calls: number;
  warnings: FeelWarning[] | null;
}

/** Values bound by the expression itself: loop variables, parameters, context entries, the item of a filter. */
export interface Scope {
  readonly parent: Scope | null;
  readonly values: unknown[];
}

/** A compiled node. */
export type Evaluate = (runtime: Runtime, scope: Scope | null) => unknown;

/** Makes an error. */
export const feelError = (code: FeelErrorCode, text: FeelTextCode, params: FeelParams = {}): FeelError => ({
  code,
  text,
  params,
  message: feelMessage({ text, params }, 'en'),
});

/** Ends the evaluation. */
export const stop = (code: FeelErrorCode, text: FeelTextCode, params: FeelParams = {}): never => {
  throw new EvaluationStop(feelError(code, text, params));
};

/** Ends the evaluation for a reason that has words of its own. */
export const stopBecause = (code: FeelErrorCode, detail: string): never => stop(code, 'EXPLAINED', { detail });

/** Takes steps from the budget and ends the evaluation when it is used up. */
export const charge = (runtime: Runtime, steps: number): void => {
  runtime.fuel -= steps;
  if (runtime.fuel < 0) {
    stop('FUEL_EXHAUSTED', 'STEPS_EXHAUSTED');
  }
};

/** Steps it takes to look at a string from one end to the other. */
export const stepsOf = (text: string): number => text.length >> 4;

/** Answers the list if an expression may hold one of that length. */
export const boundedList = <List extends readonly unknown[]>(list: List): List =>
  list.length <= feelLimits.listItems
    ? list
    : stop('LIST_TOO_LONG', 'LIST_TOO_LONG', { limit: `${feelLimits.listItems}`, found: `${list.length}` });

/** Answers the string, paid for, if an expression may hold one of that length. */
export const boundedString = (runtime: Runtime, text: string): string => {
  if (text.length > feelLimits.stringLength) {
    return stop('STRING_TOO_LONG', 'STRING_TOO_LONG', {
      limit: `${feelLimits.stringLength}`,
      found: `${text.length}`,
    });
  }
  charge(runtime, stepsOf(text));
  return text;
};
