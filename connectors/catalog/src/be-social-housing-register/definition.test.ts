import { describe, expect, it } from 'vitest';

import { beSocialHousingRegister } from '../index.ts';
import { itMeetsEveryFault, useSandboxWorld } from '../testing/sandbox-world.ts';

describe('the social housing register', () => {
  const world = useSandboxWorld();
  itMeetsEveryFault(world, beSocialHousingRegister, 'social-housing-register');

  it('answers points and reference person', async () => {
    expect(await world.run(beSocialHousingRegister, { nationalNumber: '84000090286' })).toMatchObject({
      output: { registrationNumber: 'SH-1001', isReferencePerson: true, priorityPoints: 4, status: 'waiting' },
    });
  });

  it('tells a spouse from the reference person', async () => {
    expect(await world.run(beSocialHousingRegister, { nationalNumber: '81000090421' })).toMatchObject({
      output: { isReferencePerson: false, referenceNumber: '79000090179' },
    });
  });

  it('answers NO_DATA for someone who never registered', async () => {
    expect(await world.run(beSocialHousingRegister, { nationalNumber: '84000092464' })).toMatchObject({
      code: 'NO_DATA',
    });
  });
});
