import { describe, expect, test } from 'vitest';
import { labelEvery, placeOf, plotOf, ticksUpTo } from './chart-scale.ts';

describe('the axis of a chart', () => {
  test.each([
    [0, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [23, [0, 5, 10, 15, 20, 25]],
    [180, [0, 50, 100, 150, 200]],
    [1234, [0, 250, 500, 750, 1000, 1250]],
  ])('up to %s has round steps', (largest, ticks) => {
    expect(ticksUpTo(largest)).toEqual(ticks);
  });

  test('puts nothing at the bottom and the largest at the top', () => {
    const plot = plotOf(640, 240);
    expect(placeOf(plot, 0, 10)).toBe(plot.top + plot.height);
    expect(placeOf(plot, 10, 10)).toBe(plot.top);
    expect(placeOf(plot, 0, 0)).toBe(plot.top + plot.height);
  });

  test('leaves labels out where there is no room for all', () => {
    expect(labelEvery(12, 600, 40)).toBe(1);
    expect(labelEvery(12, 240, 40)).toBe(2);
    expect(labelEvery(12, 0, 40)).toBeGreaterThan(12);
  });
});
