import { feelLimits } from '../limits.ts';
import { charge, stop, warn } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import { coerce } from './coerce.ts';
import { anyType } from './feel-type.ts';
import type { FeelFunction } from './feel-function.ts';

/** Arguments as the parameters want them; null when one of them cannot be had. */
const coerceArguments = (
  runtime: Runtime,
  { type: { parameters } }: FeelFunction,
  args: readonly unknown[],
): readonly unknown[] | null => {
  if (parameters.every(({ kind }) => kind === 'any')) return args;
  const given = args.map((value, index) => coerce(runtime, value, parameters[index] ?? anyType));
  return given.some((value, index) => value === null && args[index] !== null) ? null : given;
};

/** Calls a function value within the limits; null with a warning when the number of arguments is wrong. */
export const callFunction = (runtime: Runtime, target: FeelFunction, args: readonly unknown[]): unknown => {
  const { parameters } = target;
  if (args.length !== parameters.length) {
    const message = `Expected ${parameters.length} arguments (${parameters.join(', ')}), but found ${args.length}.`;
    return warn(runtime, 'FUNCTION_INVOCATION_FAILURE', message);
  }
  const given = coerceArguments(runtime, target, args);
  if (given === null) return null;
  charge(runtime, 1);
  runtime.calls += 1;
  if (runtime.calls > feelLimits.calls) {
    stop('TOO_DEEP', `Expected at most ${feelLimits.calls} function calls inside each other, but there are more.`);
  }
  try {
    return target.invoke(runtime, given);
  } finally {
    runtime.calls -= 1;
  }
};
