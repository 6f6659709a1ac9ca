import { describe, expect, test } from 'vitest';

import { evaluate, parseFeel, toDuration, toEpochMillis } from '@irisflow/feel';

const value = (text: string): unknown => {
  const result = evaluate(parseFeel(text, 'expression'), { variable: () => undefined, now: 0 });
  return result.ok ? result.value : undefined;
};

describe('an instant', () => {
  test.each([
    ['@"2024-02-29T12:00:00Z"', Date.UTC(2024, 1, 29, 12)],
    ['@"2024-02-29T12:00:00+02:00"', Date.UTC(2024, 1, 29, 10)],
    ['"2024-02-29T12:00:00.250Z"', Date.UTC(2024, 1, 29, 12, 0, 0, 250)],
    ['"2024-02-29T12:00:00@Europe/Brussels"', Date.UTC(2024, 1, 29, 11)],
    ['"2024-02-29T12:00:00+01:00[Europe/Brussels]"', Date.UTC(2024, 1, 29, 11)],
    ['now() + @"PT1S"', 1000],
  ])('given %s, then it is known', (text, expected) => {
    expect(toEpochMillis(value(text))).toBe(expected);
  });

  test('given a local value, then it needs a zone', () => {
    expect(toEpochMillis(value('@"2024-02-29T12:00:00"'))).toBeNull();
    expect(toEpochMillis('2024-02-29T12:00:00', 'Europe/Brussels')).toBe(Date.UTC(2024, 1, 29, 11));
    expect(toEpochMillis('2024-02-29', 'UTC')).toBe(Date.UTC(2024, 1, 29));
  });

  test.each([5, null, 'tomorrow', '2024-02-30T00:00:00Z', [], {}])('given %j, then it is none', (found) => {
    expect(toEpochMillis(found, 'UTC')).toBeNull();
  });
});

describe('a duration', () => {
  test.each([
    ['PT5M', { months: 0, milliseconds: 300_000 }],
    ['-PT5M', { months: 0, milliseconds: -300_000 }],
    ['PT-5M', { months: 0, milliseconds: -300_000 }],
    ['P1Y2M', { months: 14, milliseconds: 0 }],
    ['P1M2DT3H', { months: 1, milliseconds: (2 * 24 + 3) * 3_600_000 }],
    ['P2W', { months: 0, milliseconds: 14 * 86_400_000 }],
    ['PT0.5S', { months: 0, milliseconds: 500 }],
    ['PT0S', { months: 0, milliseconds: 0 }],
  ])('given %s, then months and milliseconds are apart', (text, expected) => {
    expect(toDuration(text)).toEqual(expected);
  });

  test('given FEEL durations, then they are read as well', () => {
    expect(toDuration(value('@"P1Y"'))).toEqual({ months: 12, milliseconds: 0 });
    expect(toDuration(value('@"P1DT1S"'))).toEqual({ months: 0, milliseconds: 86_401_000 });
  });

  test.each(['P', 'PT', 'P1', '5M', '', 'P1S', 'R3/PT1H', 7, null])('given %j, then it is none', (found) => {
    expect(toDuration(found)).toBeNull();
  });
});
