/**
 * Names of the messages that the platform itself sends to the process of a case. Their correlation key is the id of what they
 * are about: of the term, opinion, hearing, inspection, right, payment, letter, place or occurrence of an obligation that they tell of, of the
 * party of whom a register speaks, else of the case.
 * `right.activated` starts processes of its own, those that live with the right; so does `obligation.opened`, one an occurrence.
 */
export const platformMessages = [
  'information.answered',
  'withdrawal.requested',
  'term.warning',
  'term.expired',
  'opinion.given',
  'source.changed',
  'register.mutation',
  'person.died',
  'person.moved',
  'enterprise.bankrupt',
  'hearing.held',
  'inspection.reported',
  'change.declared',
  'part.withdrawn',
  'appeal.lodged',
  'appeal.ended',
  'right.activated',
  'right.changed',
  'right.ended',
  'place.offered',
  'quota.released',
  'obligation.opened',
  'obligation.submitted',
  'obligation.due',
  'obligation.overdue',
  'obligation.settled',
  'payment.received',
  'payment.lowered',
  'payment.reversed',
  'payment.rejected',
  'payment.executed',
  'payment.overdue',
  'payment.missed',
  'notice.presented',
  'notice.delivered',
  'notice.unclaimed',
  'notice.returned',
  'notice.read',
] as const;

export type PlatformMessage = (typeof platformMessages)[number];
