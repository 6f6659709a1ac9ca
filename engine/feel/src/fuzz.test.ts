import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { builtinNames, evaluate, FeelSyntaxError, parseFeel, testInput, toJson } from '@irisflow/feel';

const words = [
  '1 -2.5 1e9 "a" "(a+)+$" true null x items item partial ? @"2024-02-29" @"P1D"',
  '+ - * / ** = != < >= and or in between .. . , : instance of',
  '( ) [ ] { } if then else for return some every satisfies function not',
].flatMap((line) => line.split(' '));

const soup = fc.array(fc.constantFrom(...words, ...builtinNames), { maxLength: 40 }).map((parts) => parts.join(' '));

const value = fc.constantFrom(
  '1',
  '-3',
  '0',
  '"abc"',
  '""',
  'null',
  'true',
  '[1, 2]',
  '[]',
  '{a: 1}',
  '{}',
  '[1..5]',
  '(null)',
  'x',
  'items',
  '1e300',
  '@"2024-02-29"',
  '@"2024-02-29T10:00:00Z"',
  '@"10:00:00"',
  '@"P1D"',
  '@"-P1Y"',
  'function(a, b) a',
);

const call = fc
  .tuple(fc.constantFrom(...builtinNames), fc.array(value, { maxLength: 4 }))
  .map(([name, args]) => `${name}(${args.join(', ')})`);

const operation = fc
  .tuple(value, fc.constantFrom('+', '-', '*', '/', '**', '=', '<', '>=', 'in', 'and', 'or'), value)
  .map(([left, operator, right]) => `(${left}) ${operator} (${right})`);

const variables: Record<string, unknown> = { x: 5, items: [{ p: 1 }, { p: 2 }, null, 'z'] };

/** Answers how a text ends: with a value, a named error, or as no FEEL; anything else is a defect. */
const outcomeOf = (text: string): string => {
  try {
    const result = evaluate(parseFeel(text, 'expression'), {
      variable: (name) => variables[name],
      now: 0,
      fuel: 100_000,
    });
    if (result.ok) JSON.stringify(toJson(result.value));
    return result.ok ? 'value' : result.error.code;
  } catch (error) {
    return error instanceof FeelSyntaxError ? 'syntax' : String(error);
  }
};

/** The same for a cell of a decision table. */
const answerOf = (cell: string, input: unknown): unknown => {
  try {
    const result = testInput(parseFeel(cell, 'unary-tests'), input, { variable: () => undefined, now: 0 });
    return result.ok ? result.value : result.error.code;
  } catch (error) {
    return error instanceof FeelSyntaxError ? 'syntax' : String(error);
  }
};

const expected = [
  'value',
  'syntax',
  'FUEL_EXHAUSTED',
  'LIST_TOO_LONG',
  'STRING_TOO_LONG',
  'RESULT_TOO_LARGE',
  'TOO_DEEP',
  'ASSERTION',
  'RANDOMNESS',
  'TYPE',
  'PATTERN',
  'CALENDAR',
];

describe('whatever somebody types', () => {
  test('given word soup as a cell and any input, then it ends with an answer or a reason', () => {
    const input = fc.constantFrom<unknown>(null, 1, 'a', true, [1], { a: 1 });

    fc.assert(
      fc.property(soup, input, (text, value) => {
        expect([true, false, null, ...expected]).toContain(answerOf(text, value));
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['word soup', soup, 1_000],
    ['calls with any arguments', call, 3_000],
    ['operations on any values', operation, 1_500],
    ['any characters', fc.string({ maxLength: 200 }), 500],
  ])('given %s, then it ends with a value or a reason', (_, texts, numRuns) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(expected).toContain(outcomeOf(text));
      }),
      { numRuns },
    );
  });
});
