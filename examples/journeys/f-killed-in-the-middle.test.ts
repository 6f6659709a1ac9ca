import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantInFrench } from './flows/grant-in-french.ts';
import { mailsTo } from './kit/mails.ts';
import { openWorld, type World } from './kit/world.ts';
import { plainAnswers } from './pages/portal.ts';

describe('journey f: the server is killed in the middle of journey a', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld({ store: 'embedded' });
  });
  afterAll(() => world?.close());

  it('loses nothing and doubles nothing', async () => {
    let forgotten: readonly string[] = [];
    const { letters, mails, reference } = await grantInFrench(world, 'f', {
      beforeInstruction: async () => {
        forgotten = (await mailsTo(world.installation, plainAnswers.email)).map(({ messageId }) => messageId);
        await world.server.kill();
        await world.restart();
      },
      forgottenMails: () => forgotten,
    });
    expect(reference).toMatch(/-000001-/);
    expect(letters.toSorted()).toEqual([
      'Accusé de réception de votre demande',
      'Décision d’octroi de l’allocation de loyer',
      'Votre dossier est complet',
    ]);
    // A letter may be announced twice when the kill falls between sending and noting it; both then carry one Message-ID.
    expect(new Set(mails).size).toBe(2);
  });
});
