import { describe, expect, it } from 'vitest';

import { beNationalRegister } from '../index.ts';
import { itMeetsEveryFault, useSandboxWorld } from '../testing/sandbox-world.ts';

describe('the national register', () => {
  const world = useSandboxWorld();
  itMeetsEveryFault(world, beNationalRegister, 'national-register');

  it('answers identity, address and household of a single parent', async () => {
    const outcome = await world.run(
      beNationalRegister,
      { nationalNumber: '84.00.00-902.86' },
      { now: () => new Date('2026-11-24T12:00:00Z') },
    );

    expect(outcome).toMatchObject({
      kind: 'output',
      variables: { person: { lastName: 'Varnelle' } },
      output: {
        nationalNumber: '84000090286',
        firstName: 'Inès',
        gender: 'F',
        registerType: 'RN',
        language: 'fr',
        isDeceased: false,
        address: { street: { nl: 'Verzonnen Zonnewijzerstraat' }, nisCode: '21015' },
        household: { adults: 1, children: 2, referenceNumber: '84000090286' },
      },
    });
  });

  it('makes a child an adult on the eighteenth birthday, at midnight in Brussels', async () => {
    const adultsAt = async (instant: string) => {
      const outcome = await world.run(
        beNationalRegister,
        { nationalNumber: '84000090286' },
        { now: () => new Date(instant) },
      );
      return outcome.kind === 'output'
        ? (outcome.output as { household: { adults: number } }).household.adults
        : outcome;
    };

    expect(await adultsAt('2030-09-02T21:59:59Z')).toBe(1);
    expect(await adultsAt('2030-09-02T22:00:00Z')).toBe(2);
  });

  it('does not count the dead in a household', async () => {
    const outcome = await world.run(beNationalRegister, { nationalNumber: '80000093665' });

    expect(outcome).toMatchObject({ output: { household: { adults: 1, children: 1 } } });
  });

  it.each([
    ['ID_REPLACED', '91000091229', { newId: '91000091427' }],
    ['ID_CANCELED', '99000095062', {}],
    ['ID_UNKNOWN', '00000000196', {}],
  ])('answers %s', async (code, nationalNumber, variables) => {
    expect(await world.run(beNationalRegister, { nationalNumber })).toMatchObject({
      kind: 'bpmnError',
      code,
      variables,
    });
  });

  it('does not trouble the source with a number whose check digits are wrong', async () => {
    const outcome = await world.run(beNationalRegister, { nationalNumber: '84000090287' });

    expect(outcome).toMatchObject({ kind: 'bpmnError', code: 'ID_UNKNOWN' });
    expect(world.records).toEqual([]);
  });
});
