import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantInFrench } from './flows/grant-in-french.ts';
import { openWorld, type World } from './kit/world.ts';

describe('journey g: journey a with the engine in another process, reached only by its addresses', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld({ engine: 'cluster' });
  });
  afterAll(() => world?.close());

  it('goes from the form to the letter as on one machine', async () => {
    const { letters, mails } = await grantInFrench(world, 'g');
    expect(letters).toHaveLength(3);
    expect(mails).toHaveLength(2);
  });
});
