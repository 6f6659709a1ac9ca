import { bpmnError, callPlatform, platformAccess, requireCaseHandle, type RunContext } from '@irisflow/connector-sdk';

import { readNationalNumber } from '../registers/national-number.ts';
import type { Input, Output } from './schema.ts';

/** Asks another administration of the platform, which answers what its kind of right offers and nothing more. */
export const run = async ({ nationalNumber, rightNumber, onDay }: Input, context: RunContext): Promise<Output> => {
  const subject = readNationalNumber(nationalNumber);
  return context.consult(subject, async ({ consultationId }) => {
    const told = await callPlatform(platformAccess(context), {
      name: 'askRight',
      caller: requireCaseHandle(context),
      idempotencyKey: `${context.idempotencyKey}-${consultationId}`,
      body: {
        consultationId,
        ...(onDay === undefined ? {} : { onDay }),
        ...(rightNumber === undefined ? {} : { rightNumber }),
      },
    });
    const { answer, values, words, mutationKey } = told;
    // What is unknown is for a person: it speaks neither for anybody nor against them.
    if (answer === 'unknown') throw bpmnError('NO_DATA', 'The source cannot say whether there is such a right.');
    return { ...values, answer, words, ...(mutationKey === null ? {} : { mutationKey }) };
  });
};
