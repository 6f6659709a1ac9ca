import { describe, expect, test } from 'vitest';
import { createReadyJobs } from './ready-jobs.ts';

const job = (key: string, tenantId = 't') => ({ key, tenantId });
const tenants = new Set(['t']);
const keys = (taken: readonly { readonly key: string }[]) => taken.map(({ key }) => key);

describe('ready jobs of one type', () => {
  test('leave in order of creation, also after one came back', () => {
    const ready = createReadyJobs(10);
    for (const key of ['1', '2', '3']) ready.add(job(key));
    expect(keys(ready.take(1, tenants))).toEqual(['1']);
    ready.add(job('1'));
    expect(keys(ready.take(5, tenants))).toEqual(['1', '2', '3']);
  });

  test('are only for workers of their tenant', () => {
    const ready = createReadyJobs(10);
    ready.add(job('1', 'other'));
    ready.add(job('2'));
    expect(keys(ready.take(5, tenants))).toEqual(['2']);
    expect(ready.size).toBe(1);
  });

  test('beyond the window stay in the store, and come from there in order', () => {
    const ready = createReadyJobs(2);
    for (const key of ['1', '2', '3', '4']) ready.add(job(key));
    expect(ready.size).toBe(2);
    expect(ready.hasMore).toBe(true);
    expect(keys(ready.take(5, tenants))).toEqual(['1', '2']);
    expect(ready.lastKey).toBe('2');
    ready.refill([job('3'), job('4')], 'complete');
    ready.add(job('5'));
    expect(keys(ready.take(5, tenants))).toEqual(['3', '4']);
    expect(ready.hasMore).toBe(true);
  });
});
