import type { CaughtMail } from '../mail/mailbox.ts';
import { dataTable } from './data-table.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';

/** The mails that were caught, newest first. */
export const mailListPage = (mails: readonly CaughtMail[]): string => {
  const rows = mails.map(
    ({ id, subject, from, to, receivedAt }) =>
      html`<tr>
        <th scope="row"><a href="/messages/${id}">${subject === '' ? '(no subject)' : subject}</a></th>
        <td>${from}</td>
        <td>${to.join(', ')}</td>
        <td>${receivedAt}</td>
      </tr>`,
  );
  const table = dataTable({ headings: ['Subject', 'From', 'To', 'Received'], rows });
  return layout(
    'Mail catcher',
    html`<p>Nothing sent here leaves this machine.</p>
      ${mails.length === 0 ? html`<p>No mail yet.</p>` : table}`,
  );
};

/** One mail: its text, its markup in a locked frame, its attachments to download. */
export const mailPage = ({
  id,
  subject,
  from,
  replyTo,
  to,
  messageId,
  receivedAt,
  text,
  html: body,
  attachments,
}: CaughtMail): string => {
  const files = attachments.map(
    ({ fileName, bytes }, index) =>
      html`<li><a href="/messages/${id}/attachments/${index}">${fileName}</a> (${bytes.length} bytes)</li>`,
  );
  return layout(
    subject === '' ? '(no subject)' : subject,
    html`<p><a href="/">All mails</a></p>
      <dl>
        <dt>From</dt>
        <dd>${from}</dd>
        ${
          replyTo === ''
            ? ''
            : html`<dt>Reply-To</dt>
                <dd>${replyTo}</dd>`
        }
        <dt>To</dt>
        <dd>${to.join(', ')}</dd>
        <dt>Received</dt>
        <dd>${receivedAt}</dd>
        <dt>Message-ID</dt>
        <dd>${messageId}</dd>
      </dl>
      <h2>Text</h2>
      <pre>${text}</pre>
      <h2>HTML</h2>
      ${
        body === ''
          ? html`<p>None.</p>`
          : html`<iframe title="HTML body of the mail" sandbox="" src="/messages/${id}/html"></iframe>`
      }
      <h2>Attachments</h2>
      ${
        files.length === 0
          ? html`<p>None.</p>`
          : html`<ul>
              ${files}
            </ul>`
      }`,
  );
};
