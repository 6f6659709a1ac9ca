import { describe, expect, it } from 'vitest';

import { crmChanges, crmUpsert } from '../index.ts';
import { itMeetsTheFaultsOfTheCrm } from '../testing/crm-faults.ts';
import { useSandboxWorld } from '../testing/sandbox-world.ts';

const hour = 3_600_000;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

describe('what changed in the CRM', () => {
  const world = useSandboxWorld();
  itMeetsTheFaultsOfTheCrm(world, { ...crmChanges, example: { object: 'Account', since: ago(hour) } });

  it('tells what is new since then, and from when to go on', async () => {
    const written = await world.run(crmUpsert, crmUpsert.example);
    const id = (written as { output: { id: string } }).output.id;
    const now = () => new Date(Date.now() + 1000);

    const first = await world.run(crmChanges, { object: 'Account', since: ago(hour) }, { now });
    expect(first).toMatchObject({ output: { changed: [id], deleted: [] } });
    const { until } = (first as { output: { until: string } }).output;
    const next = await world.run(
      crmChanges,
      { object: 'Account', since: until },
      { now: () => new Date(Date.parse(until) + 1000) },
    );

    expect(next).toMatchObject({ output: { changed: [], deleted: [] } });
  });

  it('waits for a person when it is asked for more than the CRM remembers', async () => {
    expect(await world.run(crmChanges, { object: 'Account', since: ago(40 * 24 * hour) })).toMatchObject({
      kind: 'incident',
      message: expect.stringContaining('INVALID_REPLICATION_DATE'),
    });
  });
});
