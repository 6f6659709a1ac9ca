import { bpmnError, type RunContext } from '@irisflow/connector-sdk';

import { askRegister } from '../registers/ask-register.ts';
import { readHolderNumber } from '../registers/holder-number.ts';
import { Answer, type Input, type Output } from './schema.ts';

export const run = async (input: Input, context: RunContext): Promise<Output> => {
  const { operation, holderNumber, vin, plateText, requestType } = input;
  const holder = readHolderNumber(holderNumber);
  const { outcome, requestNumber, plate, reasons } = await askRegister(context, {
    source: 'the federal registration service',
    urlSetting: 'VEHICLE_REGISTRATION_URL',
    tokenSecret: 'VEHICLE_REGISTRATION_TOKEN',
    subject: holder,
    body: { operation, holder, vin, plateText: plateText ?? null, requestType: requestType ?? null },
    answer: Answer,
  });
  if (outcome === 'rejected') {
    throw bpmnError('REJECTED', 'The federal service refuses the registration.', { rejectionReasons: reasons ?? [] });
  }
  return { outcome, requestNumber, plate };
};
