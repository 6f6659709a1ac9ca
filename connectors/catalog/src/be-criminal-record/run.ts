import type { RunContext } from '@irisflow/connector-sdk';

import { askRegister } from '../registers/ask-register.ts';
import { readNationalNumber } from '../registers/national-number.ts';
import { Output, type Input } from './schema.ts';

export const run = async ({ nationalNumber, model }: Input, context: RunContext): Promise<Output> => {
  const ssin = readNationalNumber(nationalNumber);
  const { isBlank, asOf, validUntil, attestationId } = await askRegister(context, {
    source: 'the criminal record',
    urlSetting: 'CRIMINAL_RECORD_URL',
    tokenSecret: 'CRIMINAL_RECORD_TOKEN',
    subject: ssin,
    body: { ssin, ...(model === undefined ? {} : { model }) },
    answer: Output,
  });
  return { isBlank, asOf, validUntil, attestationId };
};
