import { expect, test } from 'vitest';
import { parseDay } from './parse-day.ts';

test.each([
  ['31/12/2026', '2026-12-31'],
  ['1.2.2027', '2027-02-01'],
  ['2026-12-31', '2026-12-31'],
  ['31/02/2026', null],
  ['12/31/2026', null],
  ['soon', null],
])('%s is %s', (text, day) => {
  expect(parseDay(text)).toBe(day);
});
