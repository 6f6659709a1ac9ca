import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { evaluateUnaryTests, parseFeel, testInput, variableNames } from '@irisflow/feel';

const variables: Record<string, unknown> = { limit: 10, allowed: ['a', 'b'], flag: true, nothing: null };
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

describe('an unknown input', () => {
  const value = fc.constantFrom('5', '-1.5', '"a"', '@"2024-02-29"', '@"PT1H"', 'limit', 'limit + 1');
  const order = fc.constantFrom('<', '<=', '>', '>=');
  const list = fc.constantFrom('[1, 2]', '["a"]', '[[1..5], 9]', 'allowed', '(1, > 5)', '("a", "b")', '[1..5]', '> 5');

  /** Conditions on the input that nobody can tell without it, written with `?`. */
  const about = fc.oneof(
    fc.tuple(order, value).map(([operator, end]) => `? ${operator} ${end}`),
    fc.tuple(order, value).map(([operator, end]) => `${end} ${operator} ?`),
    fc.constantFrom('? between 1 and 5', '? in [1..5]', '? in (1, > 5)', '? in ([1..5], "a")', '? in > 5'),
    fc.constantFrom('starts with(?, "a")', 'ends with(?, "a")', 'contains(?, "a")', 'matches(?, "a")', 'even(?)'),
    fc.constantFrom('count(?) > 2', 'string length(?) < 3', 'abs(?) >= 0', '? + 1 > 0', '-? < 5', '?.age > 17'),
    fc.constantFrom('before(?, 5)', 'includes([1..5], ?)', 'during(?, [1..5])', 'date(?) > @"2024-01-01"', '?[1] > 2'),
    fc.constantFrom('some x in ? satisfies x > 1', 'every x in ? satisfies x > 1', 'not(? > 5)', 'is empty(?)'),
  );
  const combined = fc
    .tuple(about, fc.constantFrom('and', 'or'), about)
    .map(([left, operator, right]) => `(${left}) ${operator} (${right})`);
  const unknown = fc.oneof(
    about,
    combined,
    fc.tuple(order, value).map(([operator, end]) => `${operator} ${end}`),
    fc.constantFrom('[1..5]', '(1..5)', '["a".."b"]', '[limit..20]', '[[1..5]]', '["a", [1..5]]', '(> 5)'),
    fc.constantFrom('nothing', 'missing', '= nothing', 'date("no day")', 'nothing.entry', '[nothing..5]', '> nothing'),
  );
  /** Values to be equal to, and what is no condition at all: null is neither. */
  const other = fc.oneof(
    value,
    value.map((end) => `= ${end}`),
    value.map((end) => `? = ${end}`),
    list.filter((text) => !text.startsWith('(')).map((text) => `? in ${text}`),
    fc.constantFrom('["a", 1]', 'allowed', 'true', 'false', 'flag', '? instance of number', 'list contains([1], ?)'),
    fc.constantFrom('abs(?)', 'upper case(?)', '? + 1', '[?]', '{a: ?}', '?', 'if ? > 5 then true else false'),
  );

  test('given any form of test that does not ask for null, then it does not hold', () => {
    const tests = fc.array(fc.oneof(unknown, other), { minLength: 1, maxLength: 3 });

    fc.assert(
      fc.property(tests, (parts) => {
        expect(holds(parts.join(', '), null)).not.toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('given what nobody can tell, then its negation cannot be told either', () => {
    fc.assert(
      fc.property(fc.array(unknown, { minLength: 1, maxLength: 3 }), (parts) => {
        expect([holds(parts.join(', '), null), holds(`not(${parts.join(', ')})`, null)]).toEqual([null, null]);
      }),
      { numRuns: 500 },
    );
  });

  test('given a test that asks for null beside any others, then it holds', () => {
    const asking = fc.constantFrom('null', '(null)', '= null', '? = null', 'not(is defined(?))', '[null]');

    fc.assert(
      fc.property(fc.oneof(unknown, other), asking, (test, question) => {
        expect(holds(`${test}, ${question}`, null)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['5', '"a"', '["a", "b"]', 'allowed', '= 5'])('given not(%s), then null is another value', (text) => {
    expect(holds(`not(${text})`, null)).toBe(true);
  });
});

describe('a test with the input in it', () => {
  test.each([
    ['abs(?)', 5, null],
    ['abs(?)', true, null],
    ['[?]', 5, null],
    ['upper case(?)', 'A', null],
    ['?', true, true],
    ['?', 5, null],
    ['not(abs(?))', 5, null],
    ['abs(?), 5', 5, true],
  ])('given %s and %j, then only true and false are answers', (text, input, expected) => {
    expect(holds(text, input)).toBe(expected);
  });

  test('given another value, then the warning says that it is no answer', () => {
    expect(testInput(parseFeel('abs(?)', 'unary-tests'), 5, context)).toMatchObject({
      value: null,
      warnings: [{ message: 'Expected a value of type boolean, but found number.' }],
    });
  });
});
