import { describe, expect, test } from 'vitest';

import {
  anyType,
  builtinType,
  coerceJson,
  coerceValue,
  constrainedType,
  evaluate,
  kindOf,
  parseFeel,
  toJson,
} from '@irisflow/feel';
import type { FeelResult, FeelType } from '@irisflow/feel';

const context = { variable: () => undefined, now: 0 };

const typeNamed = (name: string): FeelType => builtinType(name) ?? anyType;

const number = typeNamed('number');
const text = typeNamed('string');
const day = typeNamed('date');
const numbers: FeelType = { kind: 'list', item: number };
const percentage = constrainedType(number, parseFeel('[0..100]', 'unary-tests'));
const person: FeelType = {
  kind: 'context',
  entries: [
    ['name', text],
    ['born', day],
  ],
};

const types: ReadonlyMap<string, FeelType> = new Map([
  ['tNumbers', numbers],
  ['tPercentage', percentage],
  ['tPerson', person],
]);

const valueOf = (expression: string): unknown => {
  const result = evaluate(parseFeel(expression, 'expression', [], types), context);
  return result.ok ? toJson(result.value) : result.error;
};

const outcome = (result: FeelResult) =>
  result.ok ? [toJson(result.value), ...result.warnings.map(({ message }) => message)] : result.error;

describe('instance of', () => {
  test.each([
    ['1 instance of number', true],
    ['null instance of number', false],
    ['null instance of Any', false],
    ['null instance of Null', true],
    ['[1, 2] instance of list<number>', true],
    ['[1, "a"] instance of list<number>', false],
    ['[1, 2] instance of tNumbers', true],
    ['{a: null} instance of context<a: string>', true],
    ['{} instance of context<a: string>', false],
    ['[1..5] instance of range<number>', true],
    ['[1..5] instance of range<string>', false],
    ['[[1..5]] instance of list<range<number>>', true],
    ['(function(a: number) a) instance of function<number>->Any', true],
    ['(function(a: number) a) instance of function<string>->Any', false],
    ['(function(a) a) instance of function<number, number>->Any', false],
  ])('given %s, then %s', (expression, expected) => {
    expect(valueOf(expression)).toBe(expected);
  });

  test('given a type with constraints, then only the type counts', () => {
    expect(valueOf('256 instance of tPercentage')).toBe(true);
  });

  test('given a type nobody defined, then the text is refused', () => {
    expect(() => parseFeel('1 instance of tUnknown', 'expression')).toThrow('Expected a FEEL type');
  });

  test('given a variable called range, then a comparison with it is still one', () => {
    const result = evaluate(parseFeel('range<5', 'expression'), { ...context, variable: () => 3 });

    expect(result).toMatchObject({ ok: true, value: true });
  });
});

describe('implicit conversion', () => {
  test.each([
    [1, numbers, [[1]]],
    [[1], number, [1]],
    [[1, 2], number, [null, 'Expected a value of type number, but found list.']],
    ['a', numbers, [null, 'Expected a value of type list<number>, but found string.']],
    [null, number, [null]],
    [100, percentage, [100]],
    [101, percentage, [null, 'Expected a value of type number, but found number.']],
  ])('given %j, then type %j makes it %j', (value, type, expected) => {
    expect(outcome(coerceValue(value, type, context))).toEqual(expected);
  });

  test('given a date where a date and time is wanted, then it is the midnight the day begins with', () => {
    expect(valueOf('(function(x: date and time) x)(@"2024-02-29")')).toBe('2024-02-29T00:00:00Z');
  });

  test('given an argument of the wrong type, then the call is null', () => {
    expect(valueOf('(function(x: number) true)("a")')).toBeNull();
  });

  test.each([
    ['upper case(["a"])', 'A'],
    ['count("a")', 1],
    ['list contains("a", "a")', true],
    ['abs([-1, -2])', null],
  ])('given %s, then a built-in function converts as well: %j', (expression, expected) => {
    expect(valueOf(expression)).toEqual(expected);
  });
});

describe('JSON read as a type', () => {
  test('given text where a date is wanted, then it is a date', () => {
    const result = coerceJson('2024-02-29', day, context);

    expect(result.ok && kindOf(result.value)).toBe('date');
  });

  test('given a context with text for its date, then the entry is a date and what is absent is null', () => {
    const result = coerceJson({ born: '1990-05-17', other: 1 }, person, context);

    expect(outcome(result)).toEqual([{ born: '1990-05-17', other: 1, name: null }]);
    expect(result.ok && kindOf((result.value as Record<string, unknown>)['born'])).toBe('date');
  });

  test('given text that is no date, then null with a warning', () => {
    expect(outcome(coerceJson('soon', day, context))).toEqual([
      null,
      'Expected a value of type date, but found string.',
    ]);
  });
});
