import { defineConnector } from '@irisflow/connector-sdk';

import { REGISTER_ERRORS } from '../registers/register-errors.ts';
import { HOLDER_NUMBER_FIELD, VEHICLE_NUMBER_FIELD } from '../registers/wording.ts';

import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const beVehicleRegister = defineConnector({
  type: 'be-vehicle-register',
  version: 1,
  title: { fr: 'Répertoire des véhicules', nl: 'Voertuigenrepertorium', en: 'Vehicle register' },
  description: {
    fr: 'Un véhicule par son numéro de châssis : plaque, statut, données techniques, et si son titulaire est le demandeur, sans jamais nommer un autre titulaire. NO_DATA s’il est inconnu.',
    nl: 'Een voertuig volgens zijn chassisnummer: plaat, status, technische gegevens, en of de houder de aanvrager is. De naam van een andere houder wordt nooit gegeven. NO_DATA als het voertuig onbekend is.',
    en: 'A vehicle by its identification number: plate, status, technical data, and whether its holder is the one who asks. The name of another holder is never given. NO_DATA when the vehicle is unknown.',
  },
  resultName: 'vehicle',
  input: Input,
  fields: { holderNumber: HOLDER_NUMBER_FIELD, vin: VEHICLE_NUMBER_FIELD },
  output: Output,
  errors: REGISTER_ERRORS,
  consults: { source: 'be-vehicle-register' },
  secrets: ['VEHICLE_REGISTER_TOKEN'],
  settings: ['VEHICLE_REGISTER_URL'],
  timeoutMs: 15_000,
  retries: 3,
  backoffMs: 10_000,
  example: { holderNumber: '84.00.00-902.86', vin: 'SANDBX26TESTCAR01' },
  run,
});
