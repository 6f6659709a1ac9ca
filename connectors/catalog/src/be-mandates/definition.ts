import { defineConnector } from '@irisflow/connector-sdk';

import { REGISTER_ERRORS } from '../registers/register-errors.ts';
import { ENTERPRISE_NUMBER_FIELD, NATIONAL_NUMBER_FIELD } from '../registers/wording.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const beMandates = defineConnector({
  type: 'be-mandates',
  version: 1,
  title: { fr: 'Mandats', nl: 'Mandaten', en: 'Mandates' },
  description: {
    fr: 'Dit si une personne peut agir aujourd’hui pour une entreprise, et à quel titre. ID_UNKNOWN si l’entreprise n’existe pas.',
    nl: 'Zegt of een persoon vandaag voor een onderneming mag optreden, en in welke hoedanigheid. ID_UNKNOWN als de onderneming niet bestaat.',
    en: 'Says whether a person may act for a company today, and as what. ID_UNKNOWN when there is no such company.',
  },
  resultName: 'mandate',
  input: Input,
  fields: {
    nationalNumber: NATIONAL_NUMBER_FIELD,
    enterpriseNumber: ENTERPRISE_NUMBER_FIELD,
    scope: {
      label: { fr: 'Pour quoi', nl: 'Waarvoor', en: 'For what' },
      hint: {
        fr: 'La matière du mandat, par exemple taxi.',
        nl: 'De aangelegenheid van het mandaat, bijvoorbeeld taxi.',
        en: 'The matter of the mandate, such as taxi.',
      },
    },
  },
  output: Output,
  errors: REGISTER_ERRORS,
  consults: { source: 'be-mandates' },
  secrets: ['MANDATES_TOKEN'],
  settings: ['MANDATES_URL'],
  timeoutMs: 15_000,
  retries: 3,
  backoffMs: 10_000,
  example: { nationalNumber: '84.00.00-902.86', enterpriseNumber: '0999.999.031', scope: 'taxi' },
  run,
});
