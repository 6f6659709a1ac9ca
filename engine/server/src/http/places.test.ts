import { bpmnProcess } from '@irisflow/bpmn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenCase, givenProcedure, leaveRight, taskOf } from '../testing/given-case.ts';
import { givenConnector } from '../testing/given-connector.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

/** A clerk gives a place; it is reserved when they have decided so. */
const process = bpmnProcess('taxi-place')
  .start()
  .userTask('instruct', { candidateGroups: 'agent' })
  .serviceTask('reserve', { type: 'case-store', inputs: { operation: 'reserve-place', quota: '= which' } })
  .end()
  .toXml();

interface Place {
  readonly outcome: string;
  readonly position: number | null;
}

describe('the last place of a quota, over HTTP', () => {
  let given: TestPlatform;
  let clerks: readonly [Visitor, Visitor];
  let citizens: readonly [Visitor, Visitor];

  beforeAll(async () => {
    given = await openTestPlatform();
    const { app, casework } = given;
    const administration = 'brussels-housing';
    const analyst = await givenPerson(app, casework, { name: 'Ann', roles: ['analyst'], administration });
    const clerk = (name: string) => givenPerson(app, casework, { name, roles: ['agent'], administration });
    const citizen = (name: string) => givenPerson(app, casework, { name, roles: ['citizen'] });
    clerks = [await clerk('Amy'), await clerk('Ben')];
    citizens = [await citizen('Cy'), await citizen('Di')];
    await givenProcedure(analyst, 'taxi-place', process);
    await leaveRight(analyst, 'taxi-place');
  }, 60_000);
  afterAll(() => given.close());

  /** A clerk grants a case; the step that follows asks for a place. */
  const grant = async (clerk: Visitor, caseId: string): Promise<Place> => {
    const params = { taskId: await taskOf(given.casework, clerk, caseId) };
    await clerk.ask('claimTask', { params });
    await clerk.ask('completeTask', { params, body: { data: { conclusion: 'Granted' } } });
    const connector = await givenConnector(given, caseId);
    return connector.ask<Place>('changePlace', {
      body: { action: 'reserve', quota: 'flagey' },
      headers: { 'idempotency-key': caseId },
    });
  };

  it('story 13: two clerks take it in the same second; one gets it, the other is told position 1, and so is whoever waits', async () => {
    const cases = await Promise.all(citizens.map((citizen) => givenCase(citizen, 'taxi-place')));
    const places = await Promise.all(cases.map((caseId, index) => grant(clerks[index] as Visitor, caseId)));
    expect(places.map(({ outcome }) => outcome).toSorted()).toEqual(['reserved', 'waiting']);
    const second = places.findIndex(({ outcome }) => outcome === 'waiting');
    expect(places[second]).toMatchObject({ position: 1 });
    const params = { caseId: cases[second] ?? '' };
    const waits = [{ state: 'waiting', position: 1 }];
    expect(await clerks[second]?.ask('listPlacesOfCase', { params })).toMatchObject(waits);
    expect(await citizens[second]?.ask('listMyPlaces', { params })).toMatchObject(waits);
    const quota = { params: { procedureKey: 'taxi-place', quotaKey: 'flagey' } };
    expect(await clerks[0].ask('getQuota', quota)).toMatchObject({ ceiling: 1, reserved: 1, held: 0, waiting: 1 });
  }, 60_000);
});
