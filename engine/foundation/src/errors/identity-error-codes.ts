import type { ErrorKind } from './content-error-codes.ts';

/** What is refused about who people are, how well they are known and how they are reached. */
export const identityErrorCodes = {
  ASSURANCE_NEEDED: {
    status: 401,
    title: {
      fr: 'Il faut vous connecter de manière plus sûre',
      nl: 'U moet zich sterker aanmelden',
      en: 'You have to sign in more strongly',
    },
  },
  CODE_OVER: {
    status: 409,
    title: {
      fr: 'Ce code n’est plus valable : demandez-en un nouveau',
      nl: 'Deze code is niet meer geldig: vraag een nieuwe',
      en: 'This code holds no more: ask for a new one',
    },
  },
  CODE_WRONG: {
    status: 400,
    title: { fr: 'Ce n’est pas le bon code', nl: 'Dit is niet de juiste code', en: 'This is not the right code' },
  },
  NUMBER_CANCELED: {
    status: 409,
    title: {
      fr: 'Ce numéro national a été annulé',
      nl: 'Dit rijksregisternummer werd geannuleerd',
      en: 'This national number was canceled',
    },
  },
  LINK_OVER: {
    status: 409,
    title: {
      fr: 'Ce lien n’est plus valable, ou vous l’ouvrez dans un autre navigateur',
      nl: 'Deze link is niet meer geldig, of u opent hem in een andere browser',
      en: 'This link holds no more, or you open it in another browser',
    },
  },
  MAIL_UNAVAILABLE: {
    status: 503,
    title: {
      fr: 'L’envoi d’e-mails ne fonctionne pas pour le moment',
      nl: 'E-mails versturen lukt op dit moment niet',
      en: 'E-mails cannot be sent at the moment',
    },
  },
  CONFLICT_OF_INTEREST: {
    status: 403,
    title: {
      fr: 'Un conflit d’intérêts ne le permet pas',
      nl: 'Een belangenconflict laat dit niet toe',
      en: 'A conflict of interest does not allow this',
    },
  },
  OWN_CONFLICT: {
    status: 403,
    title: {
      fr: 'Votre propre conflit d’intérêts, quelqu’un d’autre doit le lever',
      nl: 'Uw eigen belangenconflict moet iemand anders opheffen',
      en: 'Somebody else has to lift your own conflict of interest',
    },
  },
  OUT_OF_REACH: {
    status: 403,
    title: {
      fr: 'Une règle d’accès ne le permet pas',
      nl: 'Een toegangsregel laat dit niet toe',
      en: 'A rule of access does not allow this',
    },
  },
  TOO_MANY_CODES: {
    status: 429,
    title: {
      fr: 'Trop de codes ont été demandés : réessayez dans une heure',
      nl: 'Er werden te veel codes gevraagd: probeer het over een uur opnieuw',
      en: 'Too many codes were asked for: try again in an hour',
    },
  },
} as const satisfies Record<string, ErrorKind>;
