import { expect, test } from 'vitest';
import { isProcedureKey, slug } from './slug.ts';

test.each([
  ['Allocation de loyer', 'allocation-de-loyer'],
  ['Prime énergie — 2027 !', 'prime-energie-2027'],
  ['3e voertuig', 'e-voertuig'],
  ['  ', ''],
])('%s becomes %s', (title, key) => {
  expect(slug(title)).toBe(key);
});

test('a key starts with a letter and has two characters or more', () => {
  expect(['ab', 'a-1', 'a', '1a', 'A1', ''].map(isProcedureKey)).toEqual([true, true, false, false, false, false]);
});
