import type { RunContext } from '@irisflow/connector-sdk';

import { askRegister } from '../registers/ask-register.ts';
import { readNationalNumber } from '../registers/national-number.ts';
import { WireCandidate, type Input, type Output } from './schema.ts';

export const run = async ({ nationalNumber }: Input, context: RunContext): Promise<Output> => {
  const ssin = readNationalNumber(nationalNumber);
  const candidate = await askRegister(context, {
    source: 'the social housing register',
    urlSetting: 'SOCIAL_HOUSING_REGISTER_URL',
    tokenSecret: 'SOCIAL_HOUSING_REGISTER_TOKEN',
    subject: ssin,
    body: { ssin },
    answer: WireCandidate,
  });
  return {
    registrationNumber: candidate.registrationNumber,
    referenceNumber: candidate.referencePersonSsin,
    isReferencePerson: candidate.referencePersonSsin === ssin,
    priorityPoints: candidate.priorityPoints,
    status: candidate.status,
  };
};
