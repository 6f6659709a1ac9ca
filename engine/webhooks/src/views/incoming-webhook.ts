import { Type, type Static } from 'typebox';
import { Instant, nullable, oneOf, OpaqueId, Ordinal } from '@irisflow/foundation';

/** How a sender is known: it signs each message, or shows a secret with it. */
export const verifications = ['signature', 'bearer'] as const;
export const Verification = oneOf(verifications);
export type Verification = Static<typeof Verification>;

/** One value that the process reads, by FEEL over what was sent: `{ name: "result", value: "body.outcome" }`. */
export const IncomingField = Type.Object({
  name: Type.String({ pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 50 }),
  value: Type.String({ minLength: 1, maxLength: 500 }),
});
export type IncomingField = Static<typeof IncomingField>;

/** An address at which a system of others tells the cases of one procedure something. */
export const IncomingWebhookView = Type.Object({
  id: OpaqueId,
  name: Type.String(),
  /** Where its sender posts to. */
  address: Type.String(),
  procedureKey: Type.String(),
  message: Type.String(),
  verifies: Verification,
  /** FEEL that gives the key or the reference of the case. */
  caseFrom: Type.String(),
  fields: Type.Array(IncomingField),
  createdAt: Instant,
  createdBy: Type.String(),
  /** When something was last taken in; null where nothing was. */
  lastTakenAt: nullable(Instant),
});
export type IncomingWebhookView = Static<typeof IncomingWebhookView>;

/**
 * Why something was not taken in: it is longer than what is read (`tooLarge`), nobody proved to have sent it (`unsigned`), it is
 * too old or too new (`clock`), it has no id (`unnamed`), it cannot be read (`unreadable`), the expressions find no case or too
 * much in it (`unmapped`), there is no such case (`caseUnknown`), it has ended (`caseEnded`) or reads nothing (`unread`), or too
 * much came (`tooOften`). `more` says that further refusals of that day are not written down.
 */
export const refusals = [
  'tooLarge',
  'unsigned',
  'clock',
  'unnamed',
  'unreadable',
  'unmapped',
  'caseUnknown',
  'caseEnded',
  'unread',
  'tooOften',
  'more',
] as const;
export const Refusal = oneOf(refusals);
export type Refusal = Static<typeof Refusal>;

/** What became of one message; nothing of what it said is kept here. */
export const IncomingDeliveryView = Type.Object({
  id: OpaqueId,
  /** As its sender calls it; null where it did not say. */
  senderId: nullable(Type.String()),
  at: Instant,
  /** Null for what was taken in. */
  refusal: nullable(Refusal),
  /** The case that was told; null where none was. */
  caseId: nullable(OpaqueId),
  /** How often it came again, which changes nothing. */
  repeats: Ordinal,
});
export type IncomingDeliveryView = Static<typeof IncomingDeliveryView>;
