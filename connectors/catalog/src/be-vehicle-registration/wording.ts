import type { ConnectorField, LocalizedText } from '@irisflow/connector-sdk';

export const REJECTED: LocalizedText = {
  fr: 'Le service fédéral refuse ; les raisons sont dans la variable rejectionReasons.',
  nl: 'De federale dienst weigert; de redenen staan in de variabele rejectionReasons.',
  en: 'The federal service refuses; its reasons are in the variable rejectionReasons.',
};

/** What is asked of the service, besides who and which vehicle. */
export const OPERATION_FIELDS = {
  operation: {
    label: { fr: 'Opération', nl: 'Bewerking', en: 'Operation' },
    choices: {
      'reserve-text': {
        fr: 'Réserver un texte de plaque',
        nl: 'Een plaattekst reserveren',
        en: 'Reserve the text of a plate',
      },
      register: { fr: 'Immatriculer en ligne', nl: 'Online inschrijven', en: 'Register online' },
      'send-file': { fr: 'Transmettre le dossier', nl: 'Het dossier overmaken', en: 'Hand over the file' },
    },
  },
  plateText: {
    label: { fr: 'Texte de la plaque', nl: 'Tekst van de plaat', en: 'Text of the plate' },
    when: { field: 'operation', oneOf: ['reserve-text', 'register', 'send-file'], need: 'optional' },
  },
  requestType: {
    label: { fr: 'Type de demande', nl: 'Type aanvraag', en: 'Type of request' },
    when: { field: 'operation', oneOf: ['register', 'send-file'], need: 'optional' },
  },
} satisfies Readonly<Record<string, ConnectorField>>;
