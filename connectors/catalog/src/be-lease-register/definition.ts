import { defineConnector } from '@irisflow/connector-sdk';

import { REGISTER_ERRORS } from '../registers/register-errors.ts';
import { NATIONAL_NUMBER_FIELD } from '../registers/wording.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const beLeaseRegister = defineConnector({
  type: 'be-lease-register',
  version: 1,
  title: { fr: 'Baux enregistrés', nl: 'Geregistreerde huurcontracten', en: 'Registered leases' },
  description: {
    fr: 'Bail enregistré d’un locataire. NO_DATA si aucun bail n’est enregistré.',
    nl: 'Geregistreerd huurcontract van een huurder. NO_DATA als er geen geregistreerd is.',
    en: 'Registered lease of a tenant. NO_DATA when none is registered.',
  },
  resultName: 'lease',
  input: Input,
  fields: { nationalNumber: NATIONAL_NUMBER_FIELD },
  output: Output,
  errors: REGISTER_ERRORS,
  consults: { source: 'be-lease-register' },
  secrets: ['LEASE_REGISTER_TOKEN'],
  settings: ['LEASE_REGISTER_URL'],
  timeoutMs: 15_000,
  retries: 3,
  backoffMs: 10_000,
  example: { nationalNumber: '84.00.00-902.86' },
  run,
});
