import { CalendarDate, Instant, LocalizedText, nullable, oneOf, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** What a register tells of by itself: the message that a process may wait for has the same name. */
export const RegisterEventKind = oneOf(['person.died', 'person.moved', 'enterprise.bankrupt']);
export type RegisterEventKind = Static<typeof RegisterEventKind>;

/** That a register told of somebody of a case. */
export const RegisterNoticeView = Type.Object({
  id: OpaqueId,
  kind: RegisterEventKind,
  source: LocalizedText,
  happenedOn: CalendarDate,
  aboutApplicant: Type.Boolean(),
  toldAt: Instant,
  /** Who of the office took note of it; null while it waits. */
  seenBy: nullable(Type.String()),
  seenAt: nullable(Instant),
});
export type RegisterNoticeView = Static<typeof RegisterNoticeView>;
