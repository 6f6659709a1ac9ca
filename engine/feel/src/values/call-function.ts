import { feelLimits } from '../limits.ts';
import { charge, stop, warn } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import type { FeelFunction } from './feel-function.ts';

/** Calls a function value within the limits; null with a warning when the number of arguments is wrong. */
export const callFunction = (runtime: Runtime, target: FeelFunction, args: readonly unknown[]): unknown => {
  const { parameters } = target;
  if (args.length !== parameters.length) {
    const message = `Expected ${parameters.length} arguments (${parameters.join(', ')}), but found ${args.length}.`;
    return warn(runtime, 'FUNCTION_INVOCATION_FAILURE', message);
  }
  charge(runtime, 1);
  runtime.calls += 1;
  if (runtime.calls > feelLimits.calls) {
    stop('TOO_DEEP', `Expected at most ${feelLimits.calls} function calls inside each other, but there are more.`);
  }
  try {
    return target.invoke(runtime, args);
  } finally {
    runtime.calls -= 1;
  }
};
