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
  NOT_PAID_ONLINE: {
    status: 409,
    title: {
      fr: 'On ne paie pas encore en ligne ici',
      nl: 'Hier kan men nog niet online betalen',
      en: 'Nothing can be paid online here yet',
    },
  },
  PROVIDER_UNAVAILABLE: {
    status: 503,
    title: {
      fr: 'La page de paiement est momentanément indisponible',
      nl: 'De betaalpagina is even niet beschikbaar',
      en: 'The payment page is unavailable for a moment',
    },
  },
  NOT_A_PAYOUT: {
    status: 409,
    title: {
      fr: 'Ce paiement n’est pas arrivé sur le compte : ce n’est pas un versement du prestataire',
      nl: 'Deze betaling kwam niet op de rekening: het is geen uitbetaling van de betaaldienst',
      en: 'This payment did not come on the account: it is no pay-out of the provider',
    },
  },
  PAYOUT_TOO_LARGE: {
    status: 409,
    title: {
      fr: 'Le prestataire de paiement ne doit pas autant',
      nl: 'De betaaldienst is niet zoveel verschuldigd',
      en: 'The payment provider does not owe that much',
    },
  },
  BUDGET_LINE_KNOWN: {
    status: 409,
    title: {
      fr: 'Cette année a déjà une allocation de ce code',
      nl: 'Dit jaar heeft al een allocatie met deze code',
      en: 'This year already has a line with this code',
    },
  },
  CREDIT_DECIDED: {
    status: 409,
    title: {
      fr: 'Cette modification de crédits est déjà décidée',
      nl: 'Over deze kredietwijziging is al beslist',
      en: 'This change of credits is already decided',
    },
  },
  NO_BUDGET_LEFT: {
    status: 409,
    title: {
      fr: 'Le crédit disponible ne suffit pas',
      nl: 'Het beschikbare krediet volstaat niet',
      en: 'Not enough credit is left',
    },
  },
  BUDGET_IN_USE: {
    status: 409,
    title: {
      fr: 'Une part de ce montant est déjà engagée ou liquidée',
      nl: 'Een deel van dit bedrag is al vastgelegd of vereffend',
      en: 'A part of this amount is already engaged or liquidated',
    },
  },
  ENGAGEMENT_CLOSED: {
    status: 409,
    title: {
      fr: 'Cet engagement est clôturé',
      nl: 'Deze vastlegging is afgesloten',
      en: 'This engagement is closed',
    },
  },
  BUDGET_MOVED: {
    status: 409,
    title: {
      fr: 'Les engagements ont changé entre-temps : regardez à nouveau ce qui serait reporté',
      nl: 'De vastleggingen zijn ondertussen gewijzigd: bekijk opnieuw wat wordt overgedragen',
      en: 'Engagements have changed meanwhile: look again at what would be carried over',
    },
  },
  STATEMENT_UNREADABLE: {
    status: 422,
    title: {
      fr: 'Ce fichier n’est pas un extrait de compte complet et correct',
      nl: 'Dit bestand is geen volledig en juist rekeninguittreksel',
      en: 'This file is no whole and correct bank statement',
    },
  },
  STATEMENT_KNOWN: {
    status: 409,
    title: {
      fr: 'Cet extrait est déjà importé',
      nl: 'Dit uittreksel is al ingevoerd',
      en: 'This statement is already imported',
    },
  },
  STATEMENT_ACCOUNT: {
    status: 409,
    title: {
      fr: 'Cet extrait est d’un compte que l’administration n’a pas',
      nl: 'Dit uittreksel is van een rekening die de administratie niet heeft',
      en: 'This statement is of an account that the administration does not have',
    },
  },
  STATEMENT_CURRENCY: {
    status: 422,
    title: {
      fr: 'Seuls des comptes en euros sont lus',
      nl: 'Alleen rekeningen in euro worden gelezen',
      en: 'Only accounts in euros are read',
    },
  },
  PAYMENT_OF_BANK: {
    status: 409,
    title: {
      fr: 'Ce paiement vient d’un extrait de la banque : il est bien arrivé',
      nl: 'Deze betaling komt van een rekeninguittreksel: ze is wel degelijk binnengekomen',
      en: 'This payment comes from a statement of the bank: it did come in',
    },
  },
  PAYMENT_ALLOTTED: {
    status: 409,
    title: {
      fr: 'Le paiement est déjà attribué, en tout ou en partie',
      nl: 'De betaling is al toegewezen, geheel of gedeeltelijk',
      en: 'The payment is already allotted, in whole or in part',
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
  PAYER_MISSING: {
    status: 409,
    title: {
      fr: 'L’administration n’a pas encore indiqué depuis quel compte elle paie',
      nl: 'De administratie heeft nog niet gezegd vanaf welke rekening ze betaalt',
      en: 'The administration has not yet said from which account it pays',
    },
  },
  NOTHING_DUE: {
    status: 409,
    title: {
      fr: 'Aucun paiement n’est à exécuter pour ce jour',
      nl: 'Tegen die dag is niets te betalen',
      en: 'Nothing is to be paid by that day',
    },
  },
  BATCH_DECIDED: {
    status: 409,
    title: {
      fr: 'Ce lot est déjà libéré ou abandonné',
      nl: 'Deze batch is al vrijgegeven of opgegeven',
      en: 'This batch is already released or given up',
    },
  },
  BATCH_HELD: {
    status: 409,
    title: {
      fr: 'Un recours retient un paiement de ce lot : abandonnez le lot et composez-en un autre',
      nl: 'Een beroep houdt een betaling van deze batch tegen: geef de batch op en stel een andere samen',
      en: 'An appeal holds a payment of this batch back: give the batch up and gather another one',
    },
  },
  BATCH_NOT_RELEASED: {
    status: 409,
    title: {
      fr: 'Ce lot n’est pas encore libéré',
      nl: 'Deze batch is nog niet vrijgegeven',
      en: 'This batch is not yet released',
    },
  },
  BATCH_NOT_WHOLE: {
    status: 403,
    title: {
      fr: 'Un conflit d’intérêts vous cache une partie de ce lot : un collègue doit s’en charger',
      nl: 'Een belangenconflict verbergt een deel van deze batch voor u: een collega moet het doen',
      en: 'A conflict of interest hides a part of this batch from you: a colleague has to do it',
    },
  },
  BATCH_FORGOTTEN: {
    status: 410,
    title: {
      fr: 'Les noms et comptes de ce lot sont effacés, leur délai de conservation étant passé',
      nl: 'De namen en rekeningen van deze batch zijn gewist, hun bewaartermijn is voorbij',
      en: 'Names and accounts of this batch are erased: the time to keep them is over',
    },
  },
  BANK_FILE_INVALID: {
    status: 422,
    title: {
      fr: 'Ce fichier n’est pas une réponse de banque (pain.002) lisible',
      nl: 'Dit bestand is geen leesbaar antwoord van een bank (pain.002)',
      en: 'This file is no answer of a bank (pain.002) that can be read',
    },
  },
  BANK_FILE_UNKNOWN: {
    status: 422,
    title: {
      fr: 'Ce fichier parle de paiements que cette administration n’a pas envoyés',
      nl: 'Dit bestand gaat over betalingen die deze administratie niet heeft verstuurd',
      en: 'This file is about payments that this administration has not sent',
    },
  },
  BANK_FILE_CONTRADICTS: {
    status: 409,
    title: {
      fr: 'Ce fichier contredit ce que la banque a dit auparavant',
      nl: 'Dit bestand spreekt tegen wat de bank eerder zei',
      en: 'This file contradicts what the bank said before',
    },
  },
} as const satisfies Readonly<Record<string, ErrorKind>>;
