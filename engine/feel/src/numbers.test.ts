import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { evaluate, jsonText, parseFeel, parseVariable, toVariable, lostDigits } from '@irisflow/feel';

import {
  decimalText,
  floorOf,
  fraction,
  isLess,
  isSame,
  minus,
  moduloOf,
  nearest,
  over,
  plus,
  readFraction,
  times,
  writeFraction,
} from '../test/fraction.ts';
import type { Fraction } from '../test/fraction.ts';

const valueOf = (text: string, variables: Readonly<Record<string, unknown>> = {}): unknown => {
  const result = evaluate(parseFeel(text, 'expression'), { variable: (name) => variables[name], now: 0 });
  return result.ok ? result.value : result.error;
};

const textOf = (text: string, variables: Readonly<Record<string, unknown>> = {}): unknown =>
  valueOf(`string(${text})`, variables);

describe('digits that no double holds', () => {
  test.each([
    ['modulo(number("51002604200000371428"), 97)', '31'],
    ['51002604200000371428', '51002604200000371428'],
    ['9007199254740993 + 0', '9007199254740993'],
    ['9007199254740992 + 1', '9007199254740993'],
    ['9007199254740993 - 9007199254740992', '1'],
    ['3037000500 * 3037000500', '9223372037000250000'],
    ['94906267 * 94906267', '9007199515875289'],
    ['-51002604200000371428', '-51002604200000371428'],
    ['12345678901234567.89 + 0.01', '12345678901234567.9'],
    ['0.1 + 0.2', '0.3'],
    ['1 / 3', '0.3333333333333333333333333333333333'],
    ['2 / 3', '0.6666666666666666666666666666666667'],
    ['1 / 3 * 3', '0.9999999999999999999999999999999999'],
    ['10 / 4', '2.5'],
    ['1 / 8', '0.125'],
    ['0.1 ** 2', '0.01'],
    ['2 ** 100', '1267650600228229401496703205376'],
    ['2 ** -2', '0.25'],
    ['4 ** 0.5', '2'],
    ['2 ** 0.5', '1.414213562373095048801688724209698'],
    ['(-8) ** (1/3)', 'null'],
    ['10 ** 400 / 10 ** 399', '10'],
    ['10 ** 7000', 'null'],
    ['1 / 0', 'null'],
    ['1e400 / 1e398', '100'],
    ['sqrt(2)', '1.414213562373095048801688724209698'],
    ['sqrt(51002604200000371428 * 51002604200000371428)', '51002604200000371428'],
    ['exp(1)', '2.718281828459045235360287471352662'],
    ['log(2)', '0.6931471805599453094172321214581766'],
    ['log(10)', '2.302585092994045684017991454684364'],
    ['log(exp(1))', '0.9999999999999999999999999999999998'],
    ['stddev([2, 4, 7, 5])', '2.081665999466132735282297706979931'],
    ['sum([51002604200000371428, 1])', '51002604200000371429'],
    ['mean([51002604200000371428, 51002604200000371430])', '51002604200000371429'],
    ['median([51002604200000371428, 51002604200000371430, 1])', '51002604200000371428'],
    ['max(51002604200000371428, 51002604200000371429)', '51002604200000371429'],
    ['min([51002604200000371428, 51002604200000371429])', '51002604200000371428'],
    ['product([9007199254740993, 3])', '27021597764222979'],
    ['mode([51002604200000371428, 1, 51002604200000371428])', '[51002604200000371428]'],
    ['sort([51002604200000371429, 51002604200000371428])', '[51002604200000371428, 51002604200000371429]'],
    ['distinct values([51002604200000371428, 51002604200000371428])', '[51002604200000371428]'],
    ['index of([51002604200000371429, 51002604200000371428], 51002604200000371428)', '[2]'],
    ['for i in 51002604200000371428..51002604200000371429 return i', '[51002604200000371428, 51002604200000371429]'],
    ['abs(-51002604200000371428)', '51002604200000371428'],
    ['floor(51002604200000371428.5)', '51002604200000371428'],
    ['ceiling(51002604200000371428.5)', '51002604200000371429'],
    ['decimal(51002604200000371428.5, 0)', '51002604200000371428'],
    ['round half up(51002604200000371428.5, 0)', '51002604200000371429'],
    ['decimal(1/3, 20)', '0.33333333333333333333'],
    ['odd(51002604200000371429)', 'true'],
    ['even(51002604200000371429)', 'false'],
    ['51002604200000371428 instance of number', 'true'],
    ['51002604200000371428 = 51002604200000371429', 'false'],
    ['51002604200000371428 = 51002604200000371428.0', 'true'],
    ['51002604200000371428 < 51002604200000371429', 'true'],
    ['51002604200000371428 in [51002604200000371428..51002604200000371429)', 'true'],
    ['51002604200000371429 in [51002604200000371428..51002604200000371429)', 'false'],
    ['9007199254740993 in (9007199254740992)', 'false'],
    ['9007199254740993 between 9007199254740993 and 9007199254740993', 'true'],
    ['range("[9007199254740993..9007199254740995]").start', '9007199254740993'],
    ['number("0.12345678901234567890123")', '0.12345678901234567890123'],
    ['number("51.002.604.200.000.371.428", ".", ",")', '51002604200000371428'],
    ['from json("[51002604200000371428, 0.12345678901234567890]")', '[51002604200000371428, 0.1234567890123456789]'],
    [
      'to json({a: 51002604200000371428, b: 1/3})',
      '{"a":51002604200000371428,"b":0.3333333333333333333333333333333333}',
    ],
    ['substring("abc", 51002604200000371428)', ''],
    ['[1, 2][51002604200000371428]', 'null'],
    ['@"PT1S" * (1/3) * 3', 'PT1S'],
    ['@"P3M" * (1/3)', 'P1M'],
    ['string length(string(10 ** 6000))', '6001'],
  ])('given %s, then %s', (text, expected) => {
    expect(textOf(text)).toBe(expected === 'null' ? null : expected);
  });

  test('given what is no number, then nothing breaks', () => {
    expect(valueOf('[x + 1, 1 / x, x > 51002604200000371428]', { x: Number.POSITIVE_INFINITY })).toEqual([
      null,
      null,
      false,
    ]);
  });

  test('given a huge exponent, then it costs no time', () => {
    const start = Date.now();

    expect(textOf('modulo(1e6000, 97)')).toBe('96');
    expect(textOf('floor(1e-6000)')).toBe('0');
    expect(textOf('ceiling(1e-6000)')).toBe('1');
    expect(textOf('1.0000000001 ** 1000000 < 1.0002')).toBe('true');
    expect(textOf('9.99 ** 1000000')).toBeNull();
    expect(Date.now() - start).toBeLessThan(1_000);
  });
});

/** Decimal text of up to 34 digits with the point anywhere; short ones as often as long ones. */
const decimals = fc
  .tuple(
    fc.boolean(),
    fc.oneof(fc.bigInt(0n, 9999n), fc.bigInt(0n, 10n ** 17n), fc.bigInt(0n, 10n ** 34n - 1n)),
    fc.nat(25),
  )
  .map(([isNegative, digits, places]) => decimalText(isNegative ? -digits : digits, -places));

const doubles = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e25, max: 1e25 });

describe('random numbers, against fractions that lose nothing', () => {
  const operators: readonly (readonly [string, (a: Fraction, b: Fraction) => Fraction])[] = [
    ['+', plus],
    ['-', minus],
    ['*', times],
  ];

  test.each(operators)('given two decimals, then a %s b is right to the last of 34 digits', (operator, calculate) => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const expected = writeFraction(calculate(readFraction(a), readFraction(b)));
        expect(textOf(`number("${a}") ${operator} number("${b}")`)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  test.each(operators)('given two doubles, then a %s b is right for what they say', (operator, calculate) => {
    fc.assert(
      fc.property(doubles, doubles, (a, b) => {
        const expected = writeFraction(calculate(readFraction(String(a)), readFraction(String(b))));
        expect(textOf(`a ${operator} b`, { a, b })).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('given two decimals, then a / b is right to the last of 34 digits', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const divisor = readFraction(b);
        const expected = divisor.above === 0n ? null : writeFraction(over(readFraction(a), divisor));
        expect(textOf(`number("${a}") / number("${b}")`)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('given two decimals, then modulo has the sign of the divisor and is right', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const divisor = readFraction(b);
        const expected = divisor.above === 0n ? null : writeFraction(moduloOf(readFraction(a), divisor));
        expect(textOf(`modulo(number("${a}"), number("${b}"))`)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('given two decimals, then they compare as they are', () => {
    fc.assert(
      fc.property(decimals, fc.oneof(decimals, fc.constant(null)), fc.nat(3), (a, other, zeros) => {
        const b = other ?? `${a}${a.includes('.') ? '0'.repeat(zeros) : ''}`;
        const [left, right] = [readFraction(a), readFraction(b)];
        const values = { a: valueOf(`number("${a}")`), b: valueOf(`number("${b}")`) };
        expect(valueOf('[a < b, a = b, a > b, a != b, b in [a..a]]', values)).toEqual([
          isLess(left, right),
          isSame(left, right),
          isLess(right, left),
          !isSame(left, right),
          isSame(left, right),
        ]);
      }),
      { numRuns: 500 },
    );
  });

  const isPositive = ({ above }: Fraction) => above > 0n;
  const ceilingOf = (value: Fraction) => -floorOf(minus(fraction(0n, 1n), value));
  const roundings: readonly (readonly [string, (value: Fraction) => bigint])[] = [
    ['floor', floorOf],
    ['ceiling', ceilingOf],
    ['round up', (value) => (isPositive(value) ? ceilingOf(value) : floorOf(value))],
    ['round down', (value) => (isPositive(value) ? floorOf(value) : ceilingOf(value))],
    ['round half up', (value) => nearest(value, (lower) => (isPositive(value) ? lower + 1n : lower))],
    ['round half down', (value) => nearest(value, (lower) => (isPositive(value) ? lower : lower + 1n))],
    ['decimal', (value) => nearest(value, (lower) => (lower % 2n === 0n ? lower : lower + 1n))],
  ];

  test.each(roundings)('given a decimal and a scale, then %s is right', (name, roundUnits) => {
    fc.assert(
      fc.property(fc.oneof(decimals, doubles.map(String)), fc.integer({ min: -8, max: 20 }), (a, scale) => {
        const unit = readFraction(`1e${-scale}`);
        const units = roundUnits(over(readFraction(a), unit));
        expect(textOf(`${name}(number("${a}"), ${scale})`)).toBe(writeFraction(times(fraction(units, 1n), unit)));
      }),
      { numRuns: 300 },
    );
  });

  test('given a root, then its square is within the last digit', () => {
    fc.assert(
      fc.property(
        decimals.filter((text) => !text.startsWith('-') && Number(text) > 0),
        (a) => {
          const root = readFraction(String(textOf(`sqrt(number("${a}"))`)));
          const square = times(root, root);
          const error = over(minus(square, readFraction(a)), readFraction(a));
          expect(isLess(error, readFraction('2e-33')) && isLess(readFraction('-2e-33'), error)).toBe(true);
        },
      ),
    );
  });
});

describe('numbers between variables', () => {
  test.each([
    ['9223372036854775807', '9223372036854775807'],
    ['-9223372036854775808', '-9223372036854775808'],
    ['9007199254740993 + 1', '9007199254740994'],
    ['{a: [9007199254740993]}', '{"a":[9007199254740993]}'],
    ['1 / 3', '0.3333333333333333'],
    ['1 / 3 - 0.3', '0.03333333333333333'],
    ['1234.56 * 1.0145 ** 3', '1289.04582243048'],
    ['1e20', '1e+20'],
    ['10 ** 18', '1000000000000000000'],
    ['sqrt(2)', '1.4142135623730951'],
  ])('given %s, then a variable holds %s', (text, expected) => {
    const value = valueOf(text);

    expect(lostDigits(value)).toBeNull();
    expect(jsonText(toVariable(value))).toBe(expected);
  });

  test.each([
    ['9223372036854775808', '9223372036854775808'],
    ['{a: [51002604200000371428]}', '51002604200000371428'],
    ['12345678901234567.89', '12345678901234567.89'],
    ['12345678901234567.89 + 1', '12345678901234568.89'],
    ['10 ** 30 + 1', '1000000000000000000000000000001'],
  ])('given %s, then no variable holds its digits', (text, expected) => {
    expect(lostDigits(valueOf(text))?.params).toEqual({ number: expected });
  });

  test('given a double that a worker measured, then what is calculated with it stays a double', () => {
    const value = valueOf('ratio * 1234.5 + 1', { ratio: 0.3333333333333333 });

    expect(lostDigits(value)).toBeNull();
    expect(jsonText(toVariable(value))).toBe('412.49999999999994');
  });

  test('given whole numbers of 64 bits, then reading and writing keeps them', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n)), fc.string(), (numbers, text) => {
        const json = `{"list":[${numbers.join(',')}],${JSON.stringify(`${text}"1234567890123456789`)}:${JSON.stringify(text)}}`;
        expect(jsonText(parseVariable(json))).toBe(json);
      }),
    );
  });

  test('given any JSON, then reading it is what JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const text = `{"long":9007199254740993,"json":${json}}`;
        expect((parseVariable(text) as { json: unknown }).json).toEqual(JSON.parse(json));
      }),
    );
  });
});
