import { describe, expect, it } from 'vitest';

import { beVehicleRegistration } from '../index.ts';
import { itMeetsEveryFault, useSandboxWorld } from '../testing/sandbox-world.ts';

describe('the federal registration service', () => {
  const world = useSandboxWorld();
  itMeetsEveryFault(world, beVehicleRegistration, 'vehicle-registration');

  const holderNumber = '84000090286';

  it('registers online and says the plate', async () => {
    const asked = { operation: 'register', holderNumber, vin: 'SANDBX26TESTCAR01', requestType: 'first' } as const;
    expect(await world.run(beVehicleRegistration, asked)).toMatchObject({
      output: { outcome: 'registered', plate: '2-XZA-001' },
    });
  });

  it('throws REJECTED with the reasons of the service', async () => {
    const asked = { operation: 'register', holderNumber, vin: 'SANDBX20TESTCAR04' } as const;
    expect(await world.run(beVehicleRegistration, asked)).toMatchObject({
      kind: 'bpmnError',
      code: 'REJECTED',
      variables: { rejectionReasons: ['customsNotCleared'] },
    });
  });

  it('takes a file that it answers later', async () => {
    const asked = { operation: 'send-file', holderNumber, vin: 'SANDBX20TESTCAR04' } as const;
    expect(await world.run(beVehicleRegistration, asked)).toMatchObject({ output: { outcome: 'received' } });
  });

  it.each([
    ['IRIS', 'taken'],
    ['LARK-26', 'reserved'],
  ])('answers for the text %s that it is %s', async (plateText, outcome) => {
    const asked = { operation: 'reserve-text', holderNumber, vin: 'SANDBX26TESTCAR01', plateText } as const;
    expect(await world.run(beVehicleRegistration, asked)).toMatchObject({ output: { outcome } });
  });
});
