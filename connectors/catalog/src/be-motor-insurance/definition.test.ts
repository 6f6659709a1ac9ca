import { describe, expect, it } from 'vitest';

import { beMotorInsurance } from '../index.ts';
import { itMeetsEveryFault, useSandboxWorld } from '../testing/sandbox-world.ts';

describe('the motor insurance', () => {
  const world = useSandboxWorld();
  itMeetsEveryFault(world, beMotorInsurance, 'motor-insurance');

  it('answers who insures a vehicle, and NO_DATA when nobody does', async () => {
    const asked = { holderNumber: '84000090286', vin: 'SANDBX22TESTVAN03' };
    expect(await world.run(beMotorInsurance, asked)).toMatchObject({
      output: { isInsured: true, insurer: 'Assurances du Phare' },
    });
    const nobody = { holderNumber: '84000090286', vin: 'SANDBX18TESTCAR05' };
    expect(await world.run(beMotorInsurance, nobody)).toMatchObject({ code: 'NO_DATA' });
  });
});
