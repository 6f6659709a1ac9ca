import { bpmnError, expectShape, type RunContext } from '@irisflow/connector-sdk';
import { Type, type Static } from 'typebox';

import { termsHeaders } from '../registers/ask-register.ts';
import { readNationalNumber } from '../registers/national-number.ts';
import { soapEnvelope } from '../registers/soap.ts';
import { translateFault } from '../registers/soap-refusal.ts';
import { readXml, textOf, type XmlNode } from '../xml/read-xml.ts';
import type { Input, Output } from './schema.ts';

const SOURCE = 'the taxable income source';
const NAMESPACE = 'urn:irisflow:sandbox:taxable-income:v1';

const WireIncome = Type.Object({
  assessmentStatus: Type.Enum(['established', 'pending', 'none']),
  jointTaxable: Type.Number(),
  separateTaxable: Type.Number(),
  jointAssessmentWith: Type.Optional(Type.String()),
});

type Answer = Static<typeof WireIncome> & { readonly nationalNumber: string };

export const run = async ({ nationalNumbers, incomeYear }: Input, context: RunContext): Promise<Output> => {
  const answers: Answer[] = [];
  // One after the other: registers limit how fast one client may ask.
  for (const ssin of nationalNumbers.map(readNationalNumber)) {
    answers.push({ nationalNumber: ssin, ...(await askIncome(context, ssin, incomeYear)) });
  }
  const established = answers.filter(({ assessmentStatus }) => assessmentStatus === 'established');
  const people = established.map((answer, index) => personOf(answer, established.slice(0, index)));
  const missing = answers.filter((answer) => !established.includes(answer)).map(({ nationalNumber }) => nationalNumber);
  if (missing.length > 0) {
    throw bpmnError('NO_DATA', `${missing.length} of ${answers.length} persons have no established assessment.`, {
      missing,
      people,
    });
  }
  return { incomeYear, assessmentYear: incomeYear + 1, total: sumCents(people), people };
};

/** A joint assessment says the income of both with each of them: it counts with whoever was asked about first. */
const personOf = (
  { nationalNumber, jointTaxable, separateTaxable, jointAssessmentWith }: Answer,
  before: readonly Answer[],
): Output['people'][number] => {
  const isCounted = before.some(
    (other) => other.nationalNumber === jointAssessmentWith && other.jointAssessmentWith === nationalNumber,
  );
  return {
    nationalNumber,
    jointTaxable: isCounted ? 0 : jointTaxable,
    separateTaxable,
    ...(jointAssessmentWith === undefined ? {} : { jointAssessmentWith }),
  };
};

/** Summed in whole cents: one cent decides about a right. */
const sumCents = (people: Output['people']): number =>
  people.reduce((cents, person) => cents + Math.round((person.jointTaxable + person.separateTaxable) * 100), 0) / 100;

const askIncome = (context: RunContext, ssin: string, incomeYear: number): Promise<Static<typeof WireIncome>> =>
  context.consult(ssin, async (terms) => {
    const response = await context.fetch({
      url: context.setting('TAXABLE_INCOME_URL'),
      method: 'POST',
      headers: {
        ...termsHeaders(terms),
        authorization: `Bearer ${context.secret('TAXABLE_INCOME_TOKEN')}`,
        'content-type': 'text/xml; charset=utf-8',
        soapaction: '""',
      },
      body: incomeRequest(ssin, incomeYear),
    });
    if (response.status !== 200) throw translateFault(SOURCE, response);
    return expectShape(WireIncome, incomeOf(readXml(SOURCE, response.text)), `the answer of ${SOURCE}`);
  });

/** Both values are digits only. */
const incomeRequest = (ssin: string, incomeYear: number): string =>
  soapEnvelope(
    `<i:GetTaxableIncome xmlns:i="${NAMESPACE}"><i:ssin>${ssin}</i:ssin><i:incomeYear>${incomeYear}</i:incomeYear></i:GetTaxableIncome>`,
  );

const incomeOf = (answer: XmlNode) => {
  const jointAssessmentWith = textOf(answer, 'jointAssessmentWith');
  return {
    assessmentStatus: textOf(answer, 'assessmentStatus'),
    jointTaxable: Number(textOf(answer, 'jointTaxable')),
    separateTaxable: Number(textOf(answer, 'separateTaxable')),
    ...(jointAssessmentWith === undefined ? {} : { jointAssessmentWith }),
  };
};
