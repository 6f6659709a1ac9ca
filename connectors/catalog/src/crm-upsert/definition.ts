import { defineConnector } from '@irisflow/connector-sdk';

import { CRM_ACCESS, CRM_ERRORS, EXTERNAL_ID_FIELD, OBJECT_FIELD } from '../crm/wording.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const crmUpsert = defineConnector({
  type: 'crm-upsert',
  version: 1,
  title: { fr: 'CRM : écrire un enregistrement', nl: 'CRM: een record schrijven', en: 'CRM: write a record' },
  description: {
    fr: 'Crée ou modifie un enregistrement du CRM (interface de Salesforce), reconnu par un numéro externe. Répéter ne change rien.',
    nl: 'Maakt of wijzigt een record in de CRM (interface van Salesforce), herkend aan een extern nummer. Herhalen verandert niets.',
    en: 'Creates or changes a record of the CRM (interface of Salesforce), recognized by an external number. Repeating changes nothing.',
  },
  resultName: 'crmRecord',
  input: Input,
  fields: {
    object: OBJECT_FIELD,
    externalIdField: EXTERNAL_ID_FIELD,
    externalId: { label: { fr: 'Numéro externe', nl: 'Extern nummer', en: 'External number' } },
    fields: {
      label: { fr: 'Champs', nl: 'Velden', en: 'Fields' },
      hint: {
        fr: 'Par nom de champ ; null vide un champ.',
        nl: 'Per veldnaam; null maakt een veld leeg.',
        en: 'By name of the field; null empties one.',
      },
    },
  },
  output: Output,
  errors: {
    ...CRM_ERRORS,
    CRM_AMBIGUOUS: {
      fr: 'Plusieurs enregistrements portent ce numéro externe.',
      nl: 'Meerdere records dragen dit externe nummer.',
      en: 'Several records carry this external number.',
    },
  },
  ...CRM_ACCESS,
  timeoutMs: 20_000,
  example: {
    object: 'Account',
    externalIdField: 'Enterprise_Number__c',
    externalId: '0999999031',
    fields: { Name: 'Taxis du Cadran', BillingPostalCode: '1030' },
  },
  run,
});
