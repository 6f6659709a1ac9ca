import type { ErrorKind } from './content-error-codes.ts';

/** What is refused where money is asked, entered and given up. */
export const moneyErrorCodes = {
  PAYEE_MISSING: {
    status: 409,
    title: {
      fr: 'L’administration n’a pas encore indiqué sur quel compte on la paie',
      nl: 'De administratie heeft nog niet gezegd op welke rekening men haar betaalt',
      en: 'The administration has not yet said to which account people pay',
    },
  },
  ENTRY_REVERSED: {
    status: 409,
    title: {
      fr: 'Cette écriture est déjà extournée',
      nl: 'Deze boeking is al tegengeboekt',
      en: 'This entry is already reversed',
    },
  },
  NOTHING_LEFT: {
    status: 409,
    title: {
      fr: 'Il ne reste rien à payer',
      nl: 'Er blijft niets te betalen',
      en: 'Nothing is left to pay',
    },
  },
  PLAN_HOLDS: {
    status: 409,
    title: {
      fr: 'Un plan de paiement est déjà en cours',
      nl: 'Er loopt al een afbetalingsplan',
      en: 'A plan of installments holds already',
    },
  },
  TOO_MUCH_ALLOTTED: {
    status: 409,
    title: {
      fr: 'Le paiement ne suffit pas pour ce montant',
      nl: 'De betaling volstaat niet voor dit bedrag',
      en: 'The payment does not hold that much',
    },
  },
  WRITE_OFF_ASKED: {
    status: 409,
    title: {
      fr: 'Une mise en non-valeur est déjà proposée',
      nl: 'Een oninbaarstelling is al voorgesteld',
      en: 'A write-off is already proposed',
    },
  },
} as const satisfies Readonly<Record<string, ErrorKind>>;
