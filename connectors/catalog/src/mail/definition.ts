import { defineConnector } from '@irisflow/connector-sdk';

import { run } from './run.ts';
import { Input, Output } from './schema.ts';
import { MAIL_SECRETS, MAIL_SETTINGS } from './send-mail.ts';

export const mail = defineConnector({
  type: 'mail',
  version: 1,
  title: { fr: 'E-mail', nl: 'E-mail', en: 'E-mail' },
  description: {
    fr: 'Envoie un e-mail. Pour un acte au citoyen, préférez le courrier, qui est aussi classé au dossier.',
    nl: 'Verstuurt een e-mail. Gebruik voor een akte aan de burger liever de brief, die ook in het dossier komt.',
    en: 'Sends an e-mail. For an act addressed to the citizen prefer the letter, which is also filed in the case.',
  },
  resultName: 'mail',
  input: Input,
  fields: {
    to: { label: { fr: 'Destinataire', nl: 'Bestemmeling', en: 'Recipient' } },
    subject: { label: { fr: 'Objet', nl: 'Onderwerp', en: 'Subject' } },
    text: { label: { fr: 'Texte', nl: 'Tekst', en: 'Text' } },
    html: { label: { fr: 'Texte mis en forme (HTML)', nl: 'Opgemaakte tekst (HTML)', en: 'Formatted text (HTML)' } },
    attachments: {
      label: { fr: 'Pièces jointes', nl: 'Bijlagen', en: 'Attachments' },
      hint: {
        fr: 'Liste d’identifiants de documents du dossier.',
        nl: 'Lijst met identificaties van documenten van het dossier.',
        en: 'List of ids of documents of the case.',
      },
    },
  },
  output: Output,
  errors: {
    ADDRESS_REFUSED: {
      fr: 'Le serveur refuse définitivement cette adresse.',
      nl: 'De server weigert dit adres definitief.',
      en: 'The server refuses this address for good.',
    },
  },
  secrets: MAIL_SECRETS,
  settings: MAIL_SETTINGS,
  timeoutMs: 30_000,
  retries: 6,
  backoffMs: 30_000,
  example: { to: 'citizen@sandbox.example', subject: 'Votre demande / Uw aanvraag', text: 'Bonjour, goedendag.' },
  run,
});
