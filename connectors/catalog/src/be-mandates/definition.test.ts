import { describe, expect, it } from 'vitest';

import { beMandates } from '../index.ts';
import { itMeetsEveryFault, useSandboxWorld } from '../testing/sandbox-world.ts';

describe('the register of mandates', () => {
  const world = useSandboxWorld();
  itMeetsEveryFault(world, beMandates, 'mandates');
  const taxis = { enterpriseNumber: '0999.999.031', scope: 'taxi' };

  it.each([
    ['a director by law', '79000090179', { mayAct: true, as: 'legalRepresentative', from: '2012-03-01' }],
    ['whoever has a mandate', '84000090286', { mayAct: true, as: 'mandatary', from: '2025-01-01' }],
    ['whoever had one', '88000090471', { mayAct: false, as: 'nobody' }],
    ['whoever never had one', '81000090421', { mayAct: false, as: 'nobody' }],
  ])('says of %s whether they may act', async (_, nationalNumber, expected) => {
    expect(await world.run(beMandates, { nationalNumber, ...taxis })).toMatchObject({ output: expected });
  });

  it('counts a mandate for its own matter alone', async () => {
    expect(await world.run(beMandates, { ...taxis, nationalNumber: '84000090286', scope: 'accounts' })).toMatchObject({
      output: { mayAct: false },
    });
  });

  it('answers ID_UNKNOWN where there is no such company', async () => {
    expect(
      await world.run(beMandates, { ...taxis, nationalNumber: '84000090286', enterpriseNumber: '0999999328' }),
    ).toMatchObject({ code: 'ID_UNKNOWN' });
  });
});
