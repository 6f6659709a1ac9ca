import { Instant, LocalizedText, nullable, oneOf, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** One time that somebody or something looked at data of a person. */
export const Trace = Type.Object({
  at: Instant,
  /** A question to an authentic source, or something read at this office. */
  kind: oneOf(['consultation', 'reading']),
  /** A colleague by name, or the connector that asked. */
  by: Type.String(),
  /** What was asked or read, by its source or as the audit calls it. */
  what: nullable(LocalizedText),
  action: Type.String(),
  purpose: nullable(LocalizedText),
  /** Why, in the words of who looked at a restricted answer; null for everything else. */
  reason: nullable(Type.String()),
  legalBasis: nullable(LocalizedText),
  outcome: Type.String(),
  caseId: nullable(OpaqueId),
  reference: nullable(Type.String()),
});
export type Trace = Static<typeof Trace>;

export const Traces = Type.Object({
  /** Whether this office has anything of somebody with this number. */
  isKnown: Type.Boolean(),
  traces: Type.Array(Trace),
  /** Whether there are more than are shown. */
  more: Type.Boolean(),
});
export type Traces = Static<typeof Traces>;
