import { findEnterprise, type Enterprise } from '../fixtures/enterprises.ts';
import { malformedInput, notFound, unknownEnterprise } from '../problem.ts';
import { parseObject } from './read-ssin.ts';
import type { Source, SourceAnswer, SourceQuestion } from './source.ts';

const NUMBER = /^[01]\d{9}$/;
const VALID_DAYS = 90;
const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const numberOf = ({ body }: SourceQuestion): string | undefined => {
  const { enterpriseNumber } = parseObject(body);
  return typeof enterpriseNumber === 'string' ? enterpriseNumber : undefined;
};

type Attesting = Pick<Source, 'id' | 'title' | 'path' | 'urlSetting' | 'tokenSecret'> & {
  readonly prefix: string;
  readonly owesHere: (enterprise: Enterprise) => boolean;
};

/** Yes or no about the debts of one company; who was struck off gets no attestation. */
const attestation = ({ prefix, owesHere, ...source }: Attesting): Source => {
  const answerWith = (question: SourceQuestion, owes: (enterprise: Enterprise) => boolean): SourceAnswer => {
    const number = numberOf(question);
    if (number === undefined || !NUMBER.test(number))
      return { problem: malformedInput('enterpriseNumber', 'Expected 10 digits.') };
    const found = findEnterprise(number);
    if (found === undefined) return { problem: unknownEnterprise(number) };
    if (found.status === 'stopped') return { problem: notFound() };
    const days = { asOf: dayIn(0), validUntil: dayIn(VALID_DAYS) };
    return { json: { attestationId: `${prefix}-${number}`, hasDebts: owes(found), ...days } };
  };
  return {
    ...source,
    method: 'POST',
    isPersonal: true,
    successor: '0999999229',
    subjectOf: numberOf,
    answer: (question) => answerWith(question, owesHere),
    answerLater: (question) => answerWith(question, (enterprise) => !owesHere(enterprise)),
    wrap: (problem) => ({ problem }),
  };
};

/** Whether a company owes taxes. */
export const taxAttestation = attestation({
  id: 'tax-attestation',
  title: 'Tax attestations',
  path: '/tax-attestation/attestations/search',
  urlSetting: 'TAX_ATTESTATION_URL',
  tokenSecret: 'TAX_ATTESTATION_TOKEN',
  prefix: 'TAX',
  owesHere: ({ owes = [] }) => owes.includes('taxes'),
});

/** Whether a company owes social contributions. */
export const socialAttestation = attestation({
  id: 'social-attestation',
  title: 'Social attestations',
  path: '/social-attestation/attestations/search',
  urlSetting: 'SOCIAL_ATTESTATION_URL',
  tokenSecret: 'SOCIAL_ATTESTATION_TOKEN',
  prefix: 'SOC',
  owesHere: ({ owes = [] }) => owes.includes('contributions'),
});
