import { callPlatform, platformAccess, requireCaseHandle, type RunContext } from '@irisflow/connector-sdk';
import type { Input, Output } from './schema.ts';

/** Has the platform write and file the letter, which then tells by mail whoever gets it; a repeated run files and tells nothing twice. */
export const run = ({ template, channel = ['portal'], values = {} }: Input, context: RunContext): Promise<Output> =>
  callPlatform(platformAccess(context), {
    name: 'sendLetter',
    caller: requireCaseHandle(context),
    idempotencyKey: context.idempotencyKey,
    body: { template, channel, values },
  });
