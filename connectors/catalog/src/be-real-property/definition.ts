import { defineConnector } from '@irisflow/connector-sdk';

import { REGISTER_ERRORS } from '../registers/register-errors.ts';
import { NATIONAL_NUMBERS_FIELD } from '../registers/wording.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const beRealProperty = defineConnector({
  type: 'be-real-property',
  version: 1,
  title: { fr: 'Propriété immobilière', nl: 'Onroerende eigendom', en: 'Real property' },
  description: {
    fr: 'Droits réels de plusieurs personnes sur des immeubles. Ne rien posséder est un résultat, pas une erreur.',
    nl: 'Zakelijke rechten van meerdere personen op onroerend goed. Niets bezitten is een resultaat, geen fout.',
    en: 'Rights of several persons on land and buildings. Owning nothing is a result, not an error.',
  },
  resultName: 'property',
  input: Input,
  fields: { nationalNumbers: NATIONAL_NUMBERS_FIELD },
  output: Output,
  errors: REGISTER_ERRORS,
  consults: { source: 'be-real-property' },
  secrets: ['REAL_PROPERTY_TOKEN'],
  settings: ['REAL_PROPERTY_URL'],
  timeoutMs: 60_000,
  retries: 3,
  backoffMs: 10_000,
  example: { nationalNumbers: ['84.00.00-902.86'] },
  run,
});
