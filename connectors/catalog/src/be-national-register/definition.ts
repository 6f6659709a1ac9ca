import { defineConnector } from '@irisflow/connector-sdk';

import { REGISTER_ERRORS } from '../registers/register-errors.ts';
import { NATIONAL_NUMBER_FIELD } from '../registers/wording.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const beNationalRegister = defineConnector({
  type: 'be-national-register',
  version: 1,
  title: { fr: 'Registre national', nl: 'Rijksregister', en: 'National register' },
  description: {
    fr: 'Identité, adresse et composition de ménage d’une personne.',
    nl: 'Identiteit, adres en gezinssamenstelling van een persoon.',
    en: 'Identity, address and household of a person.',
  },
  resultName: 'person',
  input: Input,
  fields: { nationalNumber: NATIONAL_NUMBER_FIELD },
  output: Output,
  errors: REGISTER_ERRORS,
  consults: { source: 'be-national-register' },
  secrets: ['NATIONAL_REGISTER_TOKEN'],
  settings: ['NATIONAL_REGISTER_URL'],
  timeoutMs: 15_000,
  retries: 3,
  backoffMs: 10_000,
  example: { nationalNumber: '84.00.00-902.86' },
  run,
});
