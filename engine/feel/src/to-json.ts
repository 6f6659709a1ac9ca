import type { Json } from './json.ts';
import { feelLimits } from './limits.ts';
import type { FeelRange } from './values/feel-range.ts';
import { kindOf } from './values/kind-of.ts';
import type { ValueOf } from './values/kind-of.ts';
import { setOwn } from './values/own.ts';
import { temporalIso } from './values/temporal-text.ts';
import type { FeelTemporal } from './values/temporal.ts';

const contextToJson = (context: ValueOf['context'], depth: number): Json => {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(context)) setOwn(result, key, convert(value, depth + 1));
  return result as Json;
};

const rangeToJson = (range: FeelRange, depth: number): Json => ({
  start: convert(range.start, depth + 1),
  end: convert(range.end, depth + 1),
  startIncluded: range.startIncluded,
  endIncluded: range.endIncluded,
});

const convert = (value: unknown, depth: number): Json => {
  if (depth > feelLimits.jsonDepth) return null;
  const kind = kindOf(value);
  switch (kind) {
    case 'null':
    case 'function':
      return null;
    case 'number':
      return Number.isFinite(value) ? (value as number) : null;
    case 'string':
    case 'boolean':
      return value as Json;
    case 'list':
      return (value as ValueOf['list']).map((item) => convert(item, depth + 1));
    case 'context':
      return contextToJson(value as ValueOf['context'], depth);
    case 'range':
      return rangeToJson(value as FeelRange, depth);
    default:
      return temporalIso(value as FeelTemporal);
  }
};

/**
 * Turns a FEEL value into JSON: dates, times and durations become ISO 8601 text, a range an object with its ends,
 * functions and anything nested more than 100 deep become null.
 */
export const toJson = (value: unknown): Json => convert(value, 0);
