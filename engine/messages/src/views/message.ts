import { Instant, nullable, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** One message of a case. Applicants read that their office wrote, never which clerk. */
export const CaseMessage = Type.Object({
  id: OpaqueId,
  at: Instant,
  sender: Type.Union([Type.Literal('applicant'), Type.Literal('office')]),
  by: nullable(Type.String()),
  text: Type.String(),
  /** The office waits for an answer. */
  asks: Type.Boolean(),
  documents: Type.Array(Type.Object({ id: OpaqueId, name: Type.String(), size: Type.Integer() })),
  /** When the other side first saw it. */
  readAt: nullable(Instant),
});
export type CaseMessage = Static<typeof CaseMessage>;

/** Cases with messages that nobody of the office has seen. */
export const OfficeMessages = Type.Object({
  total: Type.Integer(),
  cases: Type.Array(
    Type.Object({
      caseId: OpaqueId,
      reference: Type.String(),
      applicant: Type.String(),
      unread: Type.Integer(),
      since: Instant,
    }),
  ),
});
export type OfficeMessages = Static<typeof OfficeMessages>;

/** How many messages wait for an applicant, by case. */
export const UnreadOfCase = Type.Object({ caseId: OpaqueId, unread: Type.Integer() });
export type UnreadOfCase = Static<typeof UnreadOfCase>;
