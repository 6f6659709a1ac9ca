import { describe, expect, test } from 'vitest';
import { planOf, written } from './written-plan.ts';

const whole = { ...written, closesOn: '2027-01-01', draftsUntil: '2027-02-01', reason: ' Abrogée ' };

describe('the end of a procedure as it is written', () => {
  test('is whole with its days and a reason, and says what takes its place where it is chosen', () => {
    expect(planOf(whole)).toEqual({
      closesOn: '2027-01-01',
      draftsUntil: '2027-02-01',
      replacedBy: null,
      replacedUrl: null,
      contactEmail: null,
      contactPhone: null,
      reason: 'Abrogée',
    });
    expect(planOf({ ...whole, instead: 'web', url: 'https://example.org', procedure: 'other' })).toMatchObject({
      replacedBy: null,
      replacedUrl: 'https://example.org',
    });
    expect(planOf({ ...whole, instead: 'procedure', url: 'x', procedure: 'other' })).toMatchObject({
      replacedBy: 'other',
      replacedUrl: null,
    });
  });

  test.each([
    { closesOn: undefined },
    { draftsUntil: '2026-12-31' },
    { reason: ' ' },
    { instead: 'web' },
    { instead: 'procedure' },
  ] as const)('waits while %j', (missing) => {
    expect(planOf({ ...whole, ...missing })).toBeNull();
  });
});
