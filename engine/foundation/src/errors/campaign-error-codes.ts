import type { ErrorKind } from './content-error-codes.ts';

/** What is refused where an administration writes to many people at once, and where they answer. */
export const campaignErrorCodes = {
  CAMPAIGN_STATE: {
    status: 409,
    title: {
      fr: 'L’état de la campagne ne le permet pas',
      nl: 'De toestand van de campagne laat dit niet toe',
      en: 'The state of the campaign does not allow it',
    },
  },
  INVITATION_OVER: {
    status: 409,
    title: {
      fr: 'Il n’est plus possible de répondre à cette invitation',
      nl: 'Op deze uitnodiging antwoorden kan niet meer',
      en: 'This invitation can no longer be answered',
    },
  },
} as const satisfies Readonly<Record<string, ErrorKind>>;
