import { describe, expect, test } from 'vitest';

import { evaluate, parseFeel, toJson } from '@irisflow/feel';

const context = { variable: () => undefined, now: Date.UTC(2024, 1, 29, 12) };

const valueOf = (text: string): unknown => {
  const result = evaluate(parseFeel(text, 'expression'), context);
  return result.ok ? toJson(result.value) : result.error;
};

const warningsOf = (text: string): readonly string[] =>
  evaluate(parseFeel(text, 'expression'), context).warnings.map(({ message }) => message);

describe('dates far away', () => {
  test.each([
    ['string(@"-2017-12-31")', '-2017-12-31'],
    ['string(date and time("99999-12-31T11:22:33"))', '99999-12-31T11:22:33'],
    ['date("01211-12-31")', null],
    ['@"2021-01-01T24:00:00"', '2021-01-02T00:00:00'],
    ['time("24:00:00")', null],
    ['time("23:59:60")', null],
    ['time("13:20:00+19:00")', null],
    ['time("13:20:00+02:00@Europe/Paris")', null],
    ['date and time("2024-02-29T10:00:00+01:00[Europe/Paris]")', '2024-02-29T10:00:00+01:00[Europe/Paris]'],
  ])('given %s, then %j', (text, expected) => {
    expect(valueOf(text)).toBe(expected);
  });
});

describe('dates beyond the calendar', () => {
  test.each([
    ['string(date("999999999-12-31"))', '999999999-12-31'],
    ['string(date(-999999999, 12, 31))', '-999999999-12-31'],
    ['string(@"999999999-12-31T23:59:59.999999999@Europe/Paris")', '999999999-12-31T23:59:59.999999999@Europe/Paris'],
    ['date(@"300000-01-02T10:00:00").day', 2],
    ['time(@"300000-01-02T10:00:00Z")', '10:00:00Z'],
    ['@"300000-01-01".weekday = @"2000-01-01".weekday', true],
    ['@"300000-01-01" > @"2024-02-29"', true],
    ['@"300000-01-01T00:00:00Z" in [@"2024-02-29T00:00:00Z"..@"300000-01-01T00:00:01Z"]', true],
    ['@"300000-01-01T00:00:00Z" < @"300000-01-01T00:00:00+01:00"', null],
    ['[@"300000-01-01"]', ['300000-01-01']],
    ['date("1000000000-01-01")', null],
    ['date("300000-02-30")', null],
    ['@"300000-01-01" + @"P1D"', null],
    ['day of year(@"300000-01-01")', null],
  ])('given %s, then they are written and compared, not calculated with: %j', (text, expected) => {
    expect(valueOf(text)).toEqual(expected);
  });

  test('given a loop over them, then the evaluation ends and says why', () => {
    expect(valueOf('for day in @"300000-01-01"..@"300000-01-03" return day')).toMatchObject({ code: 'CALENDAR' });
  });
});

describe('seconds', () => {
  test.each([
    ['time("10:30:00.0001") = time("10:30:00.0002")', true],
    ['@"2024-02-29T10:30:00.1" = @"2024-02-29T10:30:00.2"', true],
    ['@"2024-02-29T10:30:00.1Z" = @"2024-02-29T11:30:00.2+01:00"', true],
    ['@"2024-02-29T10:30:00.9" = @"2024-02-29T10:30:01"', false],
    ['@"2024-02-29T10:30:00.1" < @"2024-02-29T10:30:00.2"', true],
    ['is(time("10:30:00.0001"), time("10:30:00.0002"))', false],
    ['string(time(11, 59, 45, @"-PT2H45M55S"))', '11:59:45-02:45:55'],
    ['@"10:00:00+05:00:01".time offset', 'PT5H1S'],
    ['date and time(@"2024-02-29", @"10:00:00+05:00:01")', null],
  ])('given %s, then %j', (text, expected) => {
    expect(valueOf(text)).toEqual(expected);
  });
});

describe('a day beside a date and time', () => {
  test.each([
    ['string(@"2021-01-02T10:10:10+01:00" - @"2021-01-01")', 'P1DT9H10M10S'],
    ['string(@"2021-01-02" - @"2021-01-01T10:10:10+11:00")', 'P1DT49M50S'],
    ['@"2021-01-01T00:00:00" - @"2021-01-02"', null],
  ])('given %s, then the day begins at midnight UTC: %j', (text, expected) => {
    expect(valueOf(text)).toBe(expected);
  });
});

describe('functions', () => {
  test.each([
    ['{a: function(x) x * b, b: 2, c: a(3)}.c', null],
    ['{b: 2, a: function(x) x * b, c: a(3)}.c', 6],
    ['((function(a) function(b) a * b)(10))(2)', 20],
    ['(function(f, x) f(x))(abs, -2)', 2],
  ])('given %s, then a function sees the place that defined it: %j', (text, expected) => {
    expect(valueOf(text)).toBe(expected);
  });

  test('given a function defined beside variables, then it keeps them where it is called', () => {
    const make = evaluate(parseFeel('function(x) x * rate', 'expression'), { ...context, variable: () => 3 });
    const variable = (name: string) => (name === 'f' && make.ok ? make.value : undefined);

    expect(evaluate(parseFeel('f(2)', 'expression'), { ...context, variable })).toMatchObject({ value: 6 });
  });
});

describe('ranges', () => {
  test.each([
    ['range("[1..5)") = [1..5)', true],
    ['range("(@\\"2024-01-01\\" .. date(\\"2024-12-31\\")]") = (@"2024-01-01"..@"2024-12-31"]', true],
    ['range("[\\"a..b\\"..\\"c\\"]") = ["a..b".."c"]', true],
    ['range("[5..1]")', null],
    ['range("[1..\\"a\\"]")', null],
    ['range("1..5")', null],
    ['range("[x..5]")', null],
    ['for i in [2..1] return i', null],
    ['for i in 2..1 return i', [2, 1]],
    ['10 in (!=10)', false],
    ['(=10) = (=10)', true],
    ['(=10) = [10..10]', false],
    ['(!=10) = (!=10)', true],
    ['includes((!=10), 10)', false],
    ['5 in [(!=10)]', true],
    ['string((!=10))', '(!=10)'],
    ['for i in (!=10) return i', null],
    ['[1, 2] in (=[1, 2])', true],
  ])('given %s, then %j', (text, expected) => {
    expect(valueOf(text)).toEqual(expected);
  });
});

describe('patterns', () => {
  test.each([
    ['matches("Mary\\u000DJones", "Mary.Jones")', false],
    ['matches("Mary\\u000DJones", "Mary.Jones", "s")', true],
    ['matches("hello world", " he llo[ ]world", "x")', true],
    ['matches("a.b", "a[.]b")', true],
    ['matches("x", "x", lower case("P"))', null],
  ])('given %s, then %j', (text, expected) => {
    expect(valueOf(text)).toBe(expected);
  });

  test('given flags that do not exist, then the text is refused', () => {
    expect(() => parseFeel('matches("x", "x", "p")', 'expression')).toThrow(
      'Expected only the flags s, m, i and x, but found "p".',
    );
  });

  test.each(['[a', 'a)', '*a', 'a{2,1}', 'a\\\\0', '[a\\\\1]', '(a)\\\\2', '[z-a]', '\\\\p{ IsBasicLatin}'])(
    'given "%s", then a pattern that is wrong whoever reads it is refused',
    (pattern) => {
      expect(() => parseFeel(`matches("a", "${pattern}")`, 'expression')).toThrow('Expected a regular expression, but');
    },
  );

  test.each([
    '(?=a)a',
    'a(?!b)',
    '(?<=a)b',
    '(?>a)',
    'a++',
    '(.)\\\\1',
    '(a)?\\\\1',
    '(a)|b\\\\1',
    '[a-z&&[^b]]',
    '\\\\p{IsNobody}',
    '\\\\R',
  ])('given "%s", then a pattern of another dialect is read, and fails with its reason when it runs', (pattern) => {
    const parsed = parseFeel(`if asked then matches("a", "${pattern}") else false`, 'expression');
    const run = (asked: boolean) => evaluate(parsed, { ...context, variable: () => asked });

    expect(run(false)).toMatchObject({ ok: true, value: false });
    expect(run(true)).toMatchObject({
      ok: false,
      error: { code: 'PATTERN', message: expect.stringContaining('without look-around') as string },
    });
  });

  test.each([
    ['matches("x", "[A-Z-[OI]]", "i")', true],
    ['matches("o", "[A-Z-[OI]]", "i")', false],
    ['replace("a.b", "[^a-z-[.]]", "_")', 'a.b'],
    ['replace("1a2b", "[\\\\da-b-[2]]", "")', '2'],
    ['matches("é", "^\\\\p{IsLatin-1Supplement}$")', true],
    ['matches("é", "^[\\\\P{InBasicLatin}]$")', true],
    ['matches("e", "^[^\\\\p{IsBasicLatin}]$")', false],
    ['matches("a", "[a-[a]]")', false],
    ['matches("aA", "(a)\\\\1", "i")', true],
    ['matches("1.2.1.", "(1\\\\.)2\\\\.\\\\1")', true],
    ['matches("]", "^[]]$")', true],
    ['matches("[", "^[[]$")', true],
  ])('given %s, then %j', (text, expected) => {
    expect(valueOf(text)).toBe(expected);
  });
});

describe('null where the specification has no value', () => {
  test.each([
    ['{a: 1, a: 2}', 'Expected each key of the context once, but found "a" twice.'],
    [
      'context([{key: "a", value: 1}, {key: "a", value: 2}])',
      'Expected each key of the context once, but found "a" twice.',
    ],
    ['floor(1.5, 7000)', 'Expected a scale from -6111 to 6176, but found 7000.'],
    ['floor(1.5, null)', 'Expected arguments that "floor" accepts, but found (number, null).'],
    [
      'number("1.000,5", ",", ",")',
      'Expected a grouping separator (space, "," or ".") and a different decimal one ("." or ","), but it is not so.',
    ],
    ['list replace([1], function(item, newItem) 1, 2)', 'Expected "match" to answer true or false, but found number.'],
    ['time(1, 2, 3, duration("PT0.5S"))', 'Expected 1, 2, 3 to be a time, but it is not.'],
  ])('given %s, then null and the warning %s', (text, warning) => {
    expect([valueOf(text), warningsOf(text)]).toEqual([null, [warning]]);
  });
});

describe('names', () => {
  test.each([
    ['[{item: 1}, {item: 2}][item >= 2]', [{ item: 2 }]],
    ['[1, 2][item >= 2]', [2]],
    ['get value(key: "a", m: {a: 1})', 1],
    ['get value(context: {a: 1}, key: "a")', 1],
    ['is(@"20:00:50+00:00", @"21:00:50+01:00")', false],
    ['@"20:00:50+00:00" = @"21:00:50+01:00"', true],
  ])('given %s, then %j', (text, expected) => {
    expect(valueOf(text)).toEqual(expected);
  });
});
