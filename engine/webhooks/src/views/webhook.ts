import { Type, type Static } from 'typebox';
import { Instant, nullable, oneOf, OpaqueId, Ordinal } from '@irisflow/foundation';

/** What can be told of a case. */
export const webhookEvents = [
  'case.opened',
  'case.status.changed',
  'case.decided',
  'case.closed',
  'case.information.asked',
  'case.information.answered',
  'case.message.written',
] as const;
export const WebhookEvent = oneOf(webhookEvents);
export type WebhookEvent = Static<typeof WebhookEvent>;

/** What somebody sends to see whether they are heard. */
export const trialEvent = 'trial';

/** Why nothing is sent any more: its receiver said that it is gone, or did not take a message for days. */
export const StopReason = oneOf(['gone', 'failing'] as const);
export type StopReason = Static<typeof StopReason>;

/** Who is told what of the cases of an administration. */
export const WebhookView = Type.Object({
  id: OpaqueId,
  name: Type.String(),
  url: Type.String(),
  events: Type.Array(WebhookEvent),
  /** Keys of the procedures whose cases it is about; null for all of the administration. */
  procedures: nullable(Type.Array(Type.String())),
  state: oneOf(['active', 'stopped'] as const),
  stopReason: nullable(StopReason),
  stoppedAt: nullable(Instant),
  createdAt: Instant,
  createdBy: Type.String(),
  /** Messages that wait to be taken. */
  waiting: Ordinal,
  lastDeliveredAt: nullable(Instant),
});
export type WebhookView = Static<typeof WebhookView>;

/** Why a message did not arrive, where the receiver gave no answer; without a secret that can be opened nothing is sent. */
export const troubles = ['timeout', 'unreachable', 'refusedAddress', 'answerTooLong', 'secretLost'] as const;
export const Trouble = oneOf(troubles);
export type Trouble = Static<typeof Trouble>;

/** What became of one message. */
export const DeliveryView = Type.Object({
  /** The `webhook-id` of every attempt. */
  id: OpaqueId,
  event: Type.Union([WebhookEvent, Type.Literal(trialEvent)]),
  at: Instant,
  /** Null for a trial. */
  caseId: nullable(OpaqueId),
  state: oneOf(['waiting', 'delivered', 'failed'] as const),
  attempts: Ordinal,
  /** When it is sent next; null once it waits no longer. */
  nextAt: nullable(Instant),
  lastAt: nullable(Instant),
  /** The HTTP status of the last answer; null where there was none. */
  lastStatus: nullable(Type.Integer()),
  lastTrouble: nullable(Trouble),
});
export type DeliveryView = Static<typeof DeliveryView>;
