import { bpmnError, incident, requireCaseHandle, retryLater, type RunContext } from '@irisflow/connector-sdk';
import { createTransport, type SendMailOptions } from 'nodemailer';

import type { Input } from './schema.ts';

const CONNECT_TIMEOUT_MS = 5_000;
const SILENCE_TIMEOUT_MS = 10_000;

/** What every connector that sends mail must declare. */
export const MAIL_SECRETS = ['SMTP_URL'] as const;
export const MAIL_SETTINGS = ['MAIL_FROM'] as const;

/** As whom a mail is written: a name beside the address of the settings, and where answers go. */
export interface Sender {
  readonly name: string | null;
  readonly replyTo: string | null;
}

/** What ends a line of a header, or would pass for an address in it. */
const notInHeaders = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>@]/u;
const plainAddress = /^[^\s<>,;:"()[\]\\@]+@[A-Za-z0-9.-]+$/;

/** Who it comes from. Whoever names themselves never names the address: that is the platform's, whatever they say. */
const fromOf = (from: string, { name, replyTo }: Sender): Pick<SendMailOptions, 'from' | 'replyTo'> => {
  const address = /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from;
  return {
    from: name === null || notInHeaders.test(name) ? from : { name, address },
    ...(replyTo !== null && plainAddress.test(replyTo) && { replyTo }),
  };
};

const nobody: Sender = { name: null, replyTo: null };

/** Sends one mail and returns its Message-ID. */
export const sendMail = async (
  { sender = nobody, ...input }: Input & { readonly sender?: Sender },
  context: RunContext,
): Promise<string> => {
  const from = context.setting('MAIL_FROM');
  // The same activation always has the same Message-ID: a receiver that gets a mail twice can tell.
  const messageId = `<${context.idempotencyKey}@${domainOf(from)}>`;
  await send({ ...(await compose(input, context)), ...fromOf(from, sender), messageId }, context);
  return messageId;
};

const compose = async (input: Input, context: RunContext): Promise<SendMailOptions> => {
  const { to, subject, text, html, attachments = [] } = input;
  return {
    to,
    subject,
    text,
    ...(html === undefined ? {} : { html }),
    attachments: await Promise.all(attachments.map((documentId) => attach(documentId, context))),
    headers: { 'Auto-Submitted': 'auto-generated' },
    // The text comes from a process: nothing in it may make the mailer read files or addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
};

const attach = async (documentId: string, context: RunContext) => {
  const read = context.ports.documents;
  if (read === undefined) throw incident('Expected a reader of documents for the attachments, but there is none.');
  const { fileName, mediaType, bytes } = await read(requireCaseHandle(context), documentId);
  return { filename: fileName, contentType: mediaType, content: Buffer.from(bytes) };
};

const send = async (message: SendMailOptions, context: RunContext): Promise<void> => {
  const transport = createTransport({
    url: context.secret('SMTP_URL'),
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
  });
  const stop = () => transport.close();
  context.signal.addEventListener('abort', stop, { once: true });
  try {
    await transport.sendMail(message);
  } catch (error) {
    throw translateTrouble(error as SmtpError);
  } finally {
    context.signal.removeEventListener('abort', stop);
    transport.close();
  }
};

type SmtpError = Error & { readonly code?: string; readonly responseCode?: number; readonly command?: string };

/** Replies from 500 on are final, those from 400 on pass (RFC 5321, 4.2.1); without a reply the line is down. */
const translateTrouble = ({ code = 'unknown trouble', responseCode, command }: SmtpError): Error => {
  if (responseCode === undefined || responseCode < 500) {
    const found = responseCode === undefined ? code : `${code}, reply ${responseCode}`;
    return retryLater(`UNAVAILABLE: Expected the mail server to take a mail, but found ${found}.`);
  }
  if (command === 'RCPT TO') {
    return bpmnError('ADDRESS_REFUSED', `The mail server refuses the recipient for good (reply ${responseCode}).`, {
      replyCode: responseCode,
    });
  }
  return incident(`Expected the mail server to take a mail, but it refused with reply ${responseCode} (${code}).`);
};

const domainOf = (from: string): string => {
  const domain = /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1];
  if (domain === undefined)
    throw incident('Expected the setting MAIL_FROM to end with a mail address, but it does not.');
  return domain;
};
