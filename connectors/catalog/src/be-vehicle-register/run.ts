import type { RunContext } from '@irisflow/connector-sdk';

import { askRegister } from '../registers/ask-register.ts';
import { readHolderNumber } from '../registers/holder-number.ts';
import { Output, type Input } from './schema.ts';

export const run = async ({ holderNumber, vin: asked }: Input, context: RunContext): Promise<Output> => {
  const subject = readHolderNumber(holderNumber);
  const found = await askRegister(context, {
    source: 'the vehicle register',
    urlSetting: 'VEHICLE_REGISTER_URL',
    tokenSecret: 'VEHICLE_REGISTER_TOKEN',
    subject,
    body: { holder: subject, vin: asked },
    answer: Output,
  });
  const { vin, holder, status, plate, firstRegistration, make, model, category, fuel, euroStandard } = found;
  return { vin, holder, status, plate, firstRegistration, make, model, category, fuel, euroStandard };
};
