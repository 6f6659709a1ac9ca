/**
 * Names of the messages that the platform itself sends to the process of a case. Their correlation key is the id of what they
 * are about: of the term or opinion for those of terms and opinions, else of the case.
 */
export const platformMessages = [
  'information.answered',
  'withdrawal.requested',
  'term.warning',
  'term.expired',
  'opinion.given',
  'source.changed',
] as const;

export type PlatformMessage = (typeof platformMessages)[number];
