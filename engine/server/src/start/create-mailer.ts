import { createHash } from 'node:crypto';
import { notice } from '@irisflow/connector-catalog';
import { runConnector } from '@irisflow/connector-sdk';
import type { Mailer } from '@irisflow/casework';
import type { SourceAccess } from '../prefill/create-prefill-sources.ts';

/** Says nothing of what the mail is about; whoever gets the same mail twice can tell, and no two mails are taken for one. */
const idOf = (key: string, to: string): string =>
  createHash('sha256').update(`${key}\n${to}`).digest('hex').slice(0, 32);

/** Sends mails of the platform itself by the connector that processes use; null where no mail server is named. */
export const createMailer = (access: SourceAccess): Mailer | null => {
  if ((access.secrets?.['SMTP_URL'] ?? '') === '') return null;
  return async (mail, key) => {
    const idempotencyKey = `mail-${idOf(key, mail.to)}`;
    const outcome = await runConnector(notice, { ...mail }, { ...access, idempotencyKey });
    // An address that is refused for good is nobody's to wait for.
    if (outcome.kind === 'output' || outcome.kind === 'bpmnError') return;
    throw new Error(outcome.message);
  };
};
