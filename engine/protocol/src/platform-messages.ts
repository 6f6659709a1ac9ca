/** Names of the messages that the platform itself sends to the process of a case; the case's id is their correlation key. */
export const platformMessages = ['information.answered', 'withdrawal.requested'] as const;

export type PlatformMessage = (typeof platformMessages)[number];
