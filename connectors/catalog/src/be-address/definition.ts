import { defineConnector } from '@irisflow/connector-sdk';

import { REGISTER_ERRORS } from '../registers/register-errors.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const beAddress = defineConnector({
  type: 'be-address',
  version: 1,
  title: { fr: 'Registre des adresses', nl: 'Adressenregister', en: 'Address register' },
  description: {
    fr: 'Normalise une adresse et dit si elle se trouve dans la Région de Bruxelles-Capitale.',
    nl: 'Normaliseert een adres en zegt of het in het Brussels Hoofdstedelijk Gewest ligt.',
    en: 'Normalizes an address and tells whether it lies in the Brussels-Capital Region.',
  },
  resultName: 'address',
  input: Input,
  fields: {
    street: { label: { fr: 'Rue', nl: 'Straat', en: 'Street' } },
    houseNumber: { label: { fr: 'Numéro', nl: 'Huisnummer', en: 'House number' } },
    boxNumber: { label: { fr: 'Boîte', nl: 'Bus', en: 'Box' } },
    postCode: { label: { fr: 'Code postal', nl: 'Postcode', en: 'Post code' } },
    municipality: { label: { fr: 'Commune', nl: 'Gemeente', en: 'Commune' } },
  },
  output: Output,
  errors: {
    NO_DATA: { fr: 'L’adresse est inconnue.', nl: 'Het adres is onbekend.', en: 'The address is unknown.' },
    AMBIGUOUS: {
      fr: 'Plusieurs adresses correspondent ; leur nombre est dans la variable count.',
      nl: 'Meerdere adressen komen overeen; hun aantal staat in de variabele count.',
      en: 'Several addresses match; their number is in the variable count.',
    },
    NO_AUTHORIZATION: REGISTER_ERRORS.NO_AUTHORIZATION,
  },
  secrets: ['ADDRESS_REGISTER_TOKEN'],
  settings: ['ADDRESS_REGISTER_URL'],
  timeoutMs: 15_000,
  retries: 3,
  backoffMs: 10_000,
  example: { street: 'Rue du Cadran Inventé', houseNumber: '4', postCode: '1030' },
  run,
});
