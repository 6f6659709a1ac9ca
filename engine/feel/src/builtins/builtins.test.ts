import { describe, expect, test } from 'vitest';

import { evaluate, parseFeel, toJson } from '@irisflow/feel';

const context = { variable: () => undefined, now: Date.UTC(2024, 1, 29, 12) };

const valueOf = (text: string): unknown => {
  const result = evaluate(parseFeel(text, 'expression'), context);
  return result.ok ? toJson(result.value) : result.error.code;
};

const table = (title: string, rows: readonly (readonly [text: string, expected: unknown])[]): void => {
  describe(title, () => {
    test.each(rows)('given %s, then %j', (text, expected) => {
      expect(valueOf(text)).toEqual(expected);
    });
  });
};

table('conversion', [
  ['string(null)', null],
  ['string("text")', 'text'],
  ['string(@"P1Y2M")', 'P1Y2M'],
  ['string([1, "a", null])', '[1, "a", null]'],
  ['number("1,000.5", ",", ".")', 1000.5],
  ['number("1.000,5", ".", ",")', 1000.5],
  ['number("abc")', null],
  ['number(null, null, null)', null],
  ['date(2023, 2, 29)', null],
  ['date(@"2024-02-29T10:00:00")', '2024-02-29'],
  ['time(@"2024-02-29T10:00:00Z")', '10:00:00Z'],
  ['time(10, 30, 0, @"PT2H")', '10:30:00+02:00'],
  ['time(24, 0, 0)', null],
  ['date and time(@"2024-02-29", @"10:30:00@Europe/Brussels")', '2024-02-29T10:30:00+01:00[Europe/Brussels]'],
  ['duration("P1Y1D")', null],
  ['duration("-P1DT1H")', '-P1DT1H'],
  ['years and months duration(@"2024-02-29", @"2023-02-28")', '-P1Y'],
  ['years and months duration(@"2024-01-31", @"2024-02-29")', 'P0M'],
  ['from json("{\\"a\\": [1, null]}")', { a: [1, null] }],
  ['to json({d: @"2024-02-29"})', '{"d":"2024-02-29"}'],
]);

table('logic', [
  ['not(null)', null],
  ['not("a")', null],
  ['is defined(null)', false],
  ['get or else(false, true)', false],
  ['assert(1, false)', 'ASSERTION'],
  ['assert(1, null, "why")', 'ASSERTION'],
]);

table('strings', [
  ['substring("foobar", 3)', 'obar'],
  ['substring("foobar", -2, 1)', 'a'],
  ['substring("\u{1F40E}ab", 2)', 'ab'],
  ['string length("\u{1F40E}ab")', 3],
  ['string length("")', 0],
  ['string length(null)', null],
  ['substring before("foobar", "o")', 'f'],
  ['substring before("foobar", "x")', ''],
  ['substring before("foobar", "")', ''],
  ['substring after("foobar", "o")', 'obar'],
  ['substring after("foobar", "x")', ''],
  ['substring after("foobar", "")', 'foobar'],
  ['contains("foobar", "")', true],
  ['starts with("foobar", "bar")', false],
  ['ends with("foobar", "bar")', true],
  ['matches("Foo", "^fo*$", "i")', true],
  ['matches("foobar", "^fo")', true],
  ['replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")', '[1=ab][2=]cd'],
  ['replace("banana", "a", "$0$0")', 'baanaanaa'],
  ['split("John Doe", "\\\\s")', ['John', 'Doe']],
  ['split("a;;b", ";")', ['a', '', 'b']],
  ['string join(["a", null, "b"])', 'ab'],
  ['string join([], ",")', ''],
  ['string join(["a", "b"], ", ", "[", "]")', '[a, b]'],
  ['string join([1])', null],
  ['extract("none", "[0-9]")', []],
  ['is blank("")', true],
  ['trim("\\t a \\n")', 'a'],
]);

table('lists', [
  ['list contains([1, null], null)', true],
  ['count([])', 0],
  ['min([])', null],
  ['max("a", "b")', 'b'],
  ['min([@"2024-02-29", @"2023-01-01"])', '2023-01-01'],
  ['max([1, "a"])', null],
  ['sum([])', null],
  ['sum([@"PT1H", @"PT30M"])', 'PT1H30M'],
  ['sum([1, null])', null],
  ['mean([])', null],
  ['sublist([4, 5, 6], -2)', [5, 6]],
  ['sublist([4, 5, 6], 1, 2)', [4, 5]],
  ['sublist([4, 5, 6], 0)', null],
  ['append([], null)', [null]],
  ['concatenate([1], [], [2])', [1, 2]],
  ['insert before([1, 3], 1, 2)', [2, 1, 3]],
  ['insert before([1], 5, 2)', null],
  ['remove([1, 2, 3], -1)', [1, 2]],
  ['remove([1], 2)', null],
  ['reverse([])', []],
  ['index of([1, 2, null, 1], null)', [3]],
  ['index of([1], 2)', []],
  ['union([1], [1, null], [null])', [1, null]],
  ['distinct values([1, 1.0, "1"])', [1, '1']],
  ['duplicate values([1, 2, 2, 3, 3, 3])', [2, 3]],
  ['flatten([[1, [2]], null])', [1, 2, null]],
  ['sort(["b", "a"])', ['a', 'b']],
  ['sort([1, "a"])', null],
  ['list replace([1, 2, 3], -1, 9)', [1, 2, 9]],
  ['list replace([2, 4, 7], function(item, newItem) item < newItem, 5)', [5, 5, 7]],
  ['list replace([1], 2, 9)', null],
  ['partition([1, 2, 3, 4, 5], 2)', [[1, 2], [3, 4], [5]]],
  ['partition([1], 0)', null],
  ['is empty([null])', false],
  ['all([])', true],
  ['all([true, null])', null],
  ['all([false, null])', false],
  ['any([])', false],
  ['any([true, null])', true],
  ['any([false, null])', null],
  ['product([])', null],
  ['median([])', null],
  ['median([1, 2, 3, 4])', 2.5],
  ['stddev([1])', null],
  ['mode([])', []],
  ['mode([6, 1, 9, 6, 1])', [1, 6]],
]);

table('numbers', [
  ['decimal(1/3, 2)', 0.33],
  ['decimal(1.5, 0)', 2],
  ['decimal(2.5, 0)', 2],
  ['floor(-1.5)', -2],
  ['floor(1.56, 1)', 1.5],
  ['ceiling(-1.5)', -1],
  ['ceiling(1.56, 1)', 1.6],
  ['round up(-5.5, 0)', -6],
  ['round down(-5.5, 0)', -5],
  ['round half up(-5.5, 0)', -6],
  ['round half down(-5.5, 0)', -5],
  ['abs(@"-PT5H")', 'PT5H'],
  ['abs(@"-P1Y")', 'P1Y'],
  ['modulo(12, -5)', -3],
  ['modulo(-12, -5)', -2],
  ['modulo(10.1, 4.5)', 1.1],
  ['modulo(1, 0)', null],
  ['sqrt(-1)', null],
  ['log(0)', null],
  ['odd(0)', false],
  ['even(-2)', true],
]);

table('contexts', [
  ['get value({}, "a")', null],
  ['get value({a: {b: 1}}, ["a", "b"])', 1],
  ['get value({a: 1}, null)', null],
  ['get entries({})', []],
  ['context([])', {}],
  ['context([{key: 1, value: 1}])', null],
  ['context([{key: "a"}])', null],
  ['context put({a: 1}, "a", 2)', { a: 2 }],
  ['context put({a: {b: 1}}, ["a", "c"], 2)', { a: { b: 1, c: 2 } }],
  ['context put({}, [], 2)', null],
  ['context merge([{a: 1}, {a: 2, b: 3}])', { a: 2, b: 3 }],
  ['context merge([{a: 1}, null])', null],
]);

table('dates', [
  ['day of year(@"2023-12-31")', 365],
  ['day of week(@"2024-03-03T10:00:00")', 'Sunday'],
  ['week of year(@"2005-01-01")', 53],
  ['week of year(@"2003-12-29")', 1],
  ['month of year("2024-02-29")', null],
  ['last day of month(@"2023-02-10")', '2023-02-28'],
  ['@"2024-01-31" + @"P1M"', '2024-02-29'],
  ['@"2024-02-29" - @"P1Y"', '2023-02-28'],
  ['@"2024-03-31T01:30:00@Europe/Brussels" + @"PT1H"', '2024-03-31T03:30:00+02:00[Europe/Brussels]'],
  ['@"2024-03-30T12:00:00@Europe/Brussels" + @"P1D"', '2024-03-31T13:00:00+02:00[Europe/Brussels]'],
  ['@"23:30:00" + @"PT1H"', '00:30:00'],
  ['@"10:00:00Z" - @"10:00:00+01:00"', 'PT1H'],
  ['@"10:00:00" - @"10:00:00Z"', null],
  ['@"PT1H" * 1.5', 'PT1H30M'],
  ['@"P1Y" / @"P1M"', 12],
]);

table('ranges', [
  ['before(1, 10)', true],
  ['before(1, (1..10])', true],
  ['before([1..5), [5..10])', true],
  ['after([5..10], [1..5))', true],
  ['meets([1..5), [5..10])', false],
  ['overlaps([1..5), [5..8])', false],
  ['overlaps before([1..5], [1..8])', false],
  ['overlaps after([3..8], (1..5])', true],
  ['finishes([5..10), [1..10))', true],
  ['finished by([1..10], [5..10))', false],
  ['includes([1..10], [1..10))', true],
  ['includes((1..10], 1)', false],
  ['during([2..3], (1..5))', true],
  ['starts((1..5], [1..5])', false],
  ['started by((1..10], (1..5])', true],
  ['coincides([1..5), [1..5])', false],
  ['coincides(3, 3)', true],
  ['before(1, "a")', null],
]);
