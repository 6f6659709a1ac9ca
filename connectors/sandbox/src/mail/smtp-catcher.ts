import { callbackify } from 'node:util';

import { simpleParser, type AddressObject } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

import type { FaultMode, Faults } from '../faults.ts';
import type { Mailbox } from './mailbox.ts';

const MAX_BYTES = 25 * 1024 * 1024;

type SmtpReply = { readonly code: number; readonly text: string };

/** What a refused sender hears; modes that mean nothing to a mail server let the mail through. */
const REFUSALS: { readonly [Mode in FaultMode]?: SmtpReply } = {
  unavailable: { code: 421, text: 'Try again later' },
  'rate-limit': { code: 450, text: 'Too many messages, slow down' },
  'no-data': { code: 550, text: 'No such mailbox' },
  'no-authorization': { code: 554, text: 'Sender not permitted' },
};

/** An SMTP server that keeps what it receives instead of delivering it; not yet listening. */
export const createSmtpCatcher = (mailbox: Mailbox, faults: Faults): SMTPServer =>
  new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: MAX_BYTES,
    closeTimeout: 200,
    onRcptTo: (_address, _session, accept) => {
      const mode = faults.meet('mail');
      if (mode === 'timeout') return;
      const refusal = REFUSALS[mode];
      accept(refusal === undefined ? null : Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData: (stream, session, done) => {
      const recipients = session.envelope.rcptTo.map(({ address }) => address.toLowerCase());
      callbackify(keep)(stream, recipients, mailbox, done);
    },
  });

const keep = async (stream: SMTPServerDataStream, to: readonly string[], mailbox: Mailbox): Promise<void> => {
  const mail = await simpleParser(stream);
  if (stream.sizeExceeded) {
    throw Object.assign(new Error(`Expected a mail of at most ${MAX_BYTES} bytes.`), { responseCode: 552 });
  }
  mailbox.add({
    messageId: mail.messageId ?? '',
    from: textOf(mail.from),
    replyTo: textOf(mail.replyTo),
    to,
    subject: mail.subject ?? '',
    receivedAt: new Date().toISOString(),
    text: mail.text ?? '',
    html: mail.html === false ? '' : (mail.html ?? ''),
    attachments: mail.attachments.map(({ filename, contentType, content }) => ({
      fileName: filename ?? 'attachment',
      mediaType: contentType,
      bytes: content,
    })),
  });
};

const textOf = (from: AddressObject | undefined): string => from?.text ?? '';
