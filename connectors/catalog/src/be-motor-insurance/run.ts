import type { RunContext } from '@irisflow/connector-sdk';

import { askRegister } from '../registers/ask-register.ts';
import { readHolderNumber } from '../registers/holder-number.ts';
import { Output, type Input } from './schema.ts';

export const run = async ({ holderNumber, vin }: Input, context: RunContext): Promise<Output> => {
  const holder = readHolderNumber(holderNumber);
  const { isInsured, insurer, policyNumber, validUntil } = await askRegister(context, {
    source: 'the motor insurance',
    urlSetting: 'MOTOR_INSURANCE_URL',
    tokenSecret: 'MOTOR_INSURANCE_TOKEN',
    subject: holder,
    body: { holder, vin },
    answer: Output,
  });
  return { isInsured, insurer, policyNumber, validUntil };
};
