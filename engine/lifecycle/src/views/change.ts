import { CalendarDate, Instant, LocalizedText, nullable, oneOf, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** A field of the application, and what is answered to it now. */
export const DeclaredAnswer = Type.Object({
  /** JSON pointer. */
  pointer: Type.String({ pattern: '^(/[^/]+)+$', maxLength: 200 }),
  /** Left out where nothing is answered any more. */
  value: Type.Optional(Type.Unknown()),
});
export type DeclaredAnswer = Static<typeof DeclaredAnswer>;

/** What a change does to one answer, in the words of the form. */
export const ToldChange = Type.Object({
  pointer: Type.String(),
  label: LocalizedText,
  before: LocalizedText,
  after: LocalizedText,
});
export type ToldChange = Static<typeof ToldChange>;

/** `lapsed`: the case was closed before anybody looked at it. */
export const ChangeState = oneOf(['waiting', 'accepted', 'refused', 'retracted', 'lapsed'] as const);
export type ChangeState = Static<typeof ChangeState>;

/** Something that an applicant declared of their case. */
export const DeclaredChange = Type.Object({
  id: OpaqueId,
  /** The part that is withdrawn; null where answers change. */
  part: nullable(Type.Object({ key: Type.String(), label: LocalizedText })),
  /** Old beside new, as it stood when it was declared. Of a part: what was answered about it. */
  told: Type.Array(ToldChange),
  /** `YYYY-MM-DD`: since when it is so. */
  since: CalendarDate,
  reason: Type.String(),
  documents: Type.Array(Type.Object({ id: OpaqueId, name: Type.String() })),
  state: ChangeState,
  declaredAt: Instant,
  settledAt: nullable(Instant),
  /** Who settled it; null for applicants. */
  settledBy: nullable(Type.String()),
  refusal: nullable(Type.String()),
});
export type DeclaredChange = Static<typeof DeclaredChange>;

/** What was declared of my case, and what can be. */
export const MyChanges = Type.Object({
  /** JSON pointers of the fields of which a change can be declared now; none where the procedure offers none. */
  fields: Type.Array(Type.String()),
  /** Parts that can be withdrawn now. */
  parts: Type.Array(Type.Object({ key: Type.String(), label: LocalizedText })),
  changes: Type.Array(DeclaredChange),
});
export type MyChanges = Static<typeof MyChanges>;

/** What was declared of a case, for whoever settles it. */
export const CaseChanges = Type.Object({
  /** How many corrections the answers had when this was read. */
  seen: Type.Integer({ minimum: 0 }),
  changes: Type.Array(DeclaredChange),
});
export type CaseChanges = Static<typeof CaseChanges>;

/** Something declared that waits in a case of the office. */
export const WaitingChange = Type.Object({
  id: OpaqueId,
  caseId: OpaqueId,
  reference: Type.String(),
  applicant: Type.String(),
  procedure: LocalizedText,
  /** The fields that change, or the part that is withdrawn. */
  what: Type.Array(LocalizedText),
  isWithdrawal: Type.Boolean(),
  since: CalendarDate,
  declaredAt: Instant,
});
export type WaitingChange = Static<typeof WaitingChange>;
