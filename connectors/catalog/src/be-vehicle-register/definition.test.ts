import { describe, expect, it } from 'vitest';

import { beVehicleRegister } from '../index.ts';
import { itMeetsEveryFault, useSandboxWorld } from '../testing/sandbox-world.ts';

describe('the vehicle register', () => {
  const world = useSandboxWorld();
  itMeetsEveryFault(world, beVehicleRegister, 'vehicle-register');

  it.each([
    ['SANDBX26TESTCAR01', 'none'],
    ['SANDBX19TESTCAR02', 'other'],
  ])('says of %s that its holder is "%s", and never who', async (vin, holder) => {
    const answer = await world.run(beVehicleRegister, { holderNumber: '84000090286', vin });
    expect(answer).toMatchObject({ output: { vin, holder } });
    expect(JSON.stringify(answer)).not.toContain('91000091427');
  });

  it('knows who asks as the holder', async () => {
    const asked = { holderNumber: '91000091427', vin: 'SANDBX19TESTCAR02' };
    expect(await world.run(beVehicleRegister, asked)).toMatchObject({ output: { holder: 'self', plate: '1-XZB-002' } });
  });

  it('is asked for a company as well', async () => {
    const asked = { holderNumber: 'BE 0999.999.130', vin: 'SANDBX18TESTCAR05' };
    expect(await world.run(beVehicleRegister, asked)).toMatchObject({ output: { holder: 'self', status: 'stolen' } });
    expect(world.records).toMatchObject([{ subject: '0999999130' }]);
  });

  it('answers NO_DATA for a vehicle that it does not know, and ID_UNKNOWN for a number of nobody', async () => {
    const unknown = { holderNumber: '84000090286', vin: 'SANDBX00TESTCAR99' };
    expect(await world.run(beVehicleRegister, unknown)).toMatchObject({ code: 'NO_DATA' });
    const nobody = { holderNumber: '84000090287', vin: 'SANDBX26TESTCAR01' };
    expect(await world.run(beVehicleRegister, nobody)).toMatchObject({ code: 'ID_UNKNOWN' });
  });
});
