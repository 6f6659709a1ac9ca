import { withDouble } from '../numbers/arithmetic.ts';
import { boundedList, boundedString, charge, stepsOf } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import { warn } from '../warnings.ts';
import { BeyondCalendar } from '../values/far-dates.ts';
import { kindOf } from '../values/kind-of.ts';
import type { ValueOf } from '../values/kind-of.ts';

interface ExactTypes extends Omit<ValueOf, 'null'> {
  any: unknown;
  /** Anything that is known. */
  point: unknown;
}

/** Positions, sizes and parts of dates: functions that do not calculate with numbers take the nearest doubles. */
interface ParameterTypes extends Omit<ExactTypes, 'number'> {
  number: number;
}

type ParameterType = keyof ParameterTypes;

/** TypeScript type of the argument that a parameter written as `name: type` or `name?: type` takes. */
type ArgumentOf<
  Text,
  Types extends ExactTypes = ParameterTypes,
> = Text extends `${string}?: ${infer Type extends ParameterType}`
  ? Types[Type] | undefined
  : Text extends `${string}: ${infer Type extends ParameterType}`
    ? Types[Type]
    : never;

type ArgumentsOf<Texts extends readonly string[], Types extends ExactTypes = ParameterTypes> = {
  [Index in keyof Texts]: ArgumentOf<Texts[Index], Types>;
};

interface Parameter {
  readonly name: string;
  /** Other names for the same, as other tools spell it. */
  readonly aliases: readonly string[];
  readonly type: ParameterType;
  readonly isOptional: boolean;
}

/** One way to call a built-in function. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  /** Takes any number of further arguments of the last parameter's type. */
  readonly isVariadic: boolean;
  /** Means this only when its arguments are named. */
  readonly isByName: boolean;
  readonly run: (runtime: Runtime, args: readonly unknown[]) => unknown;
}

/** A built-in function: its signatures, the first that fits is called. */
export type Builtin = readonly Signature[];

const parseParameter = (text: string): Parameter => {
  const colon = text.lastIndexOf(': ');
  const names = text.slice(0, colon);
  const isOptional = names.endsWith('?');
  const [name = '', ...aliases] = (isOptional ? names.slice(0, -1) : names).split('|');
  return { name, aliases, type: text.slice(colon + 2) as ParameterType, isOptional };
};

/**
 * Declares a way to call a function, for example `signature(['string: string', 'length?: number'], ...)`;
 * `m|context: context` is a parameter with two names.
 */
export const signature = <const Texts extends readonly string[]>(
  parameters: Texts,
  run: (runtime: Runtime, ...args: ArgumentsOf<Texts>) => unknown,
): Signature => {
  const parsed = parameters.map(parseParameter);
  const takesNumbers = parsed.some(({ type }) => type === 'number');
  const toOwn = ({ type }: Parameter, value: unknown) => (type === 'number' ? withDouble(value) : value);
  return {
    parameters: parsed,
    isVariadic: false,
    isByName: false,
    run: (runtime, args) => {
      const own = takesNumbers ? parsed.slice(0, args.length).map((each, index) => toOwn(each, args[index])) : args;
      return run(runtime, ...(own as ArgumentsOf<Texts>));
    },
  };
};

/** Like `signature`, for functions that calculate: numbers come with all their digits. */
export const exactSignature = <const Texts extends readonly string[]>(
  parameters: Texts,
  run: (runtime: Runtime, ...args: ArgumentsOf<Texts, ExactTypes>) => unknown,
): Signature => ({
  parameters: parameters.map(parseParameter),
  isVariadic: false,
  isByName: false,
  run: (runtime, args) => run(runtime, ...(args as ArgumentsOf<Texts, ExactTypes>)),
});

/** Declares a way to call a function that needs the names, where arguments in order mean something else. */
export const byName = <const Texts extends readonly string[]>(
  parameters: Texts,
  run: (runtime: Runtime, ...args: ArgumentsOf<Texts>) => unknown,
): Signature => ({ ...signature(parameters, run), isByName: true });

/** Declares a function that takes any number of arguments of one type, for example `variadic('list: number', ...)`. */
export const variadic = <const Text extends string>(
  parameter: Text,
  run: (runtime: Runtime, items: readonly ArgumentOf<Text>[]) => unknown,
): Signature => ({
  parameters: [parseParameter(parameter)],
  isVariadic: true,
  isByName: false,
  run: (runtime, args) => run(runtime, args as readonly ArgumentOf<Text>[]),
});

const fits = ({ type, isOptional }: Parameter, value: unknown): boolean => {
  if (value === undefined || (value === null && isOptional)) return isOptional;
  if (type === 'point') return value !== null;
  return type === 'any' || kindOf(value) === type;
};

const fitsVariadic = ([parameter]: readonly Parameter[], args: readonly unknown[]): boolean =>
  parameter !== undefined && args.length > 0 && args.every((value) => fits(parameter, value));

const accepts = ({ parameters, isVariadic }: Signature, args: readonly unknown[]): boolean => {
  if (isVariadic) return fitsVariadic(parameters, args);
  return args.length <= parameters.length && parameters.every((parameter, index) => fits(parameter, args[index]));
};

/** One item stands for the list of it, and the list of one item for the item, as everywhere in FEEL. */
const converted = ({ type }: Parameter, value: unknown): unknown => {
  if (value === null || value === undefined || type === 'any' || kindOf(value) === type) return value;
  if (type === 'list') return [value];
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
};

const convertedArguments = ({ parameters, isVariadic }: Signature, args: readonly unknown[]): readonly unknown[] => {
  const [first] = parameters;
  return args.map((value, index) => {
    const parameter = isVariadic ? first : parameters[index];
    return parameter === undefined ? value : converted(parameter, value);
  });
};

const acceptsConverted = (signature: Signature, args: readonly unknown[]): boolean =>
  accepts(signature, convertedArguments(signature, args));

const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return stepsOf(value);
  if (!Array.isArray(value)) return 0;
  // The strings in a list count as well: joining a thousand of a megabyte each must not be cheap.
  let steps = value.length;
  for (const item of value) if (typeof item === 'string') steps += stepsOf(item);
  return steps;
};

const bounded = (runtime: Runtime, value: unknown): unknown => {
  if (typeof value === 'string') return boundedString(runtime, value);
  if (!Array.isArray(value)) return value;
  charge(runtime, value.length);
  return boundedList(value);
};

/** An optional argument given as null counts as not given. */
const presentArguments = ({ parameters }: Signature, args: readonly unknown[]): readonly unknown[] =>
  args.map((value, index) => (value === null && parameters[index]?.isOptional === true ? undefined : value));

const chargeFor = (runtime: Runtime, args: readonly unknown[]): void => {
  charge(
    runtime,
    args.reduce<number>((steps, value) => steps + sizeOf(value), 1),
  );
};

/** Runs a signature; what the calendar would have to know about a day beyond it is null. */
const runSignature = (runtime: Runtime, signature: Signature, args: readonly unknown[]): unknown => {
  try {
    return bounded(runtime, signature.run(runtime, presentArguments(signature, args)));
  } catch (error) {
    if (error instanceof BeyondCalendar) return warn(runtime, 'CALENDAR_ENDS');
    throw error;
  }
};

/** Runs a signature that fits, the arguments as they are or converted; undefined when none does. */
const runFitting = (runtime: Runtime, signatures: Builtin, args: readonly unknown[]): unknown => {
  const exact = signatures.find((each) => accepts(each, args));
  if (exact !== undefined) return runSignature(runtime, exact, args);
  const close = signatures.find((each) => acceptsConverted(each, args));
  return close === undefined ? undefined : runSignature(runtime, close, convertedArguments(close, args));
};

/** The signatures that take their arguments in order. */
export const inOrder = (builtin: Builtin): Builtin => builtin.filter(({ isByName }) => !isByName);

/**
 * Calls a built-in function within the limits, with arguments for its signatures `inOrder`; null with a warning when
 * none of these fits.
 */
export const callBuiltin = (runtime: Runtime, name: string, builtin: Builtin, args: readonly unknown[]): unknown => {
  chargeFor(runtime, args);
  const result = runFitting(runtime, builtin, args);
  if (result !== undefined) return result;
  const kinds = args.map((value) => kindOf(value)).join(', ');
  return warn(runtime, 'ARGUMENTS_WRONG', { name, found: kinds });
};

/** Positions of named arguments in a signature, or null when it does not have these names. */
const positionsIn = ({ parameters }: Signature, names: readonly string[]): number[] | null => {
  const positions = names.map((name) =>
    parameters.findIndex((parameter) => parameter.name === name || parameter.aliases.includes(name)),
  );
  return positions.includes(-1) ? null : positions;
};

interface NamedSignature {
  readonly signature: Signature;
  readonly positions: readonly number[];
}

const isInOrder = ({ positions }: NamedSignature): boolean =>
  positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? 0));

/** Signatures with these names; those with the same order first, as `before` has a point and a range in both orders. */
const namedSignatures = (builtin: Builtin, names: readonly string[]): NamedSignature[] => {
  const fitting = builtin.flatMap((each) => {
    const positions = positionsIn(each, names);
    return positions === null ? [] : [{ signature: each, positions }];
  });
  return fitting.toSorted((a, b) => Number(isInOrder(b)) - Number(isInOrder(a)));
};

/** Calls a built-in function with arguments by name. */
export const callBuiltinByName = (
  runtime: Runtime,
  name: string,
  builtin: Builtin,
  named: ReadonlyMap<string, unknown>,
): unknown => {
  const names = [...named.keys()];
  const values = [...named.values()];
  chargeFor(runtime, values);
  for (const { signature: each, positions } of namedSignatures(builtin, names)) {
    const args: unknown[] = [];
    positions.forEach((position, index) => (args[position] = values[index]));
    const spread = each.isVariadic && Array.isArray(args[0]) ? (args[0] as readonly unknown[]) : Array.from(args);
    const result = runFitting(runtime, [each], spread);
    if (result !== undefined) return result;
  }
  return warn(runtime, 'ARGUMENTS_WRONG', { name, found: names.join(', ') });
};
