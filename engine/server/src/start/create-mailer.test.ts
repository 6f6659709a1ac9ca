import { startSandbox, type Sandbox } from '@irisflow/connector-sandbox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMailer } from './create-mailer.ts';

const to = 'noa@sandbox.example';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, smtpPort: 0, mailPort: 0 });
});
afterAll(() => sandbox.stop());

const idsOf = async (address: string): Promise<string[]> => {
  const answer = await fetch(`${sandbox.mailUrl}/api/messages?to=${encodeURIComponent(address)}`);
  return ((await answer.json()) as { messageId: string }[]).map(({ messageId }) => messageId).toReversed();
};

it('a mail that is sent again keeps its Message-ID, and no two mails share one', async () => {
  const mailer = createMailer(sandbox);
  const mail = { to, subject: 'News', text: 'Sign in.\n' };
  await mailer?.(mail, 'letter 1');
  await mailer?.(mail, 'letter 1');
  await mailer?.(mail, 'letter 2');
  await mailer?.({ ...mail, to: 'bart@sandbox.example' }, 'letter 1');
  const [first, again, second] = await idsOf(to);
  expect(again).toBe(first);
  expect(second).not.toBe(first);
  expect(await idsOf('bart@sandbox.example')).not.toContain(first);
  expect(first).toMatch(/^<mail-[0-9a-f]{32}@[a-z.]+>$/);
});
