import { callPlatform, platformAccess, requireCaseHandle, type RunContext } from '@irisflow/connector-sdk';

import type { Input, Output } from './schema.ts';

export const run = ({ count = 'nothing', day, days, until }: Input, context: RunContext): Promise<Output> =>
  callPlatform(platformAccess(context), {
    name: 'countDays',
    caller: requireCaseHandle(context),
    idempotencyKey: context.idempotencyKey,
    body: {
      day,
      ...(count === 'nothing' || days === undefined ? {} : { [count]: days }),
      ...(until === undefined ? {} : { until }),
    },
  });
