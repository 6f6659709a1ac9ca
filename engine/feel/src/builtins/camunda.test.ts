import { describe, expect, test } from 'vitest';

import { evaluate, parseFeel, toJson } from '@irisflow/feel';

/** What the public documentation of Camunda says of each function, with the names of its parameters. */
const variables: Readonly<Record<string, unknown>> = { toolCall: { city: 'Ghent' }, terms: [true, false], 'or (a)': 1 };

const context = {
  variable: (name: string) => variables[name],
  now: Date.UTC(2024, 1, 29, 12),
  random: () => 0.25,
};

const resultOf = (text: string) => evaluate(parseFeel(text, 'expression'), context);

const valueOf = (text: string): unknown => {
  const result = resultOf(text);
  return result.ok ? toJson(result.value) : result.error.message;
};

type Row = readonly [text: string, expected: unknown];

const documented: Readonly<Record<string, readonly Row[]>> = {
  boolean: [
    ['not(negand: true)', false],
    ['is defined(value: missing.entry)', false],
    ['get or else(value: null, default: 1)', 1],
    ['assert(value: 4, condition: 4 > 3)', 4],
    ['assert(value: 4, condition: 4 > 5, cause: "too small")', 'too small'],
  ],
  string: [
    ['substring(string: "procedure", start position: -3)', 'ure'],
    ['substring(string: "procedure", start position: 4, length: 50)', 'cedure'],
    ['string length(string: "dossier")', 7],
    ['upper case(string: "aBc4")', 'ABC4'],
    ['lower case(string: "aBc4")', 'abc4'],
    ['substring before(string: "2024/17", match: "/")', '2024'],
    ['substring after(string: "2024/17", match: "/")', '17'],
    ['contains(string: "dossier", match: "oss")', true],
    ['starts with(string: "dossier", match: "oss")', false],
    ['ends with(string: "dossier", match: "er")', true],
    ['matches(input: "BE68", pattern: "^be", flags: "i")', true],
    ['replace(input: "68-53", pattern: "([0-9]+)-([0-9]+)", replacement: "$2/$1")', '53/68'],
    ['replace(input: "Rue Neuve", pattern: "rue", replacement: "R.", flags: "i")', 'R. Neuve'],
    ['split(string: "a;b;;", delimiter: ";")', ['a', 'b', '', '']],
    ['extract(string: "12 rue, 34 bis", pattern: "[0-9]+")', ['12', '34']],
    ['trim(string: " a  b ")', 'a  b'],
    ['string length(uuid())', 36],
    ['to base64(value: "é")', 'w6k='],
    ['from base64(value: "w6k=")', 'é'],
    ['from base64("w6k")', 'é'],
    ['from base64("?")', null],
    ['from base64("/w==")', null],
    ['is blank(string: " \\t")', true],
  ],
  number: [
    ['decimal(n: 2.345, scale: 2)', 2.34],
    ['decimal(n: 2.345, scale: 2, mode: "half_up")', 2.35],
    ['decimal(2.345, 2, "best")', null],
    ['floor(n: -1.56, scale: 1)', -1.6],
    ['ceiling(n: -1.56, scale: 1)', -1.5],
    ['round up(n: -5.5, scale: 0)', -6],
    ['round down(n: -5.5, scale: 0)', -5],
    ['round half up(n: -5.5, scale: 0)', -6],
    ['round half down(n: -5.5, scale: 0)', -5],
    ['abs(n: -10)', 10],
    ['abs(number: -10)', null],
    ['modulo(dividend: 12, divisor: 5)', 2],
    ['sqrt(number: 16)', 4],
    ['log(number: 1)', 0],
    ['exp(number: 0)', 1],
    ['odd(number: 5)', true],
    ['even(number: 5)', false],
    ['random number()', 0.25],
  ],
  list: [
    ['list contains(list: [1, 2], element: 2)', true],
    ['count(list: [1, 2])', 2],
    ['min(list: [2, 1])', 1],
    ['max(2, 1)', 2],
    ['sum(list: [1, 2])', 3],
    ['product(list: [2, 3])', 6],
    ['mean(list: [1, 2, 6])', 3],
    ['median(list: [6, 1, 2, 3])', 2.5],
    ['stddev(list: [2, 4, 6])', 2],
    ['mode(list: [6, 1, 9, 6, 1])', [1, 6]],
    ['all(list: [true, null])', null],
    ['all(false, null, true)', false],
    ['any(list: [false, true])', true],
    ['any(false, null, true)', true],
    ['and(list: [true, false])', false],
    ['and([])', true],
    ['or([])', false],
    ['or(false, null)', null],
    ['if and(terms) or or(terms) then "some" else "none"', 'some'],
    ['sublist(list: [1, 2, 3], start position: 2)', [2, 3]],
    ['sublist(list: [1, 2, 3], start position: 1, length: 2)', [1, 2]],
    ['append(list: [1], items: 2)', [1, 2]],
    ['append(list: [1], items: [2, 3])', [1, 2, 3]],
    ['append([1], [2, 3])', [1, [2, 3]]],
    ['concatenate(lists: [[1], [2, 3]])', [1, 2, 3]],
    ['concatenate([[1], [2]])', [[1], [2]]],
    ['insert before(list: [1, 3], position: 2, newItem: 2)', [1, 2, 3]],
    ['remove(list: [1, 2, 3], position: 2)', [1, 3]],
    ['reverse(list: [1, 2])', [2, 1]],
    ['index of(list: [1, 2, 1], match: 1)', [1, 3]],
    ['union(list: [[1, 2], [2, 3]])', [1, 2, 3]],
    ['union(lists: [[1, 2], [2, 3]])', [1, 2, 3]],
    ['distinct values(list: [2, 1, 2])', [2, 1]],
    ['duplicate values(list: [3, 1, 2, 2, 1, 2])', [1, 2]],
    ['duplicate values([[1], {a: 1}, [1], null, {a: 1}, null])', [[1], { a: 1 }, null]],
    ['flatten(list: [[1], [[2]]])', [1, 2]],
    ['sort(list: [3, 1, 2], precedes: function(x, y) x > y)', [3, 2, 1]],
    ['string join(list: ["a", null, "b"], delimiter: ", ")', 'a, b'],
    ['string join(list: ["a", "b"], delimiter: ", ", prefix: "[", suffix: "]")', '[a, b]'],
    ['is empty(list: [])', true],
    ['partition(list: [1, 2, 3], size: 2)', [[1, 2], [3]]],
    ['partition([1, 2], 0)', null],
  ],
  context: [
    ['get value(context: {a: 1}, key: "a")', 1],
    ['get value(context: {a: {b: 1}}, keys: ["a", "b"])', 1],
    ['get value({a: {b: 1}}, [])', null],
    ['get entries(context: {a: 1})', [{ key: 'a', value: 1 }]],
    ['context put(context: {a: 1}, key: "b", value: 2)', { a: 1, b: 2 }],
    ['context put(context: {a: 1}, keys: ["b", "c"], value: 2)', { a: 1, b: { c: 2 } }],
    ['context put({a: 1}, ["a", "b"], 2)', null],
    ['context merge(contexts: [{a: 1, b: 0}, {b: 2}])', { a: 1, b: 2 }],
    ['put(context: {a: 1}, key: "b", value: 2)', { a: 1, b: 2 }],
    ['put all({a: 1}, {b: 2}, {a: 3})', { a: 3, b: 2 }],
  ],
  conversion: [
    ['string(from: 1.1)', '1.1'],
    ['string(@"P0D") + string(@"P0Y")', 'PT0SP0M'],
    ['number(from: "1500.5")', 1500.5],
    ['number(from: "1,500", grouping separator: ",")', 1500],
    ['number("1.500", ".")', 1500],
    ['number("1.500.000", ".")', 1_500_000],
    ['number("1.500,5", ".")', null],
    ['number(from: "1 500,5", grouping separator: " ", decimal separator: ",")', 1500.5],
    ['context(entries: [{key: "a", value: 1}])', { a: 1 }],
    ['date(from: "2024-02-29")', '2024-02-29'],
    ['date(year: 2024, month: 2, day: 29)', '2024-02-29'],
    ['time(from: @"2024-02-29T10:00:00")', '10:00:00'],
    ['time(hour: 14, minute: 30, second: 0, offset: @"PT1H")', '14:30:00+01:00'],
    ['date and time(date: @"2024-02-29", time: @"10:00:00")', '2024-02-29T10:00:00'],
    [
      'date and time(date: @"2024-07-31T14:00:00@Europe/Berlin", timezone: "America/Los_Angeles")',
      '2024-07-31T05:00:00-07:00[America/Los_Angeles]',
    ],
    ['duration(from: "P5D")', 'P5D'],
    ['years and months duration(from: @"2022-01-31", to: @"2024-02-29")', 'P2Y'],
    ['from json(value: "{\\"a\\": [1]}")', { a: [1] }],
    ['to json(value: @"P3Y")', '"P3Y"'],
  ],
  temporal: [
    ['now()', '2024-02-29T12:00:00Z'],
    ['today()', '2024-02-29'],
    ['day of week(date: @"2024-02-29")', 'Thursday'],
    ['day of year(date: @"2024-02-29T12:00:00")', 60],
    ['week of year(date: @"2024-02-29")', 9],
    ['month of year(date: @"2024-02-29")', 'February'],
    ['abs(n: @"-P2M")', 'P2M'],
    ['last day of month(date: @"2024-02-01T12:00:00")', '2024-02-29'],
  ],
  range: [
    ['before(point1: 1, point2: 10)', true],
    ['before(range: [1..5], point: 10)', true],
    ['before(point: 1, range: [2..5])', true],
    ['before(range1: [1..5), range2: [5..10])', true],
    ['after(point: 12, range: [2..5])', true],
    ['after(range: [1..5], point: 10)', false],
    ['meets(range1: [1..5], range2: [5..10])', true],
    ['met by(range1: [5..10], range2: [1..5])', true],
    ['overlaps(range1: [5..10], range2: [1..6])', true],
    ['overlaps before(range1: [1..5], range2: [4..10])', true],
    ['overlaps after(range1: [4..10], range2: [1..5])', true],
    ['finishes(point: 5, range: [1..5])', true],
    ['finishes(range1: [3..5], range2: [1..5])', true],
    ['finished by(range: [5..10], point: 10)', true],
    ['finished by(range1: [1..5], range2: [3..5])', true],
    ['includes(range: [5..10], point: 6)', true],
    ['includes(range1: [1..10], range2: [4..6])', true],
    ['during(point: 5, range: [1..10])', true],
    ['during(range1: [4..6], range2: [1..10))', true],
    ['starts(point: 1, range: [1..5])', true],
    ['starts(range1: (1..5), range2: (1..10))', true],
    ['started by(range: [1..10], point: 1)', true],
    ['started by(range1: [1..10], range2: [1..5])', true],
    ['coincides(point1: 5, point2: 5)', true],
    ['coincides(range1: [1..5], range2: [2..6])', false],
    ['before(null, 5)', null],
    ['coincides(null, null)', null],
  ],
  'AI agents': [
    ['fromAi(toolCall.city)', 'Ghent'],
    ['fromAi(toolCall.city, null, "string")', 'Ghent'],
    ['fromAi(value: toolCall.city, type: "string")', 'Ghent'],
    ['fromAi(toolCall.city, "The town", "string", {enum: ["Ghent"]}, {required: false})', 'Ghent'],
    ['fromAi(value: toolCall.city, options: {required: false})', 'Ghent'],
  ],
};

const rows = Object.entries(documented).flatMap(([group, list]) => list.map((row) => [group, ...row] as const));

test.each(rows)('%s: given %s, then %j', (_, text, expected) => {
  expect(valueOf(text)).toEqual(expected);
});

describe('types that the documentation names', () => {
  test.each([
    ['(function(x) x) instance of function', true],
    ['abs instance of function', true],
    ['1 instance of function', false],
    ['abs instance of function<number>->number', true],
    ['@"2024-02-29T10:00:00" instance of date time', true],
    ['@"P1D" instance of day-time-duration', true],
    ['@"P1M" instance of year-month-duration', true],
    ['[1] instance of list', true],
    ['{a: 1} instance of context', true],
    ['null instance of Any', false],
    ['2 * 3 instance of number', null],
    ['(2 * 3) instance of number', true],
  ])('given %s, then %j', (text, expected) => {
    expect(valueOf(text)).toBe(expected);
  });
});

describe('`and` and `or` that are no functions', () => {
  test.each([
    ['true and (false)', false],
    ['[true][1] or (false)', true],
    ['"and (" + "or("', 'and (or('],
    ['true /* and( */ and (true)', true],
    ['`or (a)` + 1', 2],
    ['2 > 1 and (3 > 2 or(1 > 2))', true],
  ])('given %s, then %j', (text, expected) => {
    expect(valueOf(text)).toEqual(expected);
  });
});
