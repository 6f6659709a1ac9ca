import { describe, expect, it } from 'vitest';

import { crmLoad, crmLoadResult, crmQuery } from '../index.ts';
import { itMeetsTheFaultsOfTheCrm } from '../testing/crm-faults.ts';
import { useSandboxWorld } from '../testing/sandbox-world.ts';

describe('writing many records of the CRM', () => {
  const world = useSandboxWorld();
  itMeetsTheFaultsOfTheCrm(world, crmLoad);

  const load = async (rows: Parameters<typeof crmLoad.run>[0]['rows']): Promise<string> => {
    const outcome = await world.run(crmLoad, { object: 'Contact', externalIdField: 'Party_Id__c', rows });
    expect(outcome).toMatchObject({ kind: 'output', output: { rows: rows.length } });
    return (outcome as { output: { loadId: string } }).output.loadId;
  };
  const read = () =>
    world.run(crmQuery, {
      query: 'SELECT Party_Id__c, LastName, Email FROM Contact WHERE Email != :none',
      parameters: { none: null },
    });

  it('waits until the CRM is done, then tells what it refused and why', async () => {
    const loadId = await load([
      { Party_Id__c: 'p-1', LastName: 'Vander"molen, Griet\n2', Email: 'g@example.org' },
      { Party_Id__c: 'p-2', Email: 'no-name@example.org' },
    ]);
    const waits = [];
    for (
      let outcome = await world.run(crmLoadResult, { loadId });
      ;
      outcome = await world.run(crmLoadResult, { loadId })
    ) {
      waits.push(outcome);
      if (outcome.kind !== 'notYet') break;
    }

    expect(waits[0]).toMatchObject({ kind: 'notYet', afterMs: 15_000 });
    expect(waits.at(-1)).toMatchObject({
      output: {
        processed: 2,
        failed: 1,
        failures: [{ row: { Party_Id__c: 'p-2', Email: 'no-name@example.org' }, reason: 'REQUIRED_FIELD_MISSING' }],
      },
    });
    expect(await read()).toMatchObject({
      output: { records: [{ Party_Id__c: 'p-1', LastName: 'Vander"molen, Griet\n2', Email: 'g@example.org' }] },
    });
  });

  it('empties a field that is null and leaves one that is not there', async () => {
    const first = await load([{ Party_Id__c: 'p-1', Email: null }]);
    for (let kind = 'notYet'; kind === 'notYet';) kind = (await world.run(crmLoadResult, { loadId: first })).kind;

    expect(await read()).toMatchObject({ output: { total: 0 } });
    expect(
      await world.run(crmQuery, {
        query: 'SELECT LastName FROM Contact WHERE Party_Id__c = :party',
        parameters: { party: 'p-1' },
      }),
    ).toMatchObject({ output: { records: [{ LastName: 'Vander"molen, Griet\n2' }] } });
  });

  it('sends nothing when a row has no external number', async () => {
    expect(
      await world.run(crmLoad, { ...crmLoad.example, rows: [{ Enterprise_Number__c: '1' }, { Name: 'x' }] }),
    ).toMatchObject({ kind: 'incident', message: expect.stringContaining('row 2') });
  });

  it('says of a load that the CRM does not know, or that it ended, that it has no result', async () => {
    expect(await world.run(crmLoadResult, crmLoadResult.example)).toMatchObject({
      kind: 'incident',
      message: expect.stringContaining('NOT_FOUND'),
    });
  });
});
