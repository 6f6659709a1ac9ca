import type { SourceAuthorizationView } from '@irisflow/client';

export type AuthorizationState = 'inForce' | 'expired' | 'revoked';

/** Whether an authorization holds on a day, as the platform judges it: its last day counts. */
export const authorizationState = (
  { revokedAt, validUntil }: Pick<SourceAuthorizationView, 'revokedAt' | 'validUntil'>,
  today: string,
): AuthorizationState => {
  if (revokedAt !== null) return 'revoked';
  return validUntil === null || validUntil >= today ? 'inForce' : 'expired';
};
