import { describe, expect, it } from 'vitest';
import { isKeyText, isTenantId, keyAt, rejectionMessage, sequenceOf } from './index.ts';

describe('keys', () => {
  it('begin where partition 1 begins, and sort like their numbers', () => {
    expect(keyAt(1)).toBe('2251799813685249');
    expect(sequenceOf(keyAt(42))).toBe(42);
    expect(keyAt(9) < keyAt(10)).toBe(true);
  });

  it('are recognized by their digits', () => {
    expect(['2251799813685249', '-1', 'abc', ''].map(isKeyText)).toEqual([true, false, false, false]);
  });
});

describe('tenants and rejections', () => {
  it('tenant ids are short words', () => {
    expect(['<default>', 'bxl.city_1', 'a b', 'x'.repeat(32)].map(isTenantId)).toEqual([true, true, false, false]);
  });

  it('rejections are written in the shape that clients match on', () => {
    expect(rejectionMessage('COMPLETE', { type: 'NOT_FOUND', reason: 'gone' })).toBe(
      "Command 'COMPLETE' rejected with code 'NOT_FOUND': gone",
    );
  });
});
