import { defineConnector } from '@irisflow/connector-sdk';

import { REGISTER_ERRORS } from '../registers/register-errors.ts';
import { NATIONAL_NUMBER_FIELD } from '../registers/wording.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const beDrivingLicense = defineConnector({
  type: 'be-driving-license',
  version: 1,
  title: { fr: 'Permis de conduire', nl: 'Rijbewijzen', en: 'Driving licenses' },
  description: {
    fr: 'Permis de conduire d’une personne : catégories, depuis quand, et s’il est valable. NO_DATA si aucun n’est connu.',
    nl: 'Rijbewijs van een persoon: categorieën, sinds wanneer, en of het geldig is. NO_DATA als er geen bekend is.',
    en: 'Driving license of a person: categories, since when, and whether it is valid. NO_DATA when none is known.',
  },
  resultName: 'license',
  input: Input,
  fields: { nationalNumber: NATIONAL_NUMBER_FIELD },
  output: Output,
  errors: REGISTER_ERRORS,
  consults: { source: 'be-driving-license' },
  secrets: ['DRIVING_LICENSE_TOKEN'],
  settings: ['DRIVING_LICENSE_URL'],
  timeoutMs: 15_000,
  retries: 3,
  backoffMs: 10_000,
  example: { nationalNumber: '84.00.00-902.86' },
  run,
});
