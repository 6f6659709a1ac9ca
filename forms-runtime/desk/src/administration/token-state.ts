import type { ConnectorTokenView } from '@irisflow/client';

export type TokenState = 'counts' | 'expired' | 'revoked';

/** Whether a token lets a connector in at a moment. */
export const tokenState = (
  { revokedAt, expiresAt }: Pick<ConnectorTokenView, 'revokedAt' | 'expiresAt'>,
  now: number,
): TokenState => {
  if (revokedAt !== null) return 'revoked';
  return expiresAt === null || Date.parse(expiresAt) > now ? 'counts' : 'expired';
};

/** The last day on which a token counts: one that ends with a day ends at the first moment of the next. */
export const lastDayOf = (expiresAt: string): string => new Date(Date.parse(expiresAt) - 1).toISOString().slice(0, 10);
