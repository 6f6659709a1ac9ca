import type { RunContext } from '@irisflow/connector-sdk';

import type { Input, Output } from './schema.ts';
import { sendMail } from './send-mail.ts';

export const run = async (input: Input, context: RunContext): Promise<Output> => ({
  messageId: await sendMail(input, context),
});
