import { readFileSync } from 'node:fs';

import * as fc from 'fast-check';
import { evaluate as evaluateOracle, unaryTest as testOracle } from 'feelin';
import { describe, expect, test } from 'vitest';

import { evaluate, evaluateUnaryTests, parseFeel, toJson } from '@irisflow/feel';

/** The oracle is an independent implementation of the same language on the same grammar. */
const variables: Record<string, unknown> = {
  amount: 150,
  status: 'open',
  list: [1, 2, 3],
  ctx: { a: 1, b: { c: 'x' } },
  items: [
    { p: 1, n: 'a' },
    { p: 5, n: 'b' },
  ],
};

const rounded = (value: unknown): unknown => {
  if (typeof value === 'number') return Number(value.toPrecision(12)) + 0;
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? null : (value ?? null);
  if ('toJSON' in value) return JSON.parse(JSON.stringify(value));
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, rounded(entry)]));
};

const ours = (text: string): unknown => {
  const result = evaluate(parseFeel(text, 'expression'), {
    variable: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    now: 0,
  });
  return result.ok ? rounded(toJson(result.value)) : result.error;
};

const theirs = (text: string): unknown => rounded(evaluateOracle(text, variables, 'camunda').value);

/** Where the standard, or the engine whose models we run, says something the oracle does not do. */
const deviations = new Map<string, unknown>([
  ['[1,2,3,4][even(item)]', [2, 4]],
  ['[1] instance of list<number>', true],
  ['["a"] instance of list<number>', false],
  ['string({a: "x", b: 1})', '{a:"x", b:1}'],
  ['is defined(null)', false],
  ['years and months duration(@"2011-12-22", @"2013-08-24")', 'P1Y8M'],
  ['years and months duration(@"2013-08-24", @"2011-12-22")', '-P1Y8M'],
  ['@"P1D" * 2', 'P2D'],
  ['2 * @"P1D"', 'P2D'],
  ['@"P1D" / 2', 'PT12H'],
  ['@"P1D" / @"PT12H"', 2],
  ['@"P1Y" * 2', 'P2Y'],
  ['@"P1Y" / 2', 'P6M'],
  ['@"P1Y" / @"P2M"', 6],
  ['-@"P1D"', '-P1D'],
  ['overlaps before([1..5], [3..8])', true],
  ['overlaps before([1..5], [6..8])', false],
  ['overlaps after([3..8], [1..5])', true],
  ['finishes(10, [1..10])', true],
  ['finishes([5..10], [1..10])', true],
  ['finished by([1..10], 10)', true],
  ['finished by([1..10], [5..10])', true],
  ['during(5, [1..10])', true],
  ['during([4..6], [1..10])', true],
  ['starts(1, [1..10])', true],
  ['starts([1..5], [1..10])', true],
  ['started by([1..10], 1)', true],
  ['started by([1..10], [1..5])', true],
  ['coincides([1..5], [1..5])', true],
  ['coincides(3, 3)', true],
]);

const corpus = readFileSync(new URL('../test/corpus.feel', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean);

describe('the corpus', () => {
  test('given the list of expressions, then it is long and every deviation is in it', () => {
    expect(corpus.length).toBeGreaterThan(350);
    expect([...deviations.keys()].filter((text) => !corpus.includes(text))).toEqual([]);
  });

  test.each(corpus.filter((text) => !deviations.has(text)))('%s: as the oracle', (text) => {
    expect(ours(text)).toEqual(theirs(text));
  });

  test.each([...deviations])('%s: as the standard', (text, expected) => {
    expect(ours(text)).toEqual(expected);
  });
});

describe('random expressions', () => {
  const number = fc.integer({ min: -20, max: 20 }).map(String);
  const truth = fc.constantFrom('true', 'false', 'null');
  const { arithmetic, condition } = fc.letrec<{ arithmetic: string; condition: string }>((tie) => ({
    arithmetic: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      number,
      fc
        .tuple(tie('arithmetic'), fc.constantFrom('+', '-', '*', '/'), tie('arithmetic'))
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      fc
        .tuple(tie('condition'), tie('arithmetic'), tie('arithmetic'))
        .map(([a, b, c]) => `(if ${a} then ${b} else ${c})`),
    ),
    condition: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      truth,
      fc
        .tuple(tie('arithmetic'), fc.constantFrom('<', '<=', '>', '>=', '=', '!='), tie('arithmetic'))
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      fc
        .tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition'))
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      tie('condition').map((operand) => `not(${operand})`),
    ),
  }));

  /** The oracle lets a division by zero become infinite and goes on with it; in the standard it is null. */
  const isComparable = (text: string) => Number.isFinite(theirs(text)) && ours(text) !== null;

  test('given arithmetic, then both agree', () => {
    fc.assert(
      fc.property(
        arithmetic.filter((text) => !text.includes('/')),
        (text) => {
          expect(ours(text)).toEqual(theirs(text));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('given three-valued logic, then both agree', () => {
    fc.assert(
      fc.property(
        condition.filter((text) => !text.includes('/')),
        (text) => {
          expect(ours(text)).toEqual(theirs(text));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('given divisions, then a finite result is the same', () => {
    const divisions = arithmetic.filter((text) => text.includes('/') && !text.includes('if') && isComparable(text));

    fc.assert(
      fc.property(divisions, (text) => {
        expect(ours(text)).toBeCloseTo(theirs(text) as number, 6);
      }),
      { numRuns: 100 },
    );
  });
});

describe('random cells', () => {
  const order = fc.constantFrom('<', '<=', '>', '>=');
  const comparison = fc.constantFrom('<', '<=', '>', '>=', '=', '!=');

  /** Cells about inputs of one type: between two types the oracle compares where the standard has no answer. */
  const cellsOf = (values: readonly string[], others: readonly string[]) => {
    const value = fc.constantFrom(...values);
    const test = fc.oneof(
      value,
      fc.tuple(order, value).map(([operator, end]) => `${operator} ${end}`),
      fc.tuple(comparison, value).map(([operator, end]) => `? ${operator} ${end}`),
      fc.tuple(value, value).map(([one, other]) => `[${one}, ${other}]`),
      fc.constantFrom('null', 'amount > 100', 'amount < 100', ...others),
    );
    const tests = fc.array(test, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(', '));
    return fc.oneof(
      tests,
      tests.map((text) => `not(${text})`),
    );
  };
  const numbers = cellsOf(
    ['5', '-1.5', 'amount', 'amount - 145', '3'],
    [
      '[1..5]',
      '(1..5]',
      ']5..10[',
      '[amount..200]',
      '? in (1, > 5)',
      '? between 1 and 5',
      'even(?)',
      '? > 3 and ? < 8',
    ],
  );
  const texts = cellsOf(
    ['"a"', '"ab"', '"open"', 'status'],
    ['["a".."b"]', 'starts with(?, "a")', 'contains(?, "b")', 'string length(?) > 1', '? in ("a", "b")'],
  );

  test.each([
    ['numbers', numbers, [5, 3, -1.5, 150, 0]],
    ['texts', texts, ['a', 'ab', 'open', 'zz', '']],
  ] as const)('given cells about %s, then the same inputs pass', (_, cells, inputs) => {
    const variable = (name: string) => variables[name];

    fc.assert(
      fc.property(cells, fc.constantFrom<unknown>(...inputs), (cell, input) => {
        const expected = testOracle(cell, { ...variables, '?': input }, 'camunda').value;
        const found = evaluateUnaryTests(parseFeel(cell, 'unary-tests'), input, { variable, now: 0 });

        expect(found === true).toBe(expected === true);
      }),
      { numRuns: 500 },
    );
  });
});
