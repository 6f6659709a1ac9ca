import { CaseStatus } from '@irisflow/procedures';
import { Instant, LocalizedText, nullable, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** How the later of two cases belongs to the earlier one. */
export const CaseLinkKind = Type.Union([
  Type.Literal('appealOf'),
  Type.Literal('renewalOf'),
  Type.Literal('followUpOf'),
  Type.Literal('duplicateOf'),
]);
export type CaseLinkKind = Static<typeof CaseLinkKind>;

/** Another case, as one that belongs to it shows it. */
export const OtherCase = Type.Object({
  id: OpaqueId,
  reference: Type.String(),
  title: LocalizedText,
  status: CaseStatus,
  applicant: Type.String(),
  submittedAt: Instant,
});
export type OtherCase = Static<typeof OtherCase>;

export const CaseLinkView = Type.Object({
  /** Null for what is part of the case itself, such as that it is an appeal. */
  id: nullable(OpaqueId),
  kind: CaseLinkKind,
  /** `to`: this case is the later one; `from`: the other one is. */
  direction: Type.Union([Type.Literal('to'), Type.Literal('from')]),
  other: OtherCase,
  reason: Type.String(),
  madeBy: nullable(Type.String()),
  madeAt: Instant,
});
export type CaseLinkView = Static<typeof CaseLinkView>;

/** How a case belongs to others, and which others may be the same matter. */
export const CaseLinksView = Type.Object({
  links: Type.Array(CaseLinkView),
  suspects: Type.Array(OtherCase),
});
export type CaseLinksView = Static<typeof CaseLinksView>;
