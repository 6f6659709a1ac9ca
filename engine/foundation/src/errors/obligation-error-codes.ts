import type { ErrorKind } from './content-error-codes.ts';

/** What is refused where somebody answers what a right obliges them to, and where that is looked at. */
export const obligationErrorCodes = {
  OBLIGATION_CLOSED: {
    status: 409,
    title: {
      fr: 'Il n’est plus possible de répondre',
      nl: 'Antwoorden kan niet meer',
      en: 'This can no longer be answered',
    },
  },
  OBLIGATION_SETTLED: {
    status: 409,
    title: {
      fr: 'L’état actuel ne permet pas cette appréciation',
      nl: 'De huidige toestand laat deze beoordeling niet toe',
      en: 'The present state does not allow this verdict',
    },
  },
} as const satisfies Readonly<Record<string, ErrorKind>>;
