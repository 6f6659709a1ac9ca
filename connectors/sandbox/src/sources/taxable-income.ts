import type { Income } from '../fixtures/household.ts';
import { answerAbout } from './read-ssin.ts';
import { envelope, faultOf, readLeaves } from './soap.ts';
import type { Source } from './source.ts';

const NAMESPACE = 'urn:irisflow:sandbox:taxable-income:v1';
const NO_FILE: Income = { status: 'none', jointTaxable: 0, separateTaxable: 0 };

/** Taxable income of one person in one year, over SOAP 1.1 as the older integrators speak it. */
export const taxableIncome: Source = {
  id: 'taxable-income',
  title: 'Taxable income (SOAP)',
  method: 'POST',
  path: '/taxable-income/soap',
  urlSetting: 'TAXABLE_INCOME_URL',
  tokenSecret: 'TAXABLE_INCOME_TOKEN',
  isPersonal: true,
  subjectOf: (question) => readLeaves(question).get('ssin'),
  answer: (question) => {
    const request = readLeaves(question);
    const year = Number(request.get('incomeYear'));
    return answerAbout(
      request.get('ssin'),
      ({ person }) => ({ xml: envelope(incomeElement(person.ssin, year, person.income ?? NO_FILE)) }),
      faultOf,
    );
  },
  wrap: faultOf,
};

const incomeElement = (ssin: string, year: number, income: Income): string =>
  `<i:TaxableIncome xmlns:i="${NAMESPACE}"><i:ssin>${ssin}</i:ssin><i:incomeYear>${year}</i:incomeYear>` +
  `<i:assessmentStatus>${income.status}</i:assessmentStatus>` +
  `<i:jointTaxable>${income.jointTaxable.toFixed(2)}</i:jointTaxable>` +
  `<i:separateTaxable>${income.separateTaxable.toFixed(2)}</i:separateTaxable></i:TaxableIncome>`;
