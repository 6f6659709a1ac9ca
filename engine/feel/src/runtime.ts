import { feelLimits } from './limits.ts';

/** Why a part of an expression became null. */
export type FeelWarningCode =
  | 'NO_VARIABLE_FOUND'
  | 'NO_CONTEXT_ENTRY_FOUND'
  | 'NO_PROPERTY_FOUND'
  | 'NO_FUNCTION_FOUND'
  | 'NOT_COMPARABLE'
  | 'INVALID_TYPE'
  | 'FUNCTION_INVOCATION_FAILURE';

/** A part of the expression became null although the author probably expected a value. */
export interface FeelWarning {
  readonly code: FeelWarningCode;
  readonly message: string;
}

/** Why an evaluation has no value at all. */
export type FeelErrorCode =
  | 'FUEL_EXHAUSTED'
  | 'LIST_TOO_LONG'
  | 'STRING_TOO_LONG'
  | 'TOO_DEEP'
  | 'ASSERTION'
  | 'TYPE'
  | 'INTERNAL';

/** What ends an evaluation. */
export interface FeelError {
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

/** Ends the evaluation. */
export const stop = (code: FeelErrorCode, message: string): never => {
  throw new EvaluationStop({ code, message });
};

/** Takes steps from the budget and ends the evaluation when it is used up. */
export const charge = (runtime: Runtime, steps: number): void => {
  runtime.fuel -= steps;
  if (runtime.fuel < 0) {
    stop('FUEL_EXHAUSTED', 'Expected the expression to finish within its budget of steps, but it takes more.');
  }
};

/** Steps it takes to look at a string from one end to the other. */
export const stepsOf = (text: string): number => text.length >> 4;

/** Notes why something becomes null, and answers that null. */
export const warn = (runtime: Runtime, code: FeelWarningCode, message: string): null => {
  const warnings = (runtime.warnings ??= []);
  if (warnings.length < feelLimits.warnings) warnings.push({ code, message });
  return null;
};

/** Answers the list if an expression may hold one of that length. */
export const boundedList = <List extends readonly unknown[]>(list: List): List =>
  list.length <= feelLimits.listItems
    ? list
    : stop('LIST_TOO_LONG', `Expected a list of at most ${feelLimits.listItems} items, but it has ${list.length}.`);

/** Answers the string, paid for, if an expression may hold one of that length. */
export const boundedString = (runtime: Runtime, text: string): string => {
  if (text.length > feelLimits.stringLength) {
    const message = `Expected a string of at most ${feelLimits.stringLength} characters, but it has ${text.length}.`;
    return stop('STRING_TOO_LONG', message);
  }
  charge(runtime, stepsOf(text));
  return text;
};
