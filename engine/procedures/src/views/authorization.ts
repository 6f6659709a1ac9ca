import { Type, type Static } from 'typebox';
import { CalendarDate, Instant, LocalizedText, nullable, OpaqueId } from '@irisflow/foundation';

/** That a procedure may ask a source: why, by which law, and which fields of the answer it may use. */
export const SourceAuthorizationView = Type.Object({
  id: OpaqueId,
  procedureKey: Type.String(),
  sourceKey: Type.String(),
  purpose: LocalizedText,
  legalBasis: LocalizedText,
  fields: Type.Array(Type.String()),
  grantedAt: Instant,
  grantedBy: Type.String(),
  /** The last day on which it holds; null until it is revoked. */
  validUntil: nullable(CalendarDate),
  revokedAt: nullable(Instant),
  revokedBy: nullable(Type.String()),
});
export type SourceAuthorizationView = Static<typeof SourceAuthorizationView>;

/** A source that an administration does not ask for a while: what it would say is proven on paper. */
export const PaperSourceView = Type.Object({
  sourceKey: Type.String(),
  reason: Type.String(),
  since: Instant,
  setBy: Type.String(),
  /** The last day; null until it is ended. */
  validUntil: nullable(CalendarDate),
});
export type PaperSourceView = Static<typeof PaperSourceView>;

/** A source that a procedure declares, as it asks to use it. */
const DeclaredSource = Type.Object({
  key: Type.String(),
  name: LocalizedText,
  what: LocalizedText,
  purpose: LocalizedText,
  legalBasis: LocalizedText,
  fields: Type.Array(Type.String()),
});

/** A published procedure and the sources that it declares: an administrator authorizes nothing else. */
export const SourcesOfProcedure = Type.Object({
  procedureKey: Type.String(),
  title: LocalizedText,
  sources: Type.Array(DeclaredSource),
});
export type SourcesOfProcedure = Static<typeof SourcesOfProcedure>;

/** By which an administration reaches a source itself; what it signs in with is never shown. */
export const SourceAccessView = Type.Object({
  sourceKey: Type.String(),
  address: Type.String(),
  user: nullable(Type.String()),
  setAt: Instant,
  setBy: Type.String(),
});
export type SourceAccessView = Static<typeof SourceAccessView>;

/** A host that a connector may reach for the cases of an administration. */
export const AllowedHostView = Type.Object({
  id: OpaqueId,
  connectorType: Type.String(),
  /** `host` for the usual port of https, or `host:port`. */
  host: Type.String(),
  purpose: Type.String(),
  addedAt: Instant,
  addedBy: Type.String(),
});
export type AllowedHostView = Static<typeof AllowedHostView>;

/** A connector that goes where its job says, and therefore needs allowed hosts. */
export const HostConnector = Type.Object({ connectorType: Type.String(), title: LocalizedText });
export type HostConnector = Static<typeof HostConnector>;
