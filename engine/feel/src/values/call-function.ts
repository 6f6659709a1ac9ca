import { feelLimits } from '../limits.ts';
import { charge, stop } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import { warn } from '../warnings.ts';
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
    const [count, found] = [`${parameters.length}`, `${args.length}`];
    return warn(runtime, 'ARGUMENT_COUNT_WRONG', { count, names: parameters.join(', '), found });
  }
  const given = coerceArguments(runtime, target, args);
  if (given === null) return null;
  charge(runtime, 1);
  const { at } = runtime;
  runtime.calls += 1;
  if (runtime.calls > feelLimits.calls) {
    stop('TOO_DEEP', 'CALLS_TOO_DEEP', { limit: `${feelLimits.calls}` });
  }
  try {
    return target.invoke(runtime, given);
  } finally {
    runtime.calls -= 1;
    runtime.at = at;
  }
};
