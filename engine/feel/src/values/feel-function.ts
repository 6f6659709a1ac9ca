import type { Runtime } from '../runtime.ts';
import { anyType } from './feel-type.ts';
import type { FeelType } from './feel-type.ts';
import { KIND } from '../kind.ts';

/** A function as a value: defined in an expression, or given by a business knowledge model. */
export interface FeelFunction {
  readonly [KIND]: 'function';
  readonly parameters: readonly string[];
  readonly type: Extract<FeelType, { kind: 'function' }>;
  /** Called with one argument a parameter. */
  readonly invoke: (runtime: Runtime, args: readonly unknown[]) => unknown;
}

/** A parameter by its name, with a type unless it takes anything. */
export type FeelParameter = string | { readonly name: string; readonly type: FeelType };

/**
 * Makes a function value; `body` gets one argument a parameter. A body that evaluates further expressions takes their
 * steps from `runtime.fuel`, and ends everything with `stopEvaluation` when one of them fails.
 */
export const feelFunction = (
  parameters: readonly FeelParameter[],
  body: (args: readonly unknown[], runtime: Runtime) => unknown,
  result: FeelType = anyType,
): FeelFunction =>
  Object.freeze<FeelFunction>({
    [KIND]: 'function',
    parameters: parameters.map((each) => (typeof each === 'string' ? each : each.name)),
    type: {
      kind: 'function',
      parameters: parameters.map((each) => (typeof each === 'string' ? anyType : each.type)),
      result,
    },
    invoke: (runtime: Runtime, args: readonly unknown[]) => body(args, runtime),
  });
