import { describe, expect, test } from 'vitest';
import { returnPath } from './return-path.ts';

describe('the place after sign-in', () => {
  test.each([
    ['/tasks/101?file=documents', '/tasks/101?file=documents'],
    [null, '/'],
    ['https://elsewhere.example', '/'],
    ['//elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
    ['/sign-in?returnTo=%2F', '/'],
  ])('%s leads to %s', (wanted, expected) => {
    expect(returnPath(wanted)).toBe(expected);
  });
});
