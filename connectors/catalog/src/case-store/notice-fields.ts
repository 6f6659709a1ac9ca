import type { ConnectorField } from '@irisflow/connector-sdk';
import { optional } from './field-conditions.ts';

/** What a letter takes of which it matters when it arrives. */
export const NOTICE_FIELDS = {
  noticeTemplate: {
    label: { fr: 'Courrier', nl: 'Brief', en: 'Letter' },
    hint: {
      fr: 'Clé d’un courrier de la démarche. Le résultat donne « noticeId » : attendez « notice.presented », « notice.delivered », « notice.unclaimed », « notice.returned » ou « notice.read » avec cette clé.',
      nl: 'Sleutel van een brief van de procedure. Het resultaat geeft “noticeId”: wacht met die sleutel op “notice.presented”, “notice.delivered”, “notice.unclaimed”, “notice.returned” of “notice.read”.',
      en: 'Key of a letter of the procedure. The result gives “noticeId”: wait for “notice.presented”, “notice.delivered”, “notice.unclaimed”, “notice.returned” or “notice.read” with that key.',
    },
    when: optional('send-notice'),
  },
  noticeChannels: {
    label: { fr: 'Voies d’envoi', nl: 'Kanalen', en: 'Ways to send it' },
    hint: {
      fr: 'Une liste, p. ex. =["registered", "portal"] parmi portal, email, ebox, registered, post. Sans accord de la personne, le papier remplace les voies électroniques.',
      nl: 'Een lijst, bv. =["registered", "portal"] uit portal, email, ebox, registered, post. Zonder toestemming van de persoon komt papier in de plaats van elektronische kanalen.',
      en: 'A list, such as =["registered", "portal"], of portal, email, ebox, registered, post. Where the person did not agree to electronic ways, paper takes their place.',
    },
    when: optional('send-notice'),
  },
  noticeValues: {
    label: { fr: 'Valeurs du courrier', nl: 'Waarden van de brief', en: 'Values of the letter' },
    when: optional('send-notice'),
  },
  noticeTo: {
    label: { fr: 'Destinataire', nl: 'Geadresseerde', en: 'Addressee' },
    hint: {
      fr: 'L’« id » d’une personne qui prend part au dossier ; sans lui, le demandeur.',
      nl: 'De “id” van wie aan het dossier deelneemt; zonder is dat de aanvrager.',
      en: 'The “id” of somebody who takes part in the case; without it, the applicant.',
    },
    when: optional('send-notice'),
  },
  noticeTerm: {
    label: {
      fr: 'Délai qui commence à l’arrivée',
      nl: 'Termijn die bij aankomst begint',
      en: 'Term that begins on arrival',
    },
    hint: {
      fr: 'Clé d’un délai de la démarche qui commence après la présentation, la remise, l’arrivée présumée ou la mise à disposition. Le résultat donne déjà « termId ».',
      nl: 'Sleutel van een termijn van de procedure die begint na de aanbieding, de aflevering, de vermoede aankomst of de beschikbaarheid. Het resultaat geeft al “termId”.',
      en: 'Key of a term of the procedure that begins after presentation, delivery, presumed arrival or availability. The result gives “termId” already.',
    },
    when: optional('send-notice'),
  },
  noticeCopyOf: {
    label: { fr: 'Copie du courrier', nl: 'Kopie van de brief', en: 'Copy of the letter' },
    hint: {
      fr: 'Le « noticeId » d’un courrier à envoyer une seconde fois par simple poste, sans nouveau délai ; rien d’autre n’est alors à dire.',
      nl: 'De “noticeId” van een brief die een tweede keer met de gewone post gaat, zonder nieuwe termijn; meer hoeft dan niet.',
      en: 'The “noticeId” of a letter to post once more by ordinary mail, without a new term; nothing else is said then.',
    },
    when: optional('send-notice'),
  },
} as const satisfies Readonly<Record<string, ConnectorField>>;
