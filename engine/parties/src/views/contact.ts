import { Type, type Static } from 'typebox';
import { CalendarDate, extend, Instant, Locale, nullable, OpaqueId, Ordinal } from '@irisflow/foundation';

/** How somebody got in touch. */
export const ContactChannel = Type.Union([
  Type.Literal('call'),
  Type.Literal('visit'),
  Type.Literal('mail'),
  Type.Literal('message'),
]);
export type ContactChannel = Static<typeof ContactChannel>;

/** What they want: complaints and requests for documents are answered within a term. */
export const ContactKind = Type.Union([Type.Literal('question'), Type.Literal('complaint'), Type.Literal('documents')]);
export type ContactKind = Static<typeof ContactKind>;

export const ContactState = Type.Union([Type.Literal('open'), Type.Literal('answered')]);
export type ContactState = Static<typeof ContactState>;

export const ContactSummary = Type.Object({
  id: OpaqueId,
  channel: ContactChannel,
  kind: ContactKind,
  state: ContactState,
  name: Type.String(),
  subject: Type.String(),
  language: Locale,
  receivedOn: CalendarDate,
  dueOn: nullable(CalendarDate),
  recordedAt: Instant,
  /** The cases that it is about or that came of it. */
  caseIds: Type.Array(OpaqueId),
  /** When somebody looks at it again. */
  followUpOn: nullable(CalendarDate),
});
export type ContactSummary = Static<typeof ContactSummary>;

/** A contact as its page shows it. */
export const ContactView = extend(ContactSummary, {
  revision: Ordinal,
  firstName: Type.String(),
  lastName: Type.String(),
  phone: nullable(Type.String()),
  email: nullable(Type.String()),
  /** The case through which the administration knows them; null where it does not. */
  knownCaseId: nullable(OpaqueId),
  said: Type.String(),
  answer: Type.String(),
  followUp: Type.String(),
  answeredOn: nullable(CalendarDate),
  recordedBy: Type.String(),
});
export type ContactView = Static<typeof ContactView>;
