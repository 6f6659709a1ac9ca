import { describe, expect, test } from 'vitest';

import { evaluateUnaryTests, parseFeel, testInput, variableNames } from '@irisflow/feel';

const variables: Record<string, unknown> = { limit: 10, allowed: ['a', 'b'], flag: true };
const context = {
  variable: (name: string) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
  now: 0,
};
const holds = (text: string, input: unknown) => evaluateUnaryTests(parseFeel(text, 'unary-tests'), input, context);

describe('unary tests', () => {
  test.each([
    ['-', null, true],
    ['-', 5, true],
    ['5', 5, true],
    ['5', 6, false],
    ['"a"', 'a', true],
    ['"a","b"', 'b', true],
    ['"a","b"', 'c', false],
    ['> 5', 6, true],
    ['> 5', 5, false],
    ['>= 5', 5, true],
    ['< 5, > 10', 11, true],
    ['= 5', 5, true],
    ['!= 5', 5, false],
    ['[1..5]', 5, true],
    ['(1..5)', 5, false],
    ['[1..5)', 5, false],
    [']1..5]', 1, false],
    ['not(5)', 5, false],
    ['not(5, 6)', 7, true],
    ['not("a")', 'b', true],
    ['not([1..5])', 6, true],
    ['not(> 5)', 3, true],
    ['true', true, true],
    ['true', false, false],
    ['false', false, true],
    ['true', 1, null],
    ['null', null, true],
    ['null', 1, false],
    ['"a"', null, false],
    ['> 5', null, null],
    ['? > 5', 6, true],
    ['? > 5 and ? < 8', 9, false],
    ['contains(?, "x")', 'axb', true],
    ['starts with(?, "x")', 'axb', false],
    ['limit', 10, true],
    ['> limit', 11, true],
    ['allowed', 'b', true],
    ['allowed', 'c', false],
    ['flag', true, true],
    ['limit > 5', 'anything', true],
    ['limit > 50', 'anything', false],
    ['["a","b"]', 'a', true],
    ['[["a"],["b"]]', ['a'], true],
    ['@"2024-02-29"', '2024-02-29', null],
    ['"x", > 5', 'x', true],
    ['? in [1, 2]', 2, true],
    ['count(?) > 1', [1, 2], true],
  ])('given %s and the input %j, then %s', (text, input, expected) => {
    expect(holds(text, input)).toBe(expected);
  });

  test('given a test, then its free names do not include the input', () => {
    expect(variableNames(parseFeel('? > limit, allowed', 'unary-tests'))).toEqual(['allowed', 'limit']);
  });

  test('given a test that cannot be told, then the warning says why', () => {
    expect(testInput(parseFeel('> 5', 'unary-tests'), 'x', context)).toMatchObject({
      ok: true,
      value: null,
      warnings: [{ code: 'NOT_COMPARABLE' }],
    });
  });
});
