/**
 * Names of the messages that the platform itself sends to the process of a case. Their correlation key is the id of what they
 * are about: of the term, opinion, hearing, inspection, right, payment, letter or place that they tell of, else of the case.
 * `right.activated` starts processes of its own: those that live with the right.
 */
export const platformMessages = [
  'information.answered',
  'withdrawal.requested',
  'term.warning',
  'term.expired',
  'opinion.given',
  'source.changed',
  'hearing.held',
  'inspection.reported',
  'change.declared',
  'part.withdrawn',
  'appeal.lodged',
  'right.activated',
  'right.changed',
  'right.ended',
  'place.offered',
  'quota.released',
  'payment.received',
  'payment.rejected',
  'payment.executed',
  'payment.overdue',
  'notice.presented',
  'notice.delivered',
  'notice.unclaimed',
  'notice.returned',
  'notice.read',
] as const;

export type PlatformMessage = (typeof platformMessages)[number];
