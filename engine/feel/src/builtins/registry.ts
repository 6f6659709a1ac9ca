import { aggregates } from './aggregate.ts';
import { callBuiltin, inOrder } from './builtin.ts';
import type { Builtin } from './builtin.ts';
import { calendar } from './calendar.ts';
import { context } from './context.ts';
import { conversion } from './conversion.ts';
import { json } from './json.ts';
import { list } from './list.ts';
import { logic } from './logic.ts';
import { numeric } from './numeric.ts';
import { randomness } from './random.ts';
import { range } from './range.ts';
import { text } from './text.ts';
import { feelFunction } from '../values/feel-function.ts';
import type { FeelFunction } from '../values/feel-function.ts';

const builtins: ReadonlyMap<string, Builtin> = new Map(
  [conversion, logic, text, list, aggregates, numeric, context, calendar, range, json, randomness].flatMap((group) =>
    Object.entries(group),
  ),
);

/** Names of all built-in functions. */
export const builtinNames: readonly string[] = Object.freeze([...builtins.keys()].toSorted());

/** The built-in function of that name as a value that can be passed on; it takes what its shortest form takes. */
export const builtinFunction = (name: string): FeelFunction | undefined => {
  const builtin = inOrder(builtins.get(name) ?? []);
  const [shortest] = builtin.toSorted((a, b) => a.parameters.length - b.parameters.length);
  if (shortest === undefined) return undefined;
  const parameters = shortest.parameters.filter(({ isOptional }) => !isOptional).map((parameter) => parameter.name);
  return feelFunction(parameters, (args, runtime) => callBuiltin(runtime, name, builtin, args));
};

/** The built-in function of that name, or undefined. */
export const builtinNamed = (name: string): Builtin | undefined => builtins.get(name);
