import { defineConnector } from '@irisflow/connector-sdk';

import { CRM_ACCESS } from '../crm/wording.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const crmQuery = defineConnector({
  type: 'crm-query',
  version: 1,
  title: { fr: 'CRM : chercher', nl: 'CRM: opzoeken', en: 'CRM: search' },
  description: {
    fr: 'Cherche des enregistrements du CRM par une requête SOQL dont les valeurs sont nommées.',
    nl: 'Zoekt records van de CRM met een SOQL-vraag waarvan de waarden een naam hebben.',
    en: 'Finds records of the CRM by a query in SOQL whose values are named.',
  },
  resultName: 'crmRecords',
  input: Input,
  fields: {
    query: {
      label: { fr: 'Requête', nl: 'Vraag', en: 'Query' },
      hint: {
        fr: 'Sans guillemets : SELECT Id FROM Account WHERE Name = :name. Une date s’écrit :day.date.',
        nl: 'Zonder aanhalingstekens: SELECT Id FROM Account WHERE Name = :name. Een datum schrijft u als :day.date.',
        en: 'Without quotation marks: SELECT Id FROM Account WHERE Name = :name. A date is written :day.date.',
      },
    },
    parameters: { label: { fr: 'Valeurs, par nom', nl: 'Waarden, per naam', en: 'Values, by name' } },
    most: { label: { fr: 'Nombre maximal', nl: 'Hoogste aantal', en: 'At most' } },
  },
  output: Output,
  errors: {},
  ...CRM_ACCESS,
  timeoutMs: 60_000,
  example: {
    query: 'SELECT Id, Name FROM Account WHERE BillingPostalCode = :postCode',
    parameters: { postCode: '1030' },
  },
  run,
});
