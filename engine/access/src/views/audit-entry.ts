import { Type, type Static } from 'typebox';
import { Instant, nullable } from '@irisflow/foundation';

/** The reason and the values behind an audit entry, for the auditor. Null once they are erased. */
export const SealedDetailView = Type.Object({
  sequence: Type.Integer(),
  isErased: Type.Boolean(),
  content: nullable(
    Type.Object({
      reason: nullable(Type.String()),
      before: Type.Unknown(),
      after: Type.Unknown(),
      names: Type.Array(Type.String()),
    }),
  ),
});
export type SealedDetailView = Static<typeof SealedDetailView>;

export const AuditEntry = Type.Object({
  sequence: Type.Integer(),
  at: Instant,
  /** By reference, such as `person:<id>`. */
  actor: Type.String(),
  /** The name of a colleague or of another system; null for everyone else. */
  actorName: nullable(Type.String()),
  action: Type.String(),
  object: Type.String(),
  outcome: Type.String(),
  /** What was noted beside it, by key. */
  detail: Type.Record(Type.String(), Type.Unknown()),
  previousHash: Type.String(),
  hash: Type.String(),
});
export type AuditEntry = Static<typeof AuditEntry>;

const AuditProblem = Type.Union([
  Type.Literal('entryChanged'),
  Type.Literal('tailMissing'),
  Type.Literal('headChanged'),
  Type.Literal('anchorDiffers'),
  Type.Literal('anchoredMissing'),
  Type.Literal('anchorsChanged'),
]);

export const AuditVerification = Type.Object({
  checkedAt: Instant,
  intact: Type.Boolean(),
  entries: Type.Integer(),
  /** When the log was last written down outside the store; null when it never was. */
  anchoredAt: nullable(Instant),
  findings: Type.Array(
    Type.Object({
      problem: AuditProblem,
      /** The first entry that can no longer be believed, or the line of the anchors. */
      from: Type.Integer(),
      /** When the last anchor was made that still fits; null when there is none. */
      since: nullable(Instant),
    }),
  ),
});
export type AuditVerification = Static<typeof AuditVerification>;
