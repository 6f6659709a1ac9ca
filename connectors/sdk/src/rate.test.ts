import { describe, expect, it } from 'vitest';

import { createRate } from './rate.ts';

describe('the rate of a connector', () => {
  it('lets so many runs through in any minute, and says how long the next one waits', () => {
    let now = 0;
    const rate = createRate(2, () => now);

    expect(rate.pauseMs()).toBe(0);
    now = 20_000;
    expect([rate.pauseMs(), rate.pauseMs()]).toEqual([0, 40_000]);
    now = 60_000;
    expect([rate.pauseMs(), rate.pauseMs()]).toEqual([0, 20_000]);
  });

  it('lets everything through where the source sets none', () => {
    const rate = createRate(undefined, () => 0);

    expect(Array.from({ length: 1000 }, rate.pauseMs).every((pause) => pause === 0)).toBe(true);
  });
});
