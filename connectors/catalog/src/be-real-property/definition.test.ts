import { describe, expect, it } from 'vitest';

import { beRealProperty } from '../index.ts';
import { itMeetsEveryFault, useSandboxWorld } from '../testing/sandbox-world.ts';

describe('the real property register', () => {
  const world = useSandboxWorld();
  itMeetsEveryFault(world, beRealProperty, 'real-property');

  it('answers that a household owns nothing', async () => {
    const outcome = await world.run(beRealProperty, { nationalNumbers: ['79000090179', '81000090421'] });

    expect(outcome).toMatchObject({ output: { ownsProperty: false, rights: [] } });
    expect(world.records).toHaveLength(2);
  });

  it('answers who owns what share', async () => {
    expect(await world.run(beRealProperty, { nationalNumbers: ['87000091836'] })).toMatchObject({
      output: { ownsProperty: true, rights: [{ nationalNumber: '87000091836', right: 'full', share: '1/2' }] },
    });
  });
});
