import { callPlatform, platformAccess, requireCaseHandle, type RunContext } from '@irisflow/connector-sdk';

import { sendMail } from '../mail/send-mail.ts';
import type { Input, Output } from './schema.ts';

/** Files the letter, then tells the applicant by mail; a repeated run files nothing twice and repeats the Message-ID. */
export const run = async (
  { template, channel = ['portal'], values = {} }: Input,
  context: RunContext,
): Promise<Output> => {
  const { documentId, language, subject, notice } = await callPlatform(platformAccess(context), {
    name: 'sendLetter',
    caller: requireCaseHandle(context),
    idempotencyKey: context.idempotencyKey,
    body: { template, channel, values },
  });
  const isMailed = channel.includes('email') && notice !== undefined && notice !== null;
  if (isMailed) await sendMail(notice, context);
  return { documentId, language, subject, isMailed };
};
