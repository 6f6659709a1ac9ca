import { describe, expect, it } from 'vitest';

import { letter } from '../index.ts';
import { usePlatformWorld } from '../testing/platform-world.ts';

describe('the letter', () => {
  const world = usePlatformWorld();

  it('asks the platform to write, file and send it, and hands over the document', async () => {
    world.answerWith({ status: 201, body: { documentId: 'doc-9', language: 'nl', subject: 'Beslissing' } });

    const outcome = await world.run(letter, {
      template: 'L-GRANT',
      channel: ['portal', 'email'],
      values: { amount: 160, from: '2026-12-01' },
    });

    expect(outcome).toMatchObject({ variables: { letter: { documentId: 'doc-9', language: 'nl' } } });
    expect(world.seen).toMatchObject([
      {
        path: '/api/connector/cases/c0ffee/letters',
        idempotencyKey: '1-2',
        body: { template: 'L-GRANT', channel: ['portal', 'email'], values: { amount: 160, from: '2026-12-01' } },
      },
    ]);
  });

  it('goes to the portal unless another channel is chosen', async () => {
    world.answerWith({ status: 201, body: { documentId: 'doc-9', language: 'fr', subject: 'Accusé' } });

    await world.run(letter, { template: 'L-ACK' });

    expect(world.seen[0]?.body).toEqual({ template: 'L-ACK', channel: ['portal'], values: {} });
  });
});
