import type { Static } from 'typebox';
import { describe, expect, it } from 'vitest';

import { letter } from '../index.ts';
import { handleOf } from '@irisflow/connector-sdk/testing';
import { usePlatformWorld } from '../testing/platform-world.ts';
import { useSandboxWorld } from '../testing/sandbox-world.ts';

describe('the letter', () => {
  const platform = usePlatformWorld();
  const sandbox = useSandboxWorld();
  const to = 'applicant@sandbox.example';
  const notice = { to, subject: 'Een nieuwe brief in uw dossier', text: 'Lees hem in uw dossier.' };
  const run = (input: Static<typeof letter.input>) =>
    sandbox.run(letter, input, {
      caseHandle: handleOf('c0ffee'),
      settings: { ...sandbox.sandbox().settings, PLATFORM_URL: platform.url() },
      secrets: { ...sandbox.sandbox().secrets, PLATFORM_TOKEN: 'platform-token' },
      ports: { platform: platform.platform },
    });
  const caught = async (whose = to) =>
    (await (await fetch(`${sandbox.sandbox().mailUrl}/api/messages?to=${whose}`)).json()) as {
      subject: string;
      text: string;
    }[];

  it('asks the platform to write and file it, then tells the applicant by mail what is not confidential', async () => {
    platform.answerWith({ status: 201, body: { documentId: 'doc-9', language: 'nl', subject: 'Beslissing', notice } });

    const outcome = await run({ template: 'grant', channel: ['portal', 'email'], values: { amount: 160 } });

    expect(outcome).toMatchObject({ variables: { letter: { documentId: 'doc-9', language: 'nl', isMailed: true } } });
    expect(platform.seen).toMatchObject([
      {
        path: '/api/connector/case/letters',
        idempotencyKey: '1-2',
        body: { template: 'grant', channel: ['portal', 'email'], values: { amount: 160 } },
      },
    ]);
    expect(await caught()).toMatchObject([{ subject: notice.subject, text: expect.stringContaining(notice.text) }]);
  });

  it('reaches the applicant once and the process goes on, whoever else has an address that no server takes', async () => {
    const applicant = { ...notice, to: 'first@sandbox.example' };
    // What the mail server says of it is never final.
    const notices = [
      { ...notice, to: '' },
      { ...notice, to: 'lawyer@sandbox.example' },
    ];
    const body = { documentId: 'doc-9', language: 'nl', subject: 'Beslissing', notice: applicant, notices };
    platform.answerWith({ status: 201, body });

    const outcome = await run({ template: 'grant', channel: ['portal', 'email'] });

    expect(outcome).toMatchObject({ variables: { letter: { isMailed: true } } });
    expect(await caught('first@sandbox.example')).toHaveLength(1);
    expect(await caught('lawyer@sandbox.example')).toHaveLength(1);
  });

  it('tells nobody else before the applicant, who is told again later', async () => {
    const notices = [{ ...notice, to: 'second@sandbox.example' }];
    const body = { documentId: 'doc-9', language: 'nl', subject: 'Beslissing', notice: { ...notice, to: '' }, notices };
    platform.answerWith({ status: 201, body });

    expect(await run({ template: 'grant', channel: ['portal', 'email'] })).toMatchObject({ kind: 'retry' });
    expect(await caught('second@sandbox.example')).toEqual([]);
  });

  it('is not mailed to an applicant without an address', async () => {
    platform.answerWith({
      status: 201,
      body: { documentId: 'doc-9', language: 'fr', subject: 'Accusé', notice: null },
    });

    const outcome = await run({ template: 'acknowledgement', channel: ['portal', 'email'] });

    expect(outcome).toMatchObject({ variables: { letter: { isMailed: false } } });
  });

  it('goes to the portal unless another channel is chosen', async () => {
    platform.answerWith({ status: 201, body: { documentId: 'doc-9', language: 'fr', subject: 'Accusé', notice } });

    const outcome = await run({ template: 'acknowledgement' });

    expect(platform.seen[0]?.body).toEqual({ template: 'acknowledgement', channel: ['portal'], values: {} });
    expect(outcome).toMatchObject({ variables: { letter: { isMailed: false } } });
  });
});
