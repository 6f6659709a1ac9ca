import { expect, test } from 'vitest';
import { returnPath, signInPath } from './return-path.ts';

test.each([
  ['/my/cases/1?step=review', '/my/cases/1?step=review'],
  [null, '/'],
  ['', '/'],
  ['https://elsewhere.example', '/'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['/sign-in', '/'],
  ['/sign-in?returnTo=%2F', '/'],
])('after sign-in %s leads to %s', (wanted, path) => {
  expect(returnPath(wanted)).toBe(path);
});

test('the sign-in page remembers the whole address, with what it asks for', () => {
  expect(signInPath('/tasks/101?file=documents')).toBe('/sign-in?returnTo=%2Ftasks%2F101%3Ffile%3Ddocuments');
});
