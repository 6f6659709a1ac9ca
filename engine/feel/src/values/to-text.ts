import { numberText } from '../numbers/number-text.ts';
import { charge, stepsOf } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import { kindOf } from './kind-of.ts';
import type { ValueOf } from './kind-of.ts';
import { temporalText } from './temporal-text.ts';
import type { FeelTemporal } from './temporal.ts';

/** A number of a few digits may have thousands of zeros. */
const chargedNumber = (runtime: Runtime, value: ValueOf['number']): string => {
  const text = numberText(value);
  charge(runtime, stepsOf(text));
  return text;
};

const quoted = (runtime: Runtime, value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(value) : toText(runtime, value);

const contextText = (runtime: Runtime, context: ValueOf['context']): string => {
  const key = (name: string) => (/^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(name) ? name : JSON.stringify(name));
  return `{${Object.entries(context)
    .map(([name, value]) => `${key(name)}:${quoted(runtime, value)}`)
    .join(', ')}}`;
};

const rangeText = (runtime: Runtime, range: ValueOf['range']): string => {
  const end = (value: unknown) => (value === null ? '' : quoted(runtime, value));
  if (range.equality !== undefined) return `(${range.equality}${end(range.start)})`;
  return `${range.startIncluded ? '[' : '('}${end(range.start)}..${end(range.end)}${range.endIncluded ? ']' : ')'}`;
};

/** Writes a value the way the FEEL function `string` does; strings inside lists and contexts are quoted. */
export const toText = (runtime: Runtime, value: unknown): string => {
  charge(runtime, 1);
  const kind = kindOf(value);
  switch (kind) {
    case 'string':
      charge(runtime, stepsOf(value as string));
      return value as string;
    case 'number':
      return chargedNumber(runtime, value as ValueOf['number']);
    case 'null':
      return 'null';
    case 'boolean':
      return value === true ? 'true' : 'false';
    case 'list':
      return `[${(value as ValueOf['list']).map((item) => quoted(runtime, item)).join(', ')}]`;
    case 'context':
      return contextText(runtime, value as ValueOf['context']);
    case 'range':
      return rangeText(runtime, value as ValueOf['range']);
    case 'function':
      return `function(${(value as ValueOf['function']).parameters.join(', ')})`;
    default:
      return temporalText(value as FeelTemporal);
  }
};
