import type { Runtime } from '../runtime.ts';
import { KIND } from './kind.ts';

/** A function as a value: defined in an expression, or given by a business knowledge model. */
export interface FeelFunction {
  readonly [KIND]: 'function';
  readonly parameters: readonly string[];
  /** Called with one argument a parameter. */
  readonly invoke: (runtime: Runtime, args: readonly unknown[]) => unknown;
}

/**
 * Makes a function value; `body` gets one argument a parameter. A body that evaluates further expressions takes their
 * steps from `runtime.fuel`, and ends everything with `stopEvaluation` when one of them fails.
 */
export const feelFunction = (
  parameters: readonly string[],
  body: (args: readonly unknown[], runtime: Runtime) => unknown,
): FeelFunction =>
  Object.freeze<FeelFunction>({
    [KIND]: 'function',
    parameters,
    invoke: (runtime: Runtime, args: readonly unknown[]) => body(args, runtime),
  });
