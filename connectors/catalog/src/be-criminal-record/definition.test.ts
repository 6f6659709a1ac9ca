import { describe, expect, it } from 'vitest';

import { beCriminalRecord } from '../index.ts';
import { itMeetsEveryFault, useSandboxWorld } from '../testing/sandbox-world.ts';

describe('the criminal record', () => {
  const world = useSandboxWorld();
  itMeetsEveryFault(world, beCriminalRecord, 'criminal-record');

  it('says that an extract is blank, and of which day', async () => {
    const today = new Date().toISOString().slice(0, 10);
    expect(await world.run(beCriminalRecord, { nationalNumber: '84000090286', model: '596.1-28' })).toMatchObject({
      output: { isBlank: true, asOf: today },
    });
  });

  it('says that one is not, and nothing of what stands in it', async () => {
    const outcome = await world.run(beCriminalRecord, { nationalNumber: '88.00.00-904.71' });

    expect(outcome).toMatchObject({ output: { isBlank: false } });
    expect(Object.keys((outcome as { output: object }).output).toSorted()).toEqual([
      'asOf',
      'attestationId',
      'isBlank',
      'validUntil',
    ]);
  });

  it('refuses a model that is none', async () => {
    expect(await world.run(beCriminalRecord, { nationalNumber: '84000090286', model: 'taxi' })).toMatchObject({
      kind: 'incident',
    });
  });
});
