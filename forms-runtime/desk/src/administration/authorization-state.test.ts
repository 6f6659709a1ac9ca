import { describe, expect, test } from 'vitest';
import { authorizationState } from './authorization-state.ts';

describe('an authorization', () => {
  test.each([
    [{ revokedAt: null, validUntil: null }, 'inForce'],
    [{ revokedAt: null, validUntil: '2026-11-25' }, 'inForce'],
    [{ revokedAt: null, validUntil: '2026-11-24' }, 'expired'],
    [{ revokedAt: '2026-11-20T08:00:00Z', validUntil: '2030-01-01' }, 'revoked'],
  ] as const)('%o is %s on 25 November', (one, state) => {
    expect(authorizationState(one, '2026-11-25')).toBe(state);
  });
});
