import { describe, expect, it } from 'vitest';
import { letter } from '../index.ts';
import { usePlatformWorld } from '../testing/platform-world.ts';

describe('the letter', () => {
  const platform = usePlatformWorld();
  const written = { documentId: 'doc-9', language: 'nl', subject: 'Beslissing', isMailed: true };

  it('asks the platform to write it, to file it and to tell of it, under the key of its job', async () => {
    platform.answerWith({ status: 201, body: written });

    const outcome = await platform.run(letter, {
      template: 'grant',
      channel: ['portal', 'email'],
      values: { amount: 160 },
    });

    expect(outcome).toMatchObject({ variables: { letter: written } });
    expect(platform.seen).toMatchObject([
      {
        path: '/api/connector/case/letters',
        idempotencyKey: '1-2',
        body: { template: 'grant', channel: ['portal', 'email'], values: { amount: 160 } },
      },
    ]);
  });

  it('goes to the portal unless another channel is chosen', async () => {
    platform.answerWith({ status: 201, body: { ...written, isMailed: false } });

    const outcome = await platform.run(letter, { template: 'acknowledgement' });

    expect(platform.seen[0]?.body).toEqual({ template: 'acknowledgement', channel: ['portal'], values: {} });
    expect(outcome).toMatchObject({ variables: { letter: { isMailed: false } } });
  });
});
