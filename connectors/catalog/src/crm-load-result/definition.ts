import { defineConnector } from '@irisflow/connector-sdk';

import { CRM_ACCESS, CRM_ERRORS } from '../crm/wording.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const crmLoadResult = defineConnector({
  type: 'crm-load-result',
  version: 1,
  title: { fr: 'CRM : résultat d’un lot', nl: 'CRM: resultaat van een reeks', en: 'CRM: result of many records' },
  description: {
    fr: 'Attend que le CRM ait traité un lot et dit combien d’enregistrements il a refusés, et pourquoi.',
    nl: 'Wacht tot de CRM een reeks verwerkt heeft en zegt hoeveel records werden geweigerd, en waarom.',
    en: 'Waits until the CRM has worked on many records and tells how many it refused, and why.',
  },
  resultName: 'crmResult',
  input: Input,
  fields: { loadId: { label: { fr: 'Numéro du lot', nl: 'Nummer van de reeks', en: 'Number of the load' } } },
  output: Output,
  errors: CRM_ERRORS,
  ...CRM_ACCESS,
  timeoutMs: 60_000,
  example: { loadId: '750000000000001AAA' },
  run,
});
