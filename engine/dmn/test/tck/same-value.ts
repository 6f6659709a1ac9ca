import { evaluate, isKind, kindOf, parseFeel, toDouble } from '@irisflow/feel';
import type { FeelNumber } from '@irisflow/feel';

/** The kit writes some results as doubles, some to eight decimals; these are what its own runners compare. */
const TOLERANCE = 1e-8;

const sameNumber = (a: FeelNumber, b: FeelNumber): boolean =>
  sameInFeel(a, b) || Math.abs(toDouble(a) - toDouble(b)) <= TOLERANCE * Math.max(1, Math.abs(toDouble(a)));

const equality = parseFeel('a = b', 'expression');

const sameInFeel = (a: unknown, b: unknown): boolean => {
  const values: Readonly<Record<string, unknown>> = { a, b };
  const result = evaluate(equality, { variable: (name) => values[name], now: 0 });
  return result.ok && result.value === true;
};

/** Answers whether a result is what the kit expects: the same type, the same value, numbers within a tolerance. */
export const sameValue = (expected: unknown, actual: unknown): boolean => {
  const kind = kindOf(expected);
  if (kind !== kindOf(actual)) return false;
  if (isKind(expected, 'number') && isKind(actual, 'number')) return sameNumber(expected, actual);
  if (isKind(expected, 'list') && isKind(actual, 'list')) {
    return expected.length === actual.length && expected.every((item, index) => sameValue(item, actual[index]));
  }
  if (isKind(expected, 'context') && isKind(actual, 'context')) {
    const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return [...names].every((name) => Object.hasOwn(actual, name) && sameValue(expected[name], actual[name]));
  }
  return kind === 'null' || sameInFeel(expected, actual);
};
