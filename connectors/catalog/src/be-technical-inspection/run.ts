import type { RunContext } from '@irisflow/connector-sdk';

import { askRegister } from '../registers/ask-register.ts';
import { readHolderNumber } from '../registers/holder-number.ts';
import { Output, type Input } from './schema.ts';

export const run = async ({ holderNumber, vin }: Input, context: RunContext): Promise<Output> => {
  const holder = readHolderNumber(holderNumber);
  const { attestationId, result, inspectedOn, validUntil } = await askRegister(context, {
    source: 'the technical inspection',
    urlSetting: 'TECHNICAL_INSPECTION_URL',
    tokenSecret: 'TECHNICAL_INSPECTION_TOKEN',
    subject: holder,
    body: { holder, vin },
    answer: Output,
  });
  return { attestationId, result, inspectedOn, validUntil };
};
