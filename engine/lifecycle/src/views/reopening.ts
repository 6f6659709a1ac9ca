import { Instant, nullable, oneOf, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** Why a closed case goes on; its applicant reads it in these words of theirs. */
export const ReopeningGround = oneOf(['newFacts', 'error', 'appeal', 'request'] as const);
export type ReopeningGround = Static<typeof ReopeningGround>;

export const ReopeningView = Type.Object({
  id: OpaqueId,
  ground: ReopeningGround,
  reason: Type.String(),
  state: oneOf(['proposed', 'done', 'refused'] as const),
  proposedBy: Type.String(),
  proposedAt: Instant,
  /** When the case had been closed. */
  closedAt: Instant,
  decidedBy: nullable(Type.String()),
  decidedAt: nullable(Instant),
  refusal: nullable(Type.String()),
});
export type ReopeningView = Static<typeof ReopeningView>;

/** What keeps whoever reads from reopening a case. */
export const ReopeningBar = oneOf(['open', 'notDeclared', 'notYours', 'proposed'] as const);
export type ReopeningBar = Static<typeof ReopeningBar>;

/** How a case was reopened so far, and whether it can be. */
export const CaseReopenings = Type.Object({
  bar: nullable(ReopeningBar),
  /** Whether a second person has to approve it. */
  needsApproval: Type.Boolean(),
  /** Whether an appeal against its decision runs: only its outcome reopens the case. */
  appealRuns: Type.Boolean(),
  /** Whether whoever reads may approve what is proposed. */
  mayDecide: Type.Boolean(),
  reopenings: Type.Array(ReopeningView),
});
export type CaseReopenings = Static<typeof CaseReopenings>;
