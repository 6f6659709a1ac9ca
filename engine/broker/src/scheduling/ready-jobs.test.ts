import { describe, expect, test } from 'vitest';
import { createReadyJobs } from './ready-jobs.ts';

const job = (key: string) => ({ key, tenantId: 't' });
const keys = (taken: readonly { readonly key: string }[]) => taken.map(({ key }) => key);

describe('ready jobs of one type and tenant', () => {
  test('leave in order of creation, also after one came back', () => {
    const ready = createReadyJobs(10);
    for (const key of ['1', '2', '3']) ready.add(job(key));
    expect(keys(ready.take(1))).toEqual(['1']);
    ready.add(job('1'));
    expect(keys(ready.take(5))).toEqual(['1', '2', '3']);
  });

  test('beyond the window stay in the store, and come from there in order', () => {
    const ready = createReadyJobs(2);
    for (const key of ['1', '2', '3', '4']) ready.add(job(key));
    expect(ready.size).toBe(2);
    expect(ready.hasMore).toBe(true);
    expect(keys(ready.take(5))).toEqual(['1', '2']);
    expect(ready.lastKey).toBe('2');
    ready.refill([job('3'), job('4')], 'complete');
    ready.add(job('5'));
    expect(keys(ready.take(5))).toEqual(['3', '4']);
    expect(ready.hasMore).toBe(true);
  });
});
