import { describe, expect, it } from 'vitest';

import { beLeaseRegister } from '../index.ts';
import { itMeetsEveryFault, useSandboxWorld } from '../testing/sandbox-world.ts';

describe('the lease register', () => {
  const world = useSandboxWorld();
  itMeetsEveryFault(world, beLeaseRegister, 'lease-register');

  it('answers the registered lease of a tenant', async () => {
    expect(await world.run(beLeaseRegister, { nationalNumber: '82000092323' })).toMatchObject({
      output: { leaseId: 'L-2005', type: 'principalResidence', monthlyRent: 520, landlordType: 'socialRentalAgency' },
    });
  });

  it('answers NO_DATA when the lease was never registered', async () => {
    expect(await world.run(beLeaseRegister, { nationalNumber: '96000093019' })).toMatchObject({ code: 'NO_DATA' });
  });
});
