import { expect, test } from 'vitest';
import { returnPath } from './return-path.ts';

test.each([
  ['/my/cases/1?step=review', '/my/cases/1?step=review'],
  [null, '/'],
  ['', '/'],
  ['https://elsewhere.example', '/'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['/sign-in', '/'],
])('after sign-in %s leads to %s', (wanted, path) => {
  expect(returnPath(wanted)).toBe(path);
});
