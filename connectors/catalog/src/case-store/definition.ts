import { defineConnector, PLATFORM_SECRETS, PLATFORM_SETTINGS } from '@irisflow/connector-sdk';

import { FIELDS } from './fields.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const caseStore = defineConnector({
  type: 'case-store',
  version: 1,
  title: { fr: 'Dossier', nl: 'Dossier', en: 'Case file' },
  description: {
    fr: 'Fait avancer le dossier : statut, étapes, pièces à fournir, décision, délais, paiements, clôture.',
    nl: 'Brengt het dossier verder: status, stappen, gevraagde stukken, beslissing, termijnen, betalingen, afsluiting.',
    en: 'Moves the case on: status, timeline, information requests, decision, terms, payments, closing.',
  },
  resultName: 'caseChange',
  input: Input,
  fields: FIELDS,
  output: Output,
  errors: {},
  secrets: PLATFORM_SECRETS,
  settings: PLATFORM_SETTINGS,
  timeoutMs: 15_000,
  retries: 5,
  backoffMs: 5_000,
  example: { operation: 'set-status', status: 'complete' },
  run,
});
