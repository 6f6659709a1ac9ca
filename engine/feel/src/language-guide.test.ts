import { describe, expect, test } from 'vitest';

import { evaluate, evaluateUnaryTests, parseFeel, toJson } from '@irisflow/feel';

/** What the public guide to the language shows, with examples of our own. */
const variables: Readonly<Record<string, unknown>> = {
  rent: { amount: 640, 'date of lease': '2023-05-01', parts: [{ of: 'Ann', share: 400 }, { of: 'Bea' }] },
  'case-id': 'BH-17',
  nothing: null,
  old: {
    files: [
      { id: 1, state: 'sent' },
      { id: 2, state: 'sent' },
    ],
  },
  young: {
    files: [
      { id: 1, state: 'read' },
      { id: 3, state: 'new' },
    ],
  },
  sent: ['2024-02-21T07:25:06.000Z', '2024-02-22T07:25:06.000Z'],
};

const context = {
  variable: (name: string) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
  now: Date.UTC(2024, 1, 29, 12),
};

const valueOf = (text: string): unknown => {
  const result = evaluate(parseFeel(text, 'expression'), context);
  return result.ok ? toJson(result.value) : result.error.message;
};

type Row = readonly [text: string, expected: unknown];

const guide: Readonly<Record<string, readonly Row[]>> = {
  comparison: [
    ['@"P1Y" >= @"P6M"', true],
    ['time("08:00:00") <= time("08:00:00")', true],
    ['"b" between "a" and "c"', true],
    ['4 in (3..7)', true],
    ['@"2024-06-04" in [@"2024-05-01"..@"2024-05-31"]', false],
    ['5 in (3, 5, 7)', true],
    ['5 in [2, 4]', false],
    ['1 = "1"', null],
  ],
  'null checks': [
    ['null = null', true],
    ['"rent" = null', false],
    ['{x: null}.x = null', true],
    ['{}.y = null', true],
    ['nowhere = null', true],
    ['nowhere != null and nowhere.amount > 10', false],
    ['is defined(rent.amount)', true],
    ['is defined(rent.nowhere)', false],
    ['get or else(nowhere, "none")', 'none'],
    ['nowhere.amount > 10', null],
    ['[{a: 1}, {b: 2}].a', [1, null]],
    ['[{a: 1}, {b: 2}][a < 10]', [{ a: 1 }]],
    ['nobody(1)', null],
    ['if nowhere then "low" else "high"', 'high'],
  ],
  logic: [
    ['true and "otherwise"', null],
    ['false and "otherwise"', false],
    ['true or "otherwise"', true],
    ['false or null', null],
  ],
  lists: [
    ['[7, 8, 9][1]', 7],
    ['[7, 8, 9][-1]', 9],
    ['[7, 8, 9][0]', null],
    ['[7, 8, 9][-4]', null],
    ['[7, 8, 9][item > 7]', [8, 9]],
    ['some x in [1, 2], y in [2, 3] satisfies x < y', true],
    ['every x in [1, 2], y in [2, 3] satisfies x < y', false],
    ['rent.parts[share > 300].of', ['Ann']],
    ['for name in distinct values(rent.parts.of) return count(rent.parts[of = name])', [1, 1]],
    [
      '{ids: union(old.files.id, young.files.id), find: function(files, key) get or else(files[id = key][1], {}), ' +
        'all: for id in ids return context merge(find(old.files, id), find(young.files, id))}.all',
      [
        { id: 1, state: 'read' },
        { id: 2, state: 'sent' },
        { id: 3, state: 'new' },
      ],
    ],
  ],
  loops: [
    ['for x in 3..1 return 2 * x', [6, 4, 2]],
    ['for i in 1..6 return if i <= 2 then 1 else partial[-1] + partial[-2]', [1, 1, 2, 3, 5, 8]],
    ['for x in ["a", "b"] return count(partial) + 1', [1, 2]],
    ['for x in [1, 2], y in [3, 4] return x * y', [3, 4, 6, 8]],
  ],
  contexts: [
    ['{"a": 2, b: a * 2}', { a: 2, b: 4 }],
    ['{a: {b: 3}}.a.b', 3],
    ['rent.`date of lease`', '2023-05-01'],
    ['`case-id` + "/1"', 'BH-17/1'],
    ['get value(rent, "date of lease")', '2023-05-01'],
    ['{age: function(birth) years and months duration(birth, today()).years, of: age(@"1990-03-01")}.of', 33],
  ],
  text: [
    ['"case-" + string(17)', 'case-17'],
    ['is blank("\\t\\n\\r\\f")', true],
    ['"\\u00e9\\U01F408\\t\\""', 'é\u{1F408}\t"'],
  ],
  time: [
    ['time("13:30")', '13:30:00'],
    ['@"2024-06-31"', null],
    ['@"2024-02-29T10:00:00+02:00".time offset', 'PT2H'],
    ['@"2024-02-29T10:00:00@Europe/Berlin".timezone', 'Europe/Berlin'],
    ['[@"2024-02-29T10:00:00+02:00".timezone, @"10:00:00Z".timezone, @"10:00:00".timezone]', [null, null, null]],
    ['@"PT2H30M".minutes', 30],
    ['@"P18M".months', 6],
    ['@"P5D" / @"P1D"', 5],
    ['@"P1Y" / 12', 'P1M'],
    ['@"P7D" - @"P2D"', 'P5D'],
    ['@"2024-02-29" - @"2024-02-01"', 'P28D'],
    ['day of week(today()) in ("Saturday", "Sunday")', false],
    ['(now() - @"1970-01-01T00:00Z") / @"PT1S" * 1000', Date.UTC(2024, 1, 29, 12)],
    [
      '(for x in 1..7 return date and time(today(), @"08:00:00Z") + @"P1D" * x)[day of week(item) = "Tuesday"][1] - now()',
      'P4DT20H',
    ],
    [
      '{time: @"09:00:00@Europe/Berlin", date: if time(now()) < time then today() else today() + @"P1D", ' +
        'duration: date and time(date, time) - now()}.duration',
      'PT20H',
    ],
    [
      'for d in sent return {date: date(date and time(d)), day: string(date.day), month: substring(month of year(date), 1, 3), ' +
        'formatted: day + "-" + month}.formatted',
      ['21-Feb', '22-Feb'],
    ],
  ],
  'functions by the names of their parameters': [
    ['{f: function(a, b) a - b, given: f(b: 1, a: 4)}.given', 3],
    ['{f: function(a, b) get or else(b, a), given: f(a: 1)}.given', 1],
    ['{f: function(a, b) a, given: f(c: 1)}.given', null],
    ['{f: function() 1, given: f(c: 1)}.given', null],
  ],
  'names of functions as names of values': [
    ['{count: 3, all: count([1, 2]) + count}.all', 5],
    ['for date in [@"2024-02-29"] return date(date + @"P1D")', ['2024-03-01']],
    ['{f: function(sum) sum([1, 2]), given: f(5)}.given', 3],
    ['{f: function(sum) sum(1), given: f(function(x) x + 1)}.given', 2],
  ],
};

const rows = Object.entries(guide).flatMap(([group, list]) => list.map((row) => [group, ...row] as const));

test.each(rows)('%s: given %s, then %j', (_, text, expected) => {
  expect(valueOf(text)).toEqual(expected);
});

describe('cells of a decision table', () => {
  test.each([
    ['"valid"', 'valid', true],
    ['<= @"2024-04-06"', '2024-04-06', null],
    ['> "a"', 'b', true],
    [']2..5[', 2, false],
    ['2, 3, 4', 3, true],
    ['< 10, > 50', 20, false],
    ['not("valid")', 'other', true],
    ['not(2, 3)', 3, false],
    ['contains(?, "good")', 'a good one', true],
    ['ends with(?, "@example.org")', 'me@example.com', false],
    ['[1, 2]', 2, true],
    ['> 10', 'a', null],
  ])('given %s and %j, then %j', (cell, input, expected) => {
    expect(evaluateUnaryTests(parseFeel(cell, 'unary-tests'), input, context)).toBe(expected);
  });
});
