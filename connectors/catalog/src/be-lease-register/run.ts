import type { RunContext } from '@irisflow/connector-sdk';

import { askRegister } from '../registers/ask-register.ts';
import { readNationalNumber } from '../registers/national-number.ts';
import { Output, type Input } from './schema.ts';

export const run = async ({ nationalNumber }: Input, context: RunContext): Promise<Output> => {
  const ssin = readNationalNumber(nationalNumber);
  const { leaseId, type, start, end, monthlyRent, landlordType, address } = await askRegister(context, {
    source: 'the lease register',
    urlSetting: 'LEASE_REGISTER_URL',
    tokenSecret: 'LEASE_REGISTER_TOKEN',
    subject: ssin,
    body: { ssin },
    answer: Output,
  });
  return { leaseId, type, start, end, monthlyRent, landlordType, address };
};
