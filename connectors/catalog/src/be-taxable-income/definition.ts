import { defineConnector } from '@irisflow/connector-sdk';

import { REGISTER_ERRORS } from '../registers/register-errors.ts';
import { NATIONAL_NUMBERS_FIELD } from '../registers/wording.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const beTaxableIncome = defineConnector({
  type: 'be-taxable-income',
  version: 1,
  title: { fr: 'Revenus imposables', nl: 'Belastbare inkomsten', en: 'Taxable income' },
  description: {
    fr: 'Revenus imposables globalement et distinctement de plusieurs personnes pour une année. NO_DATA si une imposition manque : la variable missing les liste, people contient les revenus connus.',
    nl: 'Gezamenlijk en afzonderlijk belastbare inkomsten van meerdere personen voor één jaar. NO_DATA als een aanslag ontbreekt: de variabele missing somt ze op, people bevat de gekende inkomsten.',
    en: 'Jointly and separately taxable income of several persons in one year. NO_DATA when an assessment is missing: the variable missing lists them, people holds the known incomes.',
  },
  resultName: 'income',
  input: Input,
  fields: {
    nationalNumbers: NATIONAL_NUMBERS_FIELD,
    incomeYear: { label: { fr: 'Année des revenus', nl: 'Inkomstenjaar', en: 'Year of the income' } },
  },
  output: Output,
  errors: REGISTER_ERRORS,
  consults: { source: 'be-taxable-income' },
  secrets: ['TAXABLE_INCOME_TOKEN'],
  settings: ['TAXABLE_INCOME_URL'],
  timeoutMs: 60_000,
  retries: 3,
  backoffMs: 10_000,
  example: { nationalNumbers: ['84.00.00-902.86'], incomeYear: 2023 },
  run,
});
