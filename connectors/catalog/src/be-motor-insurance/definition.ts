import { defineConnector } from '@irisflow/connector-sdk';

import { REGISTER_ERRORS } from '../registers/register-errors.ts';
import { HOLDER_NUMBER_FIELD, VEHICLE_NUMBER_FIELD } from '../registers/wording.ts';

import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const beMotorInsurance = defineConnector({
  type: 'be-motor-insurance',
  version: 1,
  title: { fr: 'Assurance automobile', nl: 'Autoverzekering', en: 'Motor insurance' },
  description: {
    fr: 'La responsabilité civile d’un véhicule est-elle assurée ? Par qui et jusqu’à quand. NO_DATA si aucun assureur ne l’a déclarée.',
    nl: 'Is de burgerlijke aansprakelijkheid voor een voertuig verzekerd? Door wie en tot wanneer. NO_DATA als geen verzekeraar ze aangaf.',
    en: 'Is the civil liability for a vehicle insured? By whom and until when. NO_DATA when no insurer declared it.',
  },
  resultName: 'insurance',
  input: Input,
  fields: { holderNumber: HOLDER_NUMBER_FIELD, vin: VEHICLE_NUMBER_FIELD },
  output: Output,
  errors: REGISTER_ERRORS,
  consults: { source: 'be-motor-insurance' },
  secrets: ['MOTOR_INSURANCE_TOKEN'],
  settings: ['MOTOR_INSURANCE_URL'],
  timeoutMs: 15_000,
  retries: 3,
  backoffMs: 10_000,
  example: { holderNumber: '84.00.00-902.86', vin: 'SANDBX26TESTCAR01' },
  run,
});
