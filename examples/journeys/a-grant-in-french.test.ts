import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantInFrench } from './flows/grant-in-french.ts';
import { openWorld, type World } from './kit/world.ts';

describe('journey a: a grant, in French', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld({ store: 'embedded' });
  });
  afterAll(() => world?.close());

  it('goes from the form to the letter, and the applicant has followed every step', async () => {
    const { letters, mails } = await grantInFrench(world, 'a');
    expect(letters.toSorted()).toEqual([
      'Accusé de réception de votre demande',
      'Décision d’octroi de l’allocation de loyer',
      'Votre dossier est complet',
    ]);
    expect(mails).toHaveLength(2);
  });
});
