import { callPlatform, platformAccess, requireCaseHandle, type RunContext } from '@irisflow/connector-sdk';

import type { Input, Output } from './schema.ts';

export const run = ({ toCase, messageName, data }: Input, context: RunContext): Promise<Output> =>
  callPlatform(platformAccess(context), {
    name: 'tellCase',
    caller: requireCaseHandle(context),
    idempotencyKey: context.idempotencyKey,
    body: { toCase, message: messageName, ...(data === undefined ? {} : { data }) },
  });
