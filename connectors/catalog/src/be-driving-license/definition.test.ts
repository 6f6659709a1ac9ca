import { describe, expect, it } from 'vitest';

import { beDrivingLicense } from '../index.ts';
import { itMeetsEveryFault, useSandboxWorld } from '../testing/sandbox-world.ts';

describe('the driving license register', () => {
  const world = useSandboxWorld();
  itMeetsEveryFault(world, beDrivingLicense, 'driving-license');

  it('answers the categories of a driver and since when', async () => {
    expect(await world.run(beDrivingLicense, { nationalNumber: '84.00.00-902.86' })).toMatchObject({
      output: { status: 'valid', country: 'BE', categories: [{ category: 'B', since: '2004-06-17' }] },
    });
  });

  it('says of a license that was taken away that it is not valid', async () => {
    expect(await world.run(beDrivingLicense, { nationalNumber: '81000090421' })).toMatchObject({
      output: { status: 'suspended' },
    });
  });

  it('answers NO_DATA for whoever never passed', async () => {
    expect(await world.run(beDrivingLicense, { nationalNumber: '12000090159' })).toMatchObject({ code: 'NO_DATA' });
  });
});
