import { defineConnector } from '@irisflow/connector-sdk';

import { CRM_ACCESS, CRM_ERRORS, EXTERNAL_ID_FIELD, OBJECT_FIELD } from '../crm/wording.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const crmLoad = defineConnector({
  type: 'crm-load',
  version: 1,
  title: { fr: 'CRM : écrire un lot', nl: 'CRM: een reeks schrijven', en: 'CRM: write many records' },
  description: {
    fr: 'Confie au CRM jusqu’à 10 000 enregistrements à créer ou à modifier, reconnus par un numéro externe. Le résultat vient plus tard : « CRM : résultat d’un lot » l’attend.',
    nl: 'Vertrouwt de CRM tot 10 000 records toe om te maken of te wijzigen, herkend aan een extern nummer. Het resultaat komt later: ‘CRM: resultaat van een reeks’ wacht erop.',
    en: 'Hands the CRM up to 10,000 records to create or to change, recognized by an external number. The result comes later: “CRM: result of many records” waits for it.',
  },
  resultName: 'crmLoad',
  input: Input,
  fields: {
    object: OBJECT_FIELD,
    externalIdField: EXTERNAL_ID_FIELD,
    rows: {
      label: { fr: 'Enregistrements', nl: 'Records', en: 'Records' },
      hint: {
        fr: 'Liste de champs par nom ; null vide un champ.',
        nl: 'Lijst van velden per naam; null maakt een veld leeg.',
        en: 'A list of fields by name; null empties one.',
      },
    },
  },
  output: Output,
  errors: CRM_ERRORS,
  ...CRM_ACCESS,
  timeoutMs: 120_000,
  example: {
    object: 'Account',
    externalIdField: 'Enterprise_Number__c',
    rows: [{ Enterprise_Number__c: '0999999031', Name: 'Taxis du Cadran' }],
  },
  run,
});
