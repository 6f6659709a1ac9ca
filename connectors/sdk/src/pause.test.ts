import { expect, it } from 'vitest';

import { backoffOf, withJitter } from './pause.ts';

const connector = { retries: 3, backoffMs: 1000 };

it('a pause doubles with each try, and more retries than proposed never make it shorter', () => {
  expect([3, 2, 1].map((left) => backoffOf(connector, left))).toEqual([1000, 2000, 4000]);
  expect(backoffOf(connector, 9)).toBe(1000);
});

it('jobs that failed together come back apart, and none of them sooner than after half the pause', () => {
  expect([0, 0.5, 1].map((random) => withJitter(1000, () => random))).toEqual([500, 750, 1000]);
  expect(new Set(Array.from({ length: 50 }, () => withJitter(60_000))).size).toBeGreaterThan(10);
});
