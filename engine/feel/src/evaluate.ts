import { feelLimits } from './limits.ts';
import type { ParsedFeel } from './parse-feel.ts';
import { EvaluationStop, feelError, stop } from './runtime.ts';
import type { FeelError, Runtime } from './runtime.ts';
import type { FeelWarning } from './warnings.ts';
import { callFunction } from './values/call-function.ts';
import { coerce } from './values/coerce.ts';
import { BeyondCalendar } from './values/far-dates.ts';
import type { FeelFunction } from './values/feel-function.ts';
import type { FeelType } from './values/feel-type.ts';
import { isTooLarge } from './values/is-too-large.ts';
import { readJson } from './values/read-json.ts';

/** What an expression may know about its surroundings. */
export interface FeelContext {
  /** Value of a variable: JSON or a FEEL value; undefined when there is none of that name. */
  readonly variable: (name: string) => unknown;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** IANA name of the zone whose clock `now()` and `today()` show; UTC when absent. */
  readonly timeZone?: string;
  /** Numbers from 0 up to 1 for `random number` and `uuid`; absent or null, these two end the evaluation. */
  readonly random?: (() => number) | null;
  /** Budget of steps; see `feelLimits`. */
  readonly fuel?: number;
  /** Hears how many steps an evaluation took, when it is over. */
  readonly onSpent?: (steps: number) => void;
}

/** A value with what became null on the way, or the reason why there is none; `steps` is what it cost. */
export type FeelResult =
  | { readonly ok: true; readonly value: unknown; readonly warnings: readonly FeelWarning[]; readonly steps: number }
  | {
      readonly ok: false;
      readonly error: FeelError;
      readonly warnings: readonly FeelWarning[];
      readonly steps: number;
    };

const noWarnings: readonly FeelWarning[] = Object.freeze([]);

const failureOf = (error: unknown): FeelError => {
  if (error instanceof EvaluationStop) return error.failure;
  if (error instanceof BeyondCalendar) return feelError('CALENDAR', 'CALENDAR_ENDS');
  if (error instanceof RangeError) {
    return feelError('TOO_DEEP', 'VALUES_TOO_DEEP');
  }
  return feelError('INTERNAL', 'EVALUATION_BROKEN', { detail: String(error) });
};

/** Answers the value if it can be written down. */
const bounded = (value: unknown): unknown =>
  isTooLarge(value) ? stop('RESULT_TOO_LARGE', 'RESULT_TOO_LARGE', { limit: `${feelLimits.result}` }) : value;

const run = (context: FeelContext, body: (runtime: Runtime) => unknown): FeelResult => {
  const fuel = context.fuel ?? feelLimits.fuel;
  const { variable, now, timeZone = 'UTC', random = null } = context;
  const runtime: Runtime = { variable, now, timeZone, random, at: null, fuel, calls: 0, warnings: null };
  try {
    const value = bounded(body(runtime));
    return { ok: true, value, warnings: runtime.warnings ?? noWarnings, steps: fuel - runtime.fuel };
  } catch (error) {
    return { ok: false, error: failureOf(error), warnings: runtime.warnings ?? noWarnings, steps: fuel - runtime.fuel };
  } finally {
    context.onSpent?.(fuel - runtime.fuel);
  }
};

/** Evaluates an expression; never throws, never runs longer than its budget of steps. */
export const evaluate = (parsed: ParsedFeel, context: FeelContext): FeelResult =>
  run(context, (runtime) => parsed.evaluate(runtime, null));

/** Evaluates unary tests on an input; the value is true, false, or null when it cannot be told. */
export const testInput = (parsed: ParsedFeel, input: unknown, context: FeelContext): FeelResult =>
  run(context, (runtime) => parsed.evaluate(runtime, { parent: null, values: [input ?? null] }));

/** Calls a function value with one argument a parameter; never throws, never runs longer than its budget of steps. */
export const invoke = (target: FeelFunction, args: readonly unknown[], context: FeelContext): FeelResult =>
  run(context, (runtime) => callFunction(runtime, target, args));

/** Answers whether an input satisfies unary tests; null when it cannot be told or the evaluation failed. */
export const evaluateUnaryTests = (parsed: ParsedFeel, input: unknown, context: FeelContext): boolean | null => {
  const result = testInput(parsed, input, context);
  return result.ok && typeof result.value === 'boolean' ? result.value : null;
};

/** Gives a value the form a type wants, or null with a warning when it has none; never throws. */
export const coerceValue = (value: unknown, type: FeelType, context: FeelContext): FeelResult =>
  run(context, (runtime) => coerce(runtime, value, type));

/** Like `coerceValue`, for JSON from outside: text becomes the date, time or duration the type asks for. */
export const coerceJson = (value: unknown, type: FeelType, context: FeelContext): FeelResult =>
  run(context, (runtime) => coerce(runtime, readJson(value, type), type));

/** A type that takes only the values of `base` that pass unary tests, which may use nothing from outside. */
export const constrainedType = (base: FeelType, tests: ParsedFeel): FeelType => ({
  kind: 'constrained',
  base,
  allows: (runtime, value) => tests.evaluate(runtime, { parent: null, values: [value] }) === true,
});
