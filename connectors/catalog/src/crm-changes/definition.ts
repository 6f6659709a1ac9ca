import { defineConnector } from '@irisflow/connector-sdk';

import { CRM_ACCESS, OBJECT_FIELD } from '../crm/wording.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const crmChanges = defineConnector({
  type: 'crm-changes',
  version: 1,
  title: { fr: 'CRM : ce qui a changé', nl: 'CRM: wat er veranderde', en: 'CRM: what changed' },
  description: {
    fr: 'Numéros des enregistrements d’un objet du CRM créés, modifiés ou supprimés depuis un moment, 30 jours au plus. La réponse dit d’où repartir.',
    nl: 'Nummers van de records van een object in de CRM die sinds een moment gemaakt, gewijzigd of verwijderd zijn, hoogstens 30 dagen. Het antwoord zegt vanwaar u verdergaat.',
    en: 'Numbers of the records of an object of the CRM that were created, changed or deleted since a moment, 30 days at most. The answer says where to go on.',
  },
  resultName: 'crmChanges',
  input: Input,
  fields: {
    object: OBJECT_FIELD,
    since: { label: { fr: 'Depuis', nl: 'Sinds', en: 'Since' } },
  },
  output: Output,
  errors: {},
  ...CRM_ACCESS,
  timeoutMs: 30_000,
  example: { object: 'Account', since: '2026-11-01T00:00:00Z' },
  run,
});
