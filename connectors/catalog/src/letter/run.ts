import type { RunContext } from '@irisflow/connector-sdk';

import { callPlatform, platformAccess, requireCaseId } from '../platform-client.ts';
import type { Input, Output } from './schema.ts';

export function run({ template, channel = ['portal'], values = {} }: Input, context: RunContext): Promise<Output> {
  return callPlatform(platformAccess(context), {
    name: 'sendLetter',
    caseId: requireCaseId(context),
    idempotencyKey: context.idempotencyKey,
    body: { template, channel, values },
  });
}
