import { describe, expect, it } from 'vitest';

import { beAddress } from '../index.ts';
import { useSandboxWorld } from '../testing/sandbox-world.ts';

describe('the address register', () => {
  const world = useSandboxWorld();

  it('normalizes an address, whatever the accents and the language', async () => {
    const outcome = await world.run(beAddress, { street: 'verzonnen zonnewijzerstraat', houseNumber: '12' });

    expect(outcome).toMatchObject({
      output: {
        street: { fr: 'Rue du Cadran Inventé' },
        boxNumber: '2',
        postCode: '1030',
        municipality: { fr: 'Schaerbeek', nl: 'Schaarbeek' },
        isInRegion: true,
      },
    });
    expect(world.records).toEqual([]);
  });

  it('decides by the commune that a place is outside the Region', async () => {
    const outcome = await world.run(beAddress, { street: 'Drève du Moulin Rêvé', houseNumber: '40' });

    expect(outcome).toMatchObject({ output: { nisCode: '23088', isInRegion: false } });
  });

  it('trap 7, a postcode is no commune: answers AMBIGUOUS with the number of matches, until the commune tells them apart', async () => {
    const street = 'Avenue des Lanternes Imaginaires';

    expect(await world.run(beAddress, { street, houseNumber: '7', postCode: '1050' })).toMatchObject({
      code: 'AMBIGUOUS',
      variables: { count: 2 },
    });
    expect(await world.run(beAddress, { street, houseNumber: '7', municipality: 'Brussel' })).toMatchObject({
      output: { nisCode: '21004', postCode: '1050' },
    });
  });

  it('answers NO_DATA for an unknown address', async () => {
    expect(await world.run(beAddress, { street: 'Nulle Part', houseNumber: '1' })).toMatchObject({ code: 'NO_DATA' });
  });

  it.each([
    ['unavailable', { kind: 'retry' }],
    ['rate-limit', { kind: 'retry', afterMs: 2000 }],
    ['no-authorization', { kind: 'bpmnError', code: 'NO_AUTHORIZATION' }],
    ['no-data', { kind: 'bpmnError', code: 'NO_DATA' }],
  ] as const)('answers the fault "%s"', async (mode, expected) => {
    await world.setFault('address-register', mode);

    expect(await world.run(beAddress, beAddress.example)).toMatchObject(expected);
  });
});
