import { callPlatform, platformAccess, requireCaseHandle, type RunContext } from '@irisflow/connector-sdk';

import { sendMail } from '../mail/send-mail.ts';
import type { Input, Output } from './schema.ts';

type Mail = Parameters<typeof sendMail>[0];

/** An address of somebody else that no server takes, today or ever, neither holds up the process of the applicant nor leads it elsewhere. */
const tellOthers = async (mails: readonly Mail[], context: RunContext): Promise<void> => {
  await Promise.allSettled(
    mails.map((mail, index) =>
      // Each of them has a Message-ID of its own.
      sendMail(mail, { ...context, idempotencyKey: `${context.idempotencyKey}.${index + 1}` }),
    ),
  );
};

/** Files the letter, then tells the applicant and whoever else gets it by mail; a repeated run files nothing twice and repeats the Message-ID. */
export const run = async (
  { template, channel = ['portal'], values = {} }: Input,
  context: RunContext,
): Promise<Output> => {
  const {
    documentId,
    language,
    subject,
    notice,
    notices = [],
  } = await callPlatform(platformAccess(context), {
    name: 'sendLetter',
    caller: requireCaseHandle(context),
    idempotencyKey: context.idempotencyKey,
    body: { template, channel, values },
  });
  const isMailed = channel.includes('email') && notice !== undefined && notice !== null;
  if (isMailed) await sendMail(notice, context);
  if (channel.includes('email')) await tellOthers(notices, context);
  return { documentId, language, subject, isMailed };
};
