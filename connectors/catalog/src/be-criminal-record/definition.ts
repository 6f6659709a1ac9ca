import { defineConnector } from '@irisflow/connector-sdk';

import { REGISTER_ERRORS } from '../registers/register-errors.ts';
import { NATIONAL_NUMBER_FIELD } from '../registers/wording.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const beCriminalRecord = defineConnector({
  type: 'be-criminal-record',
  version: 1,
  title: { fr: 'Casier judiciaire', nl: 'Strafregister', en: 'Criminal record' },
  description: {
    fr: 'Dit seulement si l’extrait de casier d’une personne est vierge. Une condamnation ne quitte jamais le registre.',
    nl: 'Zegt alleen of het uittreksel uit het strafregister van een persoon blanco is. Een veroordeling verlaat het register nooit.',
    en: 'Says only whether the extract of a person is blank. No conviction ever leaves the register.',
  },
  resultName: 'record',
  input: Input,
  fields: {
    nationalNumber: NATIONAL_NUMBER_FIELD,
    model: {
      label: { fr: 'Modèle d’extrait', nl: 'Model van het uittreksel', en: 'Model of the extract' },
      hint: {
        fr: 'Par exemple 596.1-28 ; vide : le modèle ordinaire.',
        nl: 'Bijvoorbeeld 596.1-28; leeg: het gewone model.',
        en: 'Such as 596.1-28; empty: the ordinary one.',
      },
    },
  },
  output: Output,
  errors: REGISTER_ERRORS,
  consults: { source: 'be-criminal-record' },
  secrets: ['CRIMINAL_RECORD_TOKEN'],
  settings: ['CRIMINAL_RECORD_URL'],
  timeoutMs: 15_000,
  retries: 3,
  backoffMs: 10_000,
  example: { nationalNumber: '84.00.00-902.86', model: '596.1-28' },
  run,
});
