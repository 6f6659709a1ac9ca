import type { ErrorKind } from './content-error-codes.ts';

/** What is refused where an administration writes to many people at once, and where they answer. */
export const campaignErrorCodes = {
  CONTACT_UNIT_MISSING: {
    status: 409,
    title: {
      fr: 'Un courrier à plus de 100 personnes nomme une unité de contact : votre administration n’en a pas encore indiqué',
      nl: 'Een brief aan meer dan 100 mensen noemt een contacteenheid: uw administratie gaf er nog geen op',
      en: 'A letter to more than 100 people names a contact unit: your administration has not named one yet',
    },
  },
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
