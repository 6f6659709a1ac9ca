import { defineConnector } from '@irisflow/connector-sdk';

import { REGISTER_ERRORS } from '../registers/register-errors.ts';
import { HOLDER_NUMBER_FIELD, VEHICLE_NUMBER_FIELD } from '../registers/wording.ts';
import { OPERATION_FIELDS, REJECTED } from './wording.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const beVehicleRegistration = defineConnector({
  type: 'be-vehicle-registration',
  version: 1,
  title: {
    fr: 'Service fédéral d’immatriculation',
    nl: 'Federale inschrijvingsdienst',
    en: 'Federal registration service',
  },
  description: {
    fr: 'Réserve un texte de plaque, immatricule en ligne, ou transmet un dossier au service fédéral. REJECTED dit pourquoi il refuse.',
    nl: 'Reserveert een plaattekst, schrijft online in, of maakt een dossier over aan de federale dienst. REJECTED zegt waarom die weigert.',
    en: 'Reserves the text of a plate, registers online, or hands a file to the federal service. REJECTED says why it refuses.',
  },
  resultName: 'federal',
  input: Input,
  fields: { ...OPERATION_FIELDS, holderNumber: HOLDER_NUMBER_FIELD, vin: VEHICLE_NUMBER_FIELD },
  output: Output,
  errors: { ...REGISTER_ERRORS, REJECTED },
  consults: { source: 'be-vehicle-registration' },
  secrets: ['VEHICLE_REGISTRATION_TOKEN'],
  settings: ['VEHICLE_REGISTRATION_URL'],
  timeoutMs: 15_000,
  retries: 3,
  backoffMs: 10_000,
  example: { operation: 'register', holderNumber: '84.00.00-902.86', vin: 'SANDBX26TESTCAR01' },
  run,
});
