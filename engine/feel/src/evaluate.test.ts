import { describe, expect, test } from 'vitest';

import { evaluate, feelFunction, parseFeel, toJson, variableNames } from '@irisflow/feel';
import type { FeelContext } from '@irisflow/feel';

const noon = Date.UTC(2024, 1, 29, 12);

const context = (variables: Record<string, unknown> = {}, rest: Partial<FeelContext> = {}): FeelContext => ({
  variable: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
  now: noon,
  ...rest,
});

const run = (text: string, variables?: Record<string, unknown>, rest?: Partial<FeelContext>) =>
  evaluate(parseFeel(text, 'expression'), context(variables, rest));

const value = (text: string, variables?: Record<string, unknown>, rest?: Partial<FeelContext>) => {
  const result = run(text, variables, rest);
  return result.ok ? toJson(result.value) : result.error;
};

describe('decimals', () => {
  test.each([
    ['0.1 + 0.2', 0.3],
    ['0.3 - 0.1', 0.2],
    ['1.1 * 1.1', 1.21],
    ['0.3 / 0.1', 3],
    ['1.1 ** 2', 1.21],
    ['sum(0.1, 0.2, 0.3)', 0.6],
    ['mean(0.1, 0.2)', 0.15],
    ['19.99 * 100', 1999],
    ['round half up(1.005, 2)', 1.01],
    ['decimal(2.345, 2)', 2.34],
    ['round up(1234, -2)', 1300],
    ['1 / 3', 1 / 3],
    ['123456789.01 + 0.02', 123456789.03],
    ['1e15 + 0.1', 1e15 + 0.1],
    ['1 / 0', null],
  ])('given %s, then people get what they expect', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  test('given tiny and huge numbers, then string writes them without exponent', () => {
    expect(value('[string(0.0000001), string(1e21 + 5), string(-1.5e-7)]')).toEqual([
      '0.0000001',
      '1000000000000000000005',
      '-0.00000015',
    ]);
  });
});

describe('null instead of failure', () => {
  test.each([
    ['missing', 'NO_VARIABLE_FOUND'],
    ['{a: 1}.b', 'NO_CONTEXT_ENTRY_FOUND'],
    ['@"2024-01-01".hour', 'NO_PROPERTY_FOUND'],
    ['1 < "a"', 'NOT_COMPARABLE'],
    ['1 = "a"', 'NOT_COMPARABLE'],
    ['1 + "a"', 'INVALID_TYPE'],
    ['nothing(1)', 'NO_FUNCTION_FOUND'],
    ['substring(1, 2)', 'FUNCTION_INVOCATION_FAILURE'],
    ['date("2023-02-29")', 'FUNCTION_INVOCATION_FAILURE'],
    ['(function(x) x)(1, 2)', 'FUNCTION_INVOCATION_FAILURE'],
    ['@"not a date"', 'INVALID_TYPE'],
  ])('given %s, then the value is null with warning %s', (text, code) => {
    const result = run(text);

    expect(result).toMatchObject({ ok: true, value: null });
    expect(result.warnings.map((warning) => warning.code)).toContain(code);
  });

  test('given thousands of warnings, then fifty are kept', () => {
    expect(run('for i in 1..1000 return missing').warnings).toHaveLength(50);
  });
});

describe('names', () => {
  test('given an expression, then its free names are known', () => {
    const parsed = parseFeel('for x in items return x.p + rate + sum(partial) + twice(x) + `odd name`', 'expression');

    expect(variableNames(parsed)).toEqual(['items', 'odd name', 'rate', 'twice']);
  });

  test('given a filter, then a name may come from the item or from outside', () => {
    const parsed = parseFeel('items[price > limit and item.ok]', 'expression');

    expect(variableNames(parsed)).toEqual(['items', 'limit', 'price']);
    expect(value('items[price > limit].price', { limit: 5, items: [{ price: 3 }, { price: 9 }] })).toEqual([9]);
  });

  test('given declared names with keywords and operators, then they are read as names', () => {
    const parsed = parseFeel('date of birth + tax-rate + if else', 'expression', [
      'date of birth',
      'tax-rate',
      'if else',
    ]);

    expect(variableNames(parsed)).toEqual(['date of birth', 'if else', 'tax-rate']);
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
    'given %s, then the JavaScript underneath does not show',
    (name) => {
      expect([
        value(name),
        value(`{}.${name}`),
        value(`[{}][${name} = null]`),
        value(`get value({}, "${name}")`),
      ]).toEqual([null, null, [{}], null]);
    },
  );

  test('given an entry named __proto__, then it is an entry like any other', () => {
    const result = value('{"__proto__": {polluted: true}}');

    expect(Object.keys(result as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('given JSON that imitates our values, then it stays a context', () => {
    const imitation = { kind: 'date', date: '2024-01-01', 'Symbol(feel kind)': 'date' };

    expect(value('x instance of date', { x: imitation })).toBe(false);
  });
});

describe('functions', () => {
  test('given a function from outside, then it is called by position and by name', () => {
    const difference = feelFunction(['left', 'right'], ([left, right]) => Number(left) - Number(right));

    expect(value('[difference(5, 3), difference(right: 5, left: 3)]', { difference })).toEqual([2, -2]);
  });

  test('given a definition inside a loop, then it remembers the value of its round', () => {
    expect(value('{fs: for i in 1..3 return function(x) x + i, r: for f in fs return f(10)}.r')).toEqual([11, 12, 13]);
  });

  test('given a local name of a built-in function, then the local one is called', () => {
    expect(value('{count: function(x) x * 2, r: count(21)}.r')).toBe(42);
  });

  test.each([
    ['sum', null],
    ['date = null', true],
    ['count != null', false],
    ['get or else(duration, 7)', 7],
    ['is defined(number)', false],
    ['[index of, max]', [null, null]],
  ])('given %s, then a variable that is missing is null though a built-in function has its name', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  test.each([
    ['sum instance of function<list<number>>->number', true],
    ['{twice: function(f, x) f(f(x)), r: twice(abs, -3)}.r', 3],
    ['{twice: function(f, x) f(f(x)), r: twice(x: -3, f: abs)}.r', 3],
  ])('given %s, then a built-in function is a value', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  test('given named arguments, then order does not matter', () => {
    expect(value('substring(start position: 2, string: "abc")')).toBe('bc');
  });

  test('given assert that fails, then the evaluation ends with its cause', () => {
    expect(run('assert(1, false, "too small")')).toMatchObject({
      ok: false,
      error: { code: 'ASSERTION', message: 'too small' },
    });
    expect(value('assert(5, true)')).toBe(5);
  });

  test.each([
    ['get or else(null, 7)', 7],
    ['get or else(missing.deep, "x")', 'x'],
    ['cycle(3, @"PT1H")', 'R3/PT1H'],
    ['cycle(@"P1D")', 'R/P1D'],
    ['extract("references are 1234, 1256", "12[0-9]*")', ['1234', '1256']],
    ['replace("abc", "(a)(b)", "$2$1<$0>$7$")', 'ba<ab>$7$c'],
    ['trim("  a ")', 'a'],
    ['is blank(" ")', true],
    ['to base64("FEEL é")', 'RkVFTCDDqQ=='],
    ['duplicate values([1,2,1,3,3])', [1, 3]],
    ['partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['is empty([])', true],
    ['last day of month(@"2024-02-10")', '2024-02-29'],
    ['context put({a: {b: 1}}, ["a", "c"], 2)', { a: { b: 1, c: 2 } }],
    ['string join(["a","b"], ", ", "[", "]")', '[a, b]'],
    ['min(@"2024-01-02", @"2024-01-01")', '2024-01-01'],
    ['sum([@"PT1H", @"PT30M"])', 'PT1H30M'],
    ['sort(["b","a"])', ['a', 'b']],
  ])('given %s, then the answer is there', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });
});

describe('time', () => {
  test('given the clock of the caller, then now and today show it in the zone of the caller', () => {
    expect(value('now()')).toBe('2024-02-29T12:00:00Z');
    expect(value('now()', {}, { timeZone: 'Europe/Brussels' })).toBe('2024-02-29T13:00:00+01:00[Europe/Brussels]');
    expect(value('today()', {}, { timeZone: 'Pacific/Kiritimati' })).toBe('2024-03-01');
    expect(value('string(now())', {}, { timeZone: 'Europe/Brussels' })).toBe('2024-02-29T13:00:00@Europe/Brussels');
  });

  test('given the night the clocks change, then an hour is an hour and a day is a day', () => {
    expect(value('@"2024-03-31T01:30:00@Europe/Brussels" + @"PT1H"')).toBe(
      '2024-03-31T03:30:00+02:00[Europe/Brussels]',
    );
    expect(value('@"2024-03-30T12:00:00@Europe/Brussels" + @"P1M"')).toBe('2024-04-30T12:00:00+02:00[Europe/Brussels]');
  });

  test('given stored text with a bracketed zone, then it reads back', () => {
    expect(value('date and time("2024-02-29T13:00:00+01:00[Europe/Brussels]") = @"2024-02-29T12:00:00Z"')).toBe(true);
  });

  test('given a local and a zoned time, then they do not compare', () => {
    expect(value('@"2024-01-01T00:00:00" < @"2024-01-01T00:00:00Z"')).toBeNull();
  });

  test('given days in a for, then it walks the calendar', () => {
    expect(value('for d in @"2024-02-28"..@"2024-03-01" return string(d)')).toEqual([
      '2024-02-28',
      '2024-02-29',
      '2024-03-01',
    ]);
  });

  test.each([
    '@"2024-13-01"',
    '@"2024-02-30"',
    '@"25:00:00"',
    '@"2024-01-01T00:00:00@Mars/Olympus"',
    'date(1e300, 1, 1)',
  ])('given %s, then it is null', (text) => {
    expect(value(text)).toBeNull();
  });
});
