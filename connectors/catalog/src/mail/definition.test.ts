import { describe, expect, it } from 'vitest';

import { mail } from '../index.ts';
import { handleOf } from '@irisflow/connector-sdk/testing';
import { useSandboxWorld } from '../testing/sandbox-world.ts';

type Caught = {
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly fileName: string; readonly mediaType: string; readonly url: string }[];
};

describe('the mail connector', () => {
  const world = useSandboxWorld();
  const letterTo = (to: string) => ({ to, subject: 'Votre demande – uw aanvraag', text: 'Bonjour à tous.' });
  const caught = async (to: string) =>
    (await (await fetch(`${world.sandbox().mailUrl}/api/messages?to=${to}`)).json()) as Caught[];

  it('sends text, markup and attachments that arrive as they were', async () => {
    const to = 'ines@sandbox.example';
    const outcome = await world.run(
      mail,
      { ...letterTo(to), html: '<p>Bonjour <b>à</b> tous.</p>', attachments: ['doc-1'] },
      {
        ports: {
          documents: async ({ caseHandle }, documentId) => ({
            fileName: `décision ${caseHandle === handleOf('case-1')} ${documentId}.pdf`,
            mediaType: 'application/pdf',
            bytes: Buffer.from('%PDF-fictional'),
          }),
        },
      },
    );

    expect(outcome).toMatchObject({ kind: 'output', variables: { mail: { messageId: '<1-2@sandbox.example>' } } });
    const [message] = await caught(to);
    expect(message).toMatchObject({
      subject: 'Votre demande – uw aanvraag',
      text: expect.stringContaining('Bonjour à tous.'),
      html: '<p>Bonjour <b>à</b> tous.</p>',
      attachments: [{ fileName: 'décision true doc-1.pdf', mediaType: 'application/pdf' }],
    });
    const file = await fetch(`${world.sandbox().mailUrl}${message?.attachments[0]?.url}`);
    expect(await file.text()).toBe('%PDF-fictional');
    expect(file.headers.get('content-disposition')).toContain('attachment');
  });

  it('keeps its Message-ID when the job is delivered twice', async () => {
    const to = 'twice@sandbox.example';

    await world.run(mail, letterTo(to), { idempotencyKey: '40-41' });
    await world.run(mail, letterTo(to), { idempotencyKey: '40-41' });

    expect((await caught(to)).map(({ messageId }) => messageId)).toEqual(Array(2).fill('<40-41@sandbox.example>'));
  });

  it('shows a mail with its markup locked in a frame', async () => {
    const to = 'frame@sandbox.example';
    await world.run(mail, { ...letterTo(to), html: '<script>alert(1)</script><p>Hi</p>' });
    const [message] = (await caught(to)) as (Caught & { id: number })[];

    const body = await fetch(`${world.sandbox().mailUrl}/messages/${message?.id}/html`);
    const page = await (await fetch(`${world.sandbox().mailUrl}/messages/${message?.id}`)).text();

    expect(body.headers.get('content-security-policy')).toContain("sandbox; default-src 'none'");
    expect(page).toContain('<iframe title="HTML body of the mail" sandbox=""');
    expect(page).not.toContain('<script>');
  });

  it.each([
    ['unavailable', { kind: 'retry', message: expect.stringContaining('421') }],
    ['rate-limit', { kind: 'retry', message: expect.stringContaining('450') }],
    ['no-data', { kind: 'bpmnError', code: 'ADDRESS_REFUSED', variables: { replyCode: 550 } }],
  ] as const)('answers the fault "%s"', async (mode, expected) => {
    await world.setFault('mail', mode);

    expect(await world.run(mail, letterTo('fault@sandbox.example'))).toMatchObject(expected);
    expect(await caught('fault@sandbox.example')).toEqual([]);
  });

  it('tries again later when the mail server is silent or away', async () => {
    await world.setFault('mail', 'timeout');
    const silent = await world.run({ ...mail, timeoutMs: 250 }, letterTo('a@sandbox.example'));
    const away = await world.run(mail, letterTo('a@sandbox.example'), { secrets: { SMTP_URL: 'smtp://127.0.0.1:1' } });

    expect([silent.kind, away.kind]).toEqual(['retry', 'retry']);
  });

  it.each([
    ['a recipient that is no address', { to: 'nobody' }],
    ['a subject that would start a new header', { subject: 'a\r\nBcc: b@sandbox.example' }],
  ])('waits for a person with %s', async (_, wrong) => {
    expect(await world.run(mail, { ...letterTo('b@sandbox.example'), ...wrong })).toMatchObject({ kind: 'incident' });
    expect(await caught('b@sandbox.example')).toEqual([]);
  });

  it('empties the catcher on request', async () => {
    await world.run(mail, letterTo('c@sandbox.example'));

    await fetch(`${world.sandbox().mailUrl}/api/messages`, { method: 'DELETE' });

    expect(await caught('c@sandbox.example')).toEqual([]);
  });
});
