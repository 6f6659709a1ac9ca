import { describe, expect, test } from 'vitest';
import { createDueWheel } from './due-wheel.ts';

const due = (key: string, dueAt: number) => ({ key, dueAt, run: () => undefined });
const keys = (taken: readonly { readonly key: string }[]) => taken.map(({ key }) => key);

describe('a due wheel', () => {
  test('gives what is due, never early, what fell due first before the others', () => {
    const wheel = createDueWheel();
    for (const [key, dueAt] of [
      ['c', 5_050],
      ['a', 1_000],
      ['b', 1_099],
    ] as const)
      wheel.set(due(key, dueAt));
    expect(wheel.next()).toBe(1_000);
    expect(keys(wheel.takeDue(999, 10))).toEqual([]);
    expect(keys(wheel.takeDue(1_050, 10))).toEqual(['a']);
    expect(keys(wheel.takeDue(5_049, 10))).toEqual(['b']);
    expect(keys(wheel.takeDue(5_050, 10))).toEqual(['c']);
    expect(wheel.next()).toBeNull();
  });

  test('keeps the order of due dates, whatever the order of setting', () => {
    const wheel = createDueWheel();
    wheel.set(due('second', 1_070));
    wheel.set(due('third', 1_200));
    wheel.set(due('first', 1_020));
    expect(keys(wheel.takeDue(2_000, 10))).toEqual(['first', 'second', 'third']);
  });

  test('moves and forgets entries', () => {
    const wheel = createDueWheel();
    wheel.set(due('a', 100));
    wheel.set(due('a', 900));
    wheel.set(due('b', 200));
    wheel.delete('b');
    expect(wheel.size).toBe(1);
    expect(keys(wheel.takeDue(800, 10))).toEqual([]);
    expect(keys(wheel.takeDue(900, 10))).toEqual(['a']);
  });

  test('takes a limited number at a time, each once', () => {
    const wheel = createDueWheel();
    for (let n = 0; n < 5_000; n += 1) wheel.set(due(`k${n}`, 1_000));
    const seen = new Set<string>();
    for (let taken = wheel.takeDue(1_000, 256); taken.length > 0; taken = wheel.takeDue(1_000, 256)) {
      expect(taken.length).toBeLessThanOrEqual(256);
      for (const { key } of taken) seen.add(key);
    }
    expect(seen.size).toBe(5_000);
  });
});
