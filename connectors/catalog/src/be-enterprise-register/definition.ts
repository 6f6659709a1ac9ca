import { defineConnector } from '@irisflow/connector-sdk';

import { REGISTER_ERRORS } from '../registers/register-errors.ts';
import { ENTERPRISE_NUMBER_FIELD } from '../registers/wording.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const beEnterpriseRegister = defineConnector({
  type: 'be-enterprise-register',
  version: 1,
  title: { fr: 'Banque-Carrefour des Entreprises', nl: 'Kruispuntbank van Ondernemingen', en: 'Enterprise register' },
  description: {
    fr: 'Une entreprise et ce que le registre en dit : nom, forme, situation (faillite, dissolution), siège, activités, fonctions et unités d’établissement.',
    nl: 'Een onderneming en wat het register erover zegt: naam, vorm, toestand (faillissement, ontbinding), zetel, activiteiten, functies en vestigingseenheden.',
    en: 'A company and what the register says of it: name, form, situation (bankruptcy, dissolution), seat, activities, functions and establishments.',
  },
  resultName: 'enterprise',
  input: Input,
  fields: { enterpriseNumber: ENTERPRISE_NUMBER_FIELD },
  output: Output,
  errors: REGISTER_ERRORS,
  consults: { source: 'be-enterprise-register' },
  secrets: ['ENTERPRISE_REGISTER_PASSWORD'],
  settings: ['ENTERPRISE_REGISTER_URL', 'ENTERPRISE_REGISTER_USER'],
  timeoutMs: 20_000,
  retries: 3,
  backoffMs: 10_000,
  example: { enterpriseNumber: '0999.999.031' },
  run,
});
