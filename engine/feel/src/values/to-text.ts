import { charge, stepsOf } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import { kindOf } from './kind-of.ts';
import type { ValueOf } from './kind-of.ts';
import { temporalText } from './temporal-text.ts';
import type { FeelTemporal } from './temporal.ts';

/** Writes a number without exponent, as decimal text. */
const numberText = (value: number): string => {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = '', lead = '', rest = '', exponent = '0'] = match;
  const shift = Number(exponent);
  const digits = lead + rest;
  return shift < 0 ? `${sign}0.${'0'.repeat(-shift - 1)}${digits}` : `${sign}${digits.padEnd(shift + 1, '0')}`;
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
      return numberText(value as number);
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
