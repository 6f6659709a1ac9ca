import type { RunContext } from '@irisflow/connector-sdk';

import { askRegister } from '../registers/ask-register.ts';
import { readNationalNumber } from '../registers/national-number.ts';
import { WireRights, type Input, type Output } from './schema.ts';

export const run = async ({ nationalNumbers }: Input, context: RunContext): Promise<Output> => {
  const rights: Output['rights'] = [];
  // One after the other: registers limit how fast one client may ask.
  for (const ssin of nationalNumbers.map(readNationalNumber)) {
    const answer = await askRegister(context, {
      source: 'the real property register',
      urlSetting: 'REAL_PROPERTY_URL',
      tokenSecret: 'REAL_PROPERTY_TOKEN',
      subject: ssin,
      body: { ssin },
      answer: WireRights,
    });
    rights.push(
      ...answer.rights.map(({ capakey, right, share, from }) => ({
        nationalNumber: ssin,
        capakey,
        right,
        share,
        from,
      })),
    );
  }
  return { ownsProperty: rights.length > 0, rights };
};
