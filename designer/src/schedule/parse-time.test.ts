import { expect, test } from 'vitest';
import { parseTime } from './parse-time.ts';

test.each([
  ['6', '06:00'],
  ['6h', '06:00'],
  ['6h30', '06:30'],
  ['6u30', '06:30'],
  [' 06:30 ', '06:30'],
  ['18.05', '18:05'],
  ['24:00', null],
  ['6:60', null],
  ['6:3', null],
  ['noon', null],
  ['', null],
])('%s is the hour %s', (typed, hour) => {
  expect(parseTime(typed)).toBe(hour);
});
