import { defineConnector } from '@irisflow/connector-sdk';

import { REGISTER_ERRORS } from '../registers/register-errors.ts';
import { HOLDER_NUMBER_FIELD, VEHICLE_NUMBER_FIELD } from '../registers/wording.ts';

import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const beTechnicalInspection = defineConnector({
  type: 'be-technical-inspection',
  version: 1,
  title: { fr: 'Contrôle technique', nl: 'Technische keuring', en: 'Technical inspection' },
  description: {
    fr: 'Le dernier contrôle technique d’un véhicule : résultat et validité. NO_DATA si le véhicule n’a jamais été contrôlé.',
    nl: 'De laatste technische keuring van een voertuig: resultaat en geldigheid. NO_DATA als het voertuig nooit gekeurd is.',
    en: 'The last technical inspection of a vehicle: result and validity. NO_DATA when it was never inspected.',
  },
  resultName: 'inspectionRecord',
  input: Input,
  fields: { holderNumber: HOLDER_NUMBER_FIELD, vin: VEHICLE_NUMBER_FIELD },
  output: Output,
  errors: REGISTER_ERRORS,
  consults: { source: 'be-technical-inspection' },
  secrets: ['TECHNICAL_INSPECTION_TOKEN'],
  settings: ['TECHNICAL_INSPECTION_URL'],
  timeoutMs: 15_000,
  retries: 3,
  backoffMs: 10_000,
  example: { holderNumber: '84.00.00-902.86', vin: 'SANDBX26TESTCAR01' },
  run,
});
