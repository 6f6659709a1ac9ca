import { defineConnector, PLATFORM_SECRETS, PLATFORM_SETTINGS } from '@irisflow/connector-sdk';

import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const caseMessage = defineConnector({
  type: 'case-message',
  version: 1,
  title: { fr: 'Message à un autre dossier', nl: 'Bericht aan een ander dossier', en: 'Message to another case' },
  description: {
    fr: 'Informe une fois le processus d’un autre dossier de l’administration. Celui-ci attend le message avec la clé « caseId » et lit « message » (name, fromCase, fromReference, data).',
    nl: 'Laat het proces van een ander dossier van dezelfde administratie iets weten, één keer. Dat wacht op het bericht met correlatiesleutel “caseId” en leest “message” (name, fromCase, fromReference, data).',
    en: 'Tells the process of another case of the same administration something, once. That one waits for the message with the correlation key “caseId” and reads “message” (name, fromCase, fromReference, data).',
  },
  resultName: 'toldCase',
  input: Input,
  fields: {
    toCase: {
      label: { fr: 'Dossier', nl: 'Dossier', en: 'Case' },
      hint: {
        fr: 'Sa clé ou sa référence.',
        nl: 'De sleutel of de referentie ervan.',
        en: 'Its key or its reference.',
      },
    },
    messageName: {
      label: { fr: 'Message', nl: 'Bericht', en: 'Message' },
      hint: {
        fr: 'Un nom à vous en deux mots au moins, par exemple permit.confirmed ; ceux de la plateforme sont réservés.',
        nl: 'Een eigen naam van minstens twee woorden, bijvoorbeeld permit.confirmed; die van het platform zijn voorbehouden.',
        en: 'A name of your own of two words at least, for example permit.confirmed; those of the platform are reserved.',
      },
    },
    data: {
      label: { fr: 'Contenu', nl: 'Inhoud', en: 'Content' },
      hint: {
        fr: 'Un contexte, 50 000 caractères au plus.',
        nl: 'Een context, hoogstens 50 000 tekens.',
        en: 'A context, 50,000 characters at most.',
      },
    },
  },
  output: Output,
  errors: {},
  secrets: [...PLATFORM_SECRETS],
  settings: [...PLATFORM_SETTINGS],
  timeoutMs: 15_000,
  retries: 3,
  backoffMs: 5_000,
  example: { toCase: 'RA-2026-00001', messageName: 'permit.confirmed', data: { number: 'P-2026-0001' } },
  run,
});
