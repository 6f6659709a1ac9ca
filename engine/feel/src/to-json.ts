import type { ExactJson, Json } from './json.ts';
import { feelLimits } from './limits.ts';
import { toDouble } from './numbers/arithmetic.ts';
import type { FeelNumber } from './numbers/feel-decimal.ts';
import { variableNumber } from './numbers/variable-number.ts';
import type { FeelRange } from './values/feel-range.ts';
import { kindOf } from './values/kind-of.ts';
import type { ValueOf } from './values/kind-of.ts';
import { setOwn } from './values/own.ts';
import { temporalIso } from './values/temporal-text.ts';
import type { FeelTemporal } from './values/temporal.ts';

/** What becomes of a number. */
type OfNumber = (value: FeelNumber) => FeelNumber;

interface Place {
  readonly depth: number;
  readonly ofNumber: OfNumber;
}

const within = ({ depth, ofNumber }: Place): Place => ({ depth: depth + 1, ofNumber });

const contextToJson = (context: ValueOf['context'], place: Place): ExactJson => {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(context)) setOwn(result, key, convert(value, place));
  return result as ExactJson;
};

const rangeToJson = (range: FeelRange, place: Place): ExactJson => ({
  start: convert(range.start, place),
  end: convert(range.end, place),
  startIncluded: range.startIncluded,
  endIncluded: range.endIncluded,
});

const numberToJson = (value: FeelNumber, { ofNumber }: Place): ExactJson => {
  const number = ofNumber(value);
  return typeof number !== 'number' || Number.isFinite(number) ? number : null;
};

const convert = (value: unknown, place: Place): ExactJson => {
  if (place.depth > feelLimits.jsonDepth) return null;
  const kind = kindOf(value);
  switch (kind) {
    case 'null':
    case 'function':
      return null;
    case 'number':
      return numberToJson(value as FeelNumber, place);
    case 'string':
    case 'boolean':
      return value as ExactJson;
    case 'list':
      return (value as ValueOf['list']).map((item) => convert(item, within(place)));
    case 'context':
      return contextToJson(value as ValueOf['context'], within(place));
    case 'range':
      return rangeToJson(value as FeelRange, within(place));
    default:
      return temporalIso(value as FeelTemporal);
  }
};

const nearest: Place = { depth: 0, ofNumber: toDouble };
const asVariable: Place = { depth: 0, ofNumber: variableNumber };
const exact: Place = { depth: 0, ofNumber: (value) => value };

/**
 * Turns a FEEL value into JSON: dates, times and durations become ISO 8601 text, a range an object with its ends,
 * functions and anything nested more than 100 deep become null. Every number becomes the nearest double.
 */
export const toJson = (value: unknown): Json => convert(value, nearest) as Json;

/** Like `toJson`, with every digit of every number. */
export const toExactJson = (value: unknown): ExactJson => convert(value, exact);

/** Like `toJson`, with the digits that somebody wrote: only what was calculated becomes the nearest double. */
export const toVariable = (value: unknown): ExactJson => convert(value, asVariable);
