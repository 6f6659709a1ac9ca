import type { RunContext } from '@irisflow/connector-sdk';

import { askRegister } from '../registers/ask-register.ts';
import { readEnterpriseNumber } from '../registers/enterprise-number.ts';
import { readNationalNumber } from '../registers/national-number.ts';
import { Output, type Input } from './schema.ts';

export const run = async ({ nationalNumber, enterpriseNumber, scope }: Input, context: RunContext): Promise<Output> => {
  const ssin = readNationalNumber(nationalNumber);
  const answer = await askRegister(context, {
    source: 'the register of mandates',
    urlSetting: 'MANDATES_URL',
    tokenSecret: 'MANDATES_TOKEN',
    subject: ssin,
    body: { ssin, enterpriseNumber: readEnterpriseNumber(enterpriseNumber), scope },
    answer: Output,
  });
  const { mayAct, as, from, to } = answer;
  return { mayAct, as, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
};
