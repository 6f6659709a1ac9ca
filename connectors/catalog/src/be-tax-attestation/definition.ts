import { defineConnector } from '@irisflow/connector-sdk';

import { DebtAttestation, DebtInput } from '../registers/debt-attestation.ts';
import { REGISTER_ERRORS } from '../registers/register-errors.ts';
import { ENTERPRISE_NUMBER_FIELD } from '../registers/wording.ts';
import { run } from './run.ts';

export const beTaxAttestation = defineConnector({
  type: 'be-tax-attestation',
  version: 1,
  title: {
    fr: 'Attestation fiscale',
    nl: 'Fiscaal attest',
    en: 'Tax attestation',
  },
  description: {
    fr: 'Si une entreprise a des dettes fiscales, par oui ou non, et jusqu’à quand l’attestation vaut.',
    nl: 'Of een onderneming belastingschulden heeft, met ja of nee, en tot wanneer het attest geldt.',
    en: 'Whether a company owes taxes, as yes or no, and until when the attestation counts.',
  },
  resultName: 'taxAttestation',
  input: DebtInput,
  fields: { enterpriseNumber: ENTERPRISE_NUMBER_FIELD },
  output: DebtAttestation,
  errors: REGISTER_ERRORS,
  consults: { source: 'be-tax-attestation' },
  secrets: ['TAX_ATTESTATION_TOKEN'],
  settings: ['TAX_ATTESTATION_URL'],
  timeoutMs: 15_000,
  retries: 3,
  backoffMs: 10_000,
  example: { enterpriseNumber: '0999.999.031' },
  run,
});
