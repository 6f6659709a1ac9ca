import { describe, expect, test } from 'vitest';

import { evaluate, feelMessage, feelTexts, FeelSyntaxError, parseFeel } from '@irisflow/feel';
import type { FeelTextCode } from '@irisflow/feel';

const locales = ['fr', 'nl', 'de'] as const;
const codes = Object.keys(feelTexts.en) as FeelTextCode[];

const holesOf = (text: string): string[] => Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = '']) => name).toSorted();

const warningsOf = (text: string) =>
  evaluate(parseFeel(text, 'expression'), { variable: (name) => (name === 'list' ? [1] : undefined), now: 0 }).warnings;

const refusalOf = (text: string): FeelSyntaxError => {
  try {
    parseFeel(text, 'expression');
  } catch (error) {
    if (error instanceof FeelSyntaxError) return error;
    throw error;
  }
  throw new Error(`Expected "${text}" to be refused, but it is FEEL.`);
};

describe('texts', () => {
  test.each(locales)('given %s, then it has the texts of English with the same parameters', (locale) => {
    expect(Object.keys(feelTexts[locale]).toSorted()).toEqual(codes.toSorted());
    for (const code of codes) expect(holesOf(feelTexts[locale][code]), code).toEqual(holesOf(feelTexts.en[code]));
  });

  test('given a warning, then it can be told in French', () => {
    const [warning] = warningsOf('missing + 1');

    expect(warning && feelMessage(warning, 'fr')).toBe("La variable «\u00a0missing\u00a0» n'existe pas.");
  });

  test('given a syntax error, then it can be told in Dutch', () => {
    expect(feelMessage(refusalOf('1 +'), 'nl')).toBe('De expressie eindigt te vroeg.');
  });
});

describe('places of warnings', () => {
  test.each([
    ['1 + missing', 4, 'VARIABLE_MISSING'],
    ['{a: 1}.b', 7, 'ENTRY_MISSING'],
    ['1 + "a"', 2, 'OPERANDS_WRONG'],
    ['1 + 2 + 3 - "a"', 10, 'OPERANDS_WRONG'],
    ['[1 < "a"]', 1, 'VALUES_NOT_COMPARABLE'],
    ['1 + - "a"', 4, 'NEGATION_WRONG'],
    ['[1, substring(1, 2)]', 4, 'ARGUMENTS_WRONG'],
    ['[1, @"soon"]', 4, 'LITERAL_WRONG'],
    ['[{a: 1, a: 2}]', 1, 'KEY_TWICE'],
    ['for i in 1 return i', 9, 'ITERATION_WRONG'],
    ['[1, [1.."a"]]', 4, 'RANGE_ENDS_WRONG'],
    ['[1, (function(x) x)(1, 2)]', 4, 'ARGUMENT_COUNT_WRONG'],
  ])('given %s, then the first one stands at %j', (text, offset, code) => {
    expect(warningsOf(text)[0]).toMatchObject({ offset, text: code });
  });
});

describe('chains', () => {
  const chain = (operand: string, operator: string, length: number): string =>
    Array.from({ length }, () => operand).join(operator);

  test.each([
    [' + ', '1', 500, 500],
    [' - ', '1', 500, -498],
    [' * ', '1', 500, 1],
    [' and ', 'true', 300, true],
    [' or ', 'false', 300, false],
    [' * ', '1.0000000000000000000000000000', 100, 1],
  ])('given operands with%s, then there is a result', (operator, operand, length, expected) => {
    const result = evaluate(parseFeel(chain(operand, operator, length), 'expression'), {
      variable: () => undefined,
      now: 0,
    });

    expect(result).toMatchObject({ value: expected });
  });

  test.each([' + ', ' * ', ' ** ', ' and ', ' or '])(
    'given 900 operands with%s, then the limit is named',
    (operator) => {
      expect(refusalOf(chain('x', operator, 900))).toMatchObject({
        text: 'CHAIN_TOO_LONG',
        message: expect.stringContaining('at most 100 operators in a row in an expression of more than 2000') as string,
      });
    },
  );

  test('given a path that never ends, then the limit is named', () => {
    expect(refusalOf(chain('x', '.', 100))).toMatchObject({ text: 'EXPRESSION_TOO_DEEP', params: { limit: '64' } });
  });
});
