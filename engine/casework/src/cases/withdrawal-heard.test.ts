import { describe, expect, test } from 'vitest';
import { isWithdrawalHeard } from './case-view.ts';

const open = { appeal_of: null, reopened_at: null };

describe('the withdrawal of a case is heard', () => {
  test('where people or companies apply', () => {
    expect(isWithdrawalHeard({ audience: ['citizen'] }, open)).toBe(true);
    expect(isWithdrawalHeard({ audience: ['company'] }, open)).toBe(true);
  });

  test('not where nobody but an office opens cases: who is to be fined has no application to take back', () => {
    expect(isWithdrawalHeard({ audience: [] }, open)).toBe(false);
  });

  test('not of an appeal, nor while the platform itself has a case that was reopened', () => {
    expect(isWithdrawalHeard({ audience: ['citizen'] }, { ...open, appeal_of: 'case-1' })).toBe(false);
    expect(isWithdrawalHeard({ audience: ['citizen'] }, { ...open, reopened_at: '2026-12-02T10:00:00Z' })).toBe(false);
  });
});
