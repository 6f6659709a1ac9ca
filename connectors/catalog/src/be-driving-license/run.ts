import type { RunContext } from '@irisflow/connector-sdk';

import { askRegister } from '../registers/ask-register.ts';
import { readNationalNumber } from '../registers/national-number.ts';
import { Output, type Input } from './schema.ts';

export const run = async ({ nationalNumber }: Input, context: RunContext): Promise<Output> => {
  const ssin = readNationalNumber(nationalNumber);
  const { licenseNumber, status, country, categories } = await askRegister(context, {
    source: 'the driving license register',
    urlSetting: 'DRIVING_LICENSE_URL',
    tokenSecret: 'DRIVING_LICENSE_TOKEN',
    subject: ssin,
    body: { ssin },
    answer: Output,
  });
  return { licenseNumber, status, country, categories };
};
