import { describe, expect, it } from 'vitest';

import { beTechnicalInspection } from '../index.ts';
import { itMeetsEveryFault, useSandboxWorld } from '../testing/sandbox-world.ts';

describe('the technical inspection', () => {
  const world = useSandboxWorld();
  itMeetsEveryFault(world, beTechnicalInspection, 'technical-inspection');

  it('answers the last inspection, and NO_DATA when there was none', async () => {
    const asked = { holderNumber: '84000090286', vin: 'SANDBX19TESTCAR02' };
    expect(await world.run(beTechnicalInspection, asked)).toMatchObject({
      output: { result: 'passed', inspectedOn: '2026-09-14' },
    });
    const never = { holderNumber: '84000090286', vin: 'SANDBX18TESTCAR05' };
    expect(await world.run(beTechnicalInspection, never)).toMatchObject({ code: 'NO_DATA' });
  });
});
