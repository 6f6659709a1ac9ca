import { defineConnector } from '@irisflow/connector-sdk';

import { REGISTER_ERRORS } from '../registers/register-errors.ts';
import { NATIONAL_NUMBER_FIELD } from '../registers/wording.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const beSocialHousingRegister = defineConnector({
  type: 'be-social-housing-register',
  version: 1,
  title: {
    fr: 'Registre des candidats au logement social',
    nl: 'Register van kandidaten voor een sociale woning',
    en: 'Register of candidates for social housing',
  },
  description: {
    fr: 'Titres de priorité et personne de référence. NO_DATA si la personne n’est pas inscrite.',
    nl: 'Voorkeurrechten en referentiepersoon. NO_DATA als de persoon niet is ingeschreven.',
    en: 'Priority points and reference person. NO_DATA when the person is not registered.',
  },
  resultName: 'socialHousing',
  input: Input,
  fields: { nationalNumber: NATIONAL_NUMBER_FIELD },
  output: Output,
  errors: REGISTER_ERRORS,
  consults: { source: 'be-social-housing-register' },
  secrets: ['SOCIAL_HOUSING_REGISTER_TOKEN'],
  settings: ['SOCIAL_HOUSING_REGISTER_URL'],
  timeoutMs: 15_000,
  retries: 3,
  backoffMs: 10_000,
  example: { nationalNumber: '84.00.00-902.86' },
  run,
});
