import { Type, type Static } from 'typebox';
import { Instant, LocalizedText, nullable, OpaqueId, Ordinal } from '@irisflow/foundation';

/** A token with which connectors of others do jobs of its types; what it says is shown once and kept nowhere. */
export const ConnectorTokenView = Type.Object({
  id: OpaqueId,
  name: Type.String(),
  types: Type.Array(Type.String()),
  createdAt: Instant,
  createdBy: Type.String(),
  /** Null for one that counts until it is revoked. */
  expiresAt: nullable(Instant),
  /** To the minute. */
  lastUsedAt: nullable(Instant),
  revokedAt: nullable(Instant),
});
export type ConnectorTokenView = Static<typeof ConnectorTokenView>;

/** A connector that others registered, as their administrator sees it. */
export const RegisteredConnectorView = Type.Object({
  type: Type.String(),
  version: Ordinal,
  title: LocalizedText,
  registeredAt: Instant,
  /** The name of the token that registered it last. */
  tokenName: Type.String(),
  /** Whether a token that counts still serves its type. */
  isServed: Type.Boolean(),
});
export type RegisteredConnectorView = Static<typeof RegisteredConnectorView>;

/** A connector that an analyst may use, with its page. */
export const ConnectorPage = Type.Object({
  type: Type.String(),
  version: Ordinal,
  title: Type.String(),
  /** Comes with the platform; others are run by an administration or the operator. */
  isShipped: Type.Boolean(),
  /** Markdown. */
  documentation: Type.String(),
  /** JSON Schema of what it answers; null where nobody wrote one. */
  output: nullable(Type.Record(Type.String(), Type.Unknown())),
  /** What it may answer instead, by the code that a model can catch. */
  errors: Type.Array(Type.Object({ code: Type.String(), meaning: Type.String() })),
});
export type ConnectorPage = Static<typeof ConnectorPage>;
