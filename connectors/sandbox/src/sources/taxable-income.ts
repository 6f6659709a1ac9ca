import type { Problem } from '../problem.ts';
import type { Income } from '../fixtures/household.ts';
import { readXmlLeaves } from '../read-xml-leaves.ts';
import { answerAbout } from './read-ssin.ts';
import type { Source, SourceAnswer, SourceQuestion } from './source.ts';

const NAMESPACE = 'urn:irisflow:sandbox:taxable-income:v1';
const NO_FILE: Income = { status: 'none', jointTaxable: 0, separateTaxable: 0 };

const faultOf = (problem: Problem): SourceAnswer => {
  const issues = problem.body['issues'] as readonly Readonly<Record<string, string>>[] | undefined;
  const type = issues?.[0]?.['type'] ?? problem.body.type;
  const replacedBy = issues?.[0]?.['replacedBy'];
  const detail = `<type>${type}</type>${replacedBy === undefined ? '' : `<replacedBy>${replacedBy}</replacedBy>`}`;
  const fault = `<soap:Fault><faultcode>soap:Client</faultcode><faultstring>${problem.body.title}</faultstring><detail>${detail}</detail></soap:Fault>`;
  // SOAP 1.1 over HTTP carries every fault with status 500; transport troubles keep their own.
  const status = problem.status === 400 || problem.status === 404 ? 500 : problem.status;
  return { xml: envelope(fault), status, ...(problem.headers === undefined ? {} : { headers: problem.headers }) };
};

/** Taxable income of one person in one year, over SOAP 1.1 as the older integrators speak it. */
export const taxableIncome: Source = {
  id: 'taxable-income',
  title: 'Taxable income (SOAP)',
  method: 'POST',
  path: '/taxable-income/soap',
  urlSetting: 'TAXABLE_INCOME_URL',
  tokenSecret: 'TAXABLE_INCOME_TOKEN',
  isPersonal: true,
  subjectOf: (question) => readRequest(question).get('ssin'),
  answer: (question) => {
    const request = readRequest(question);
    const year = Number(request.get('incomeYear'));
    return answerAbout(
      request.get('ssin'),
      ({ person }) => ({ xml: envelope(incomeElement(person.ssin, year, person.income ?? NO_FILE)) }),
      faultOf,
    );
  },
  wrap: faultOf,
};

const readRequest = ({ body }: SourceQuestion): ReadonlyMap<string, string> => {
  try {
    return readXmlLeaves(body);
  } catch {
    return new Map();
  }
};

const incomeElement = (ssin: string, year: number, income: Income): string =>
  `<i:TaxableIncome xmlns:i="${NAMESPACE}"><i:ssin>${ssin}</i:ssin><i:incomeYear>${year}</i:incomeYear>` +
  `<i:assessmentStatus>${income.status}</i:assessmentStatus>` +
  `<i:jointTaxable>${income.jointTaxable.toFixed(2)}</i:jointTaxable>` +
  `<i:separateTaxable>${income.separateTaxable.toFixed(2)}</i:separateTaxable></i:TaxableIncome>`;

const envelope = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${body}</soap:Body></soap:Envelope>`;
