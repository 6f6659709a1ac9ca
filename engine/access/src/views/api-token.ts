import { Type, type Static } from 'typebox';
import { Instant, nullable, OpaqueId } from '@irisflow/foundation';
import { ApiScopeName } from './api-scope.ts';

/** What an administrator sees of a token for another system; what the token says is in no view. */
export const ApiTokenView = Type.Object({
  id: OpaqueId,
  name: Type.String(),
  scopes: Type.Array(ApiScopeName),
  /** Keys of the procedures whose cases it reaches; null for all of the administration. */
  procedures: nullable(Type.Array(Type.String())),
  /** From where it counts, as addresses or networks; null for anywhere. */
  addresses: nullable(Type.Array(Type.String())),
  createdAt: Instant,
  createdBy: Type.String(),
  expiresAt: Instant,
  renewedAt: nullable(Instant),
  lastUsedAt: nullable(Instant),
  lastUsedFrom: nullable(Type.String()),
  revokedAt: nullable(Instant),
});
export type ApiTokenView = Static<typeof ApiTokenView>;
