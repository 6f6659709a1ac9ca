import { notice } from '@irisflow/connector-catalog';
import { runConnector } from '@irisflow/connector-sdk';
import type { Mailer } from '@irisflow/casework';
import type { SourceAccess } from '../prefill/create-prefill-sources.ts';

/** Sends mails of the platform itself by the connector that processes use; null where no mail server is named. */
export const createMailer = (access: SourceAccess): Mailer | null => {
  if ((access.secrets?.['SMTP_URL'] ?? '') === '') return null;
  return async (mail) => {
    const outcome = await runConnector(notice, { ...mail }, access);
    // An address that is refused for good is nobody's to wait for.
    if (outcome.kind === 'output' || outcome.kind === 'bpmnError') return;
    throw new Error(outcome.message);
  };
};
