import { CalendarDate, Instant, LocalizedText, nullable, oneOf, OpaqueId } from '@irisflow/foundation';
import { EndStatus } from '@irisflow/procedures';
import { Type, type Static } from 'typebox';

export const HoldTarget = oneOf(['case', 'party']);
export type HoldTarget = Static<typeof HoldTarget>;

/** That a case, or everything of a party, may not be destroyed for now. */
export const HoldView = Type.Object({
  id: OpaqueId,
  on: HoldTarget,
  /** A case that it holds: the one on which it was placed, or the newest of the party. */
  caseId: nullable(OpaqueId),
  reference: nullable(Type.String()),
  reason: Type.String(),
  placedBy: Type.String(),
  placedAt: Instant,
  /** The last day on which it holds; null until somebody lifts it. */
  until: nullable(CalendarDate),
  isOver: Type.Boolean(),
  liftedBy: nullable(Type.String()),
  liftedAt: nullable(Instant),
  liftedReason: nullable(Type.String()),
});
export type HoldView = Static<typeof HoldView>;

/** How long a case is kept, and what stops its destruction. */
export const CaseRetention = Type.Object({
  holds: Type.Array(HoldView),
  /** Null as long as the case goes on, or when no rule says how long it is kept. */
  rule: nullable(
    Type.Object({
      keptUntil: CalendarDate,
      years: Type.Integer(),
      fate: oneOf(['destroy', 'archive']),
      legalRef: LocalizedText,
    }),
  ),
});
export type CaseRetention = Static<typeof CaseRetention>;

/** Why a case that is due is kept all the same. */
export const Obstacle = oneOf(['held', 'appealed', 'right', 'owed', 'running', 'notDue', 'engine']);
export type Obstacle = Static<typeof Obstacle>;

const ofRule = {
  procedureKey: Type.String(),
  title: LocalizedText,
  outcome: EndStatus,
  years: Type.Integer(),
  legalRef: LocalizedText,
};

export const DueGroup = Type.Object({
  ...ofRule,
  fate: oneOf(['destroy', 'archive']),
  /** Cases whose time is over, of which so many can go. */
  due: Type.Integer(),
  ready: Type.Integer(),
  closedFrom: CalendarDate,
  closedTo: CalendarDate,
});
export type DueGroup = Static<typeof DueGroup>;

export const DueCase = Type.Object({
  caseId: OpaqueId,
  reference: Type.String(),
  procedureKey: Type.String(),
  outcome: EndStatus,
  closedOn: CalendarDate,
  keptUntil: CalendarDate,
  obstacle: nullable(Obstacle),
});
export type DueCase = Static<typeof DueCase>;

/** What could be destroyed today, and what not, before anything is. */
export const RetentionPreview = Type.Object({
  today: CalendarDate,
  groups: Type.Array(DueGroup),
  /** The first of them. */
  cases: Type.Array(DueCase),
  ready: Type.Integer(),
  /** Closed cases for whose outcome no rule says how long to keep them. */
  withoutRule: Type.Integer(),
  fingerprint: Type.String(),
});
export type RetentionPreview = Static<typeof RetentionPreview>;

export const DestructionState = oneOf(['proposed', 'running', 'done', 'canceled']);
export type DestructionState = Static<typeof DestructionState>;

/** A destruction as it was proposed, goes on, and was: nothing in it leads to anybody who was in the cases. */
export const DestructionView = Type.Object({
  id: OpaqueId,
  state: DestructionState,
  proposedBy: Type.String(),
  proposedAt: Instant,
  approvedBy: nullable(Type.String()),
  approvedAt: nullable(Instant),
  finishedAt: nullable(Instant),
  /** Whether I may approve it: who proposed it may not. */
  mayApprove: Type.Boolean(),
  total: Type.Integer(),
  destroyed: Type.Integer(),
  kept: Type.Integer(),
});
export type DestructionView = Static<typeof DestructionView>;

/** What stays of a destruction: how many cases of what went, by which rule, and how many records with them. */
export const DestructionCertificate = Type.Object({
  destruction: DestructionView,
  groups: Type.Array(
    Type.Object({
      ...ofRule,
      destroyed: Type.Integer(),
      closedFrom: CalendarDate,
      closedTo: CalendarDate,
    }),
  ),
  kept: Type.Array(Type.Object({ because: Obstacle, cases: Type.Integer() })),
  /** Records that went, by kind: the name of their table. */
  records: Type.Array(Type.Object({ kind: Type.String(), count: Type.Integer() })),
  /** Of the keys of the destroyed cases, in order, one a line: whoever has the list can tell that it is this one. */
  sha256: Type.String(),
});
export type DestructionCertificate = Static<typeof DestructionCertificate>;
