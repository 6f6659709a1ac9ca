/** What the sandbox's registers tell of, and by which one. */
export const EVENT_KINDS = {
  'person.died': 'be-national-register',
  'person.moved': 'be-national-register',
  'enterprise.bankrupt': 'be-enterprise-register',
} as const;

export type EventKind = keyof typeof EVENT_KINDS;

export const isEventKind = (value: unknown): value is EventKind =>
  typeof value === 'string' && Object.hasOwn(EVENT_KINDS, value);
