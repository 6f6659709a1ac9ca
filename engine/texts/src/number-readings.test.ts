import { describe, expect, test } from 'vitest';
import { numberReadings } from './index.ts';

describe('a number as people write it', () => {
  test.each([
    ['12', [12]],
    ['12,5', [12.5]],
    ['12.5', [12.5]],
    ['720,', [720]],
    ['-3', [-3]],
    ['€ 45,10', [45.1]],
    ['1.234,56', [1234.56]],
    ['1,234.56', [1234.56]],
    ['1 234,5', [1234.5]],
    ['1\u202f234\u00a0567', [1_234_567]],
    ['1.234.567', [1_234_567]],
    ['1 200.500', [1200.5]],
    ['0,125', [0.125]],
    ['1234,567', [1234.567]],
    ['1,2345', [1.2345]],
    ['1,234.567', [1234.567]],
  ])('"%s" can be read in one way', (text, readings) => expect(numberReadings(text)).toEqual(readings));

  test.each([
    ['1.200', [1200, 1.2]],
    ['1,200', [1200, 1.2]],
    ['12.345', [12_345, 12.345]],
    ['-1.200', [-1200, -1.2]],
    ['€ 850.000', [850_000, 850]],
  ])('"%s", three digits after one separator, can be read in two', (text, readings) =>
    expect(numberReadings(text)).toEqual(readings),
  );

  test.each([
    '',
    '  ',
    'twelve',
    '1.2.3',
    '12 34',
    '1.23.456',
    '1.234,567.8',
    '1,234,5',
    '--1',
    ',5',
    '51002604200000371428',
  ])('"%s" is no number, or one that would lose digits', (text) => expect(numberReadings(text)).toEqual([]));
});
