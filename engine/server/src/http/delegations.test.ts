import type { Role } from '@irisflow/access';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenCase, givenProcedure, offerBulk, processOf, taskOf } from '../testing/given-case.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

interface Delegation {
  readonly id: string;
  readonly state: string;
}

const system = { kind: 'job', name: 'operator' } as const;
const brusselsDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' });
const capacity = { fr: 'Attaché', nl: 'Attaché', en: 'Attaché' };

describe('powers that are delegated, over HTTP, on the real engine', () => {
  let given: TestPlatform;
  let anne: Visitor;
  let bob: Visitor;
  let chief: Visitor;
  let citizen: Visitor;
  let mia: Visitor;
  let ids: Record<string, string> = {};

  const idOf = async (clerk: Visitor): Promise<string> =>
    (await clerk.ask<{ person: { id: string } }>('getSession')).person.id;
  const day = (ahead: number): string => brusselsDay.format(given.clock.now() + ahead * 86_400_000);
  const body = (more: object = {}) => ({
    delegateId: ids['bob'] ?? '',
    from: day(0),
    to: day(10),
    groups: ['directors'],
    procedures: null,
    capacity,
    instrument: 'AM 1',
    ...more,
  });
  const give = (more: object = {}, by = anne) => by.call('giveDelegation', { body: body(more) });
  const withdraw = (delegationId: string, by = anne) => by.call('withdrawDelegation', { params: { delegationId } });
  const listOf = async (clerk: Visitor) =>
    (await clerk.ask<{ items: { id: string; delegators: { name: string }[] }[] }>('listTasks')).items;

  beforeAll(async () => {
    given = await openTestPlatform();
    const { app, casework } = given;
    const person = (name: string, roles: Role[], administration: string, groups: string[] = []) =>
      givenPerson(app, casework, { name, roles, administration, groups });
    const analyst = await person('Ana', ['analyst'], 'brussels-housing');
    anne = await person('Anne', ['agent'], 'brussels-housing', ['directors']);
    bob = await person('Bob', ['agent'], 'brussels-housing');
    chief = await person('Chief', ['supervisor'], 'brussels-housing', ['directors']);
    mia = await person('Mia', ['agent', 'supervisor', 'administrator'], 'brussels-mobility', ['directors']);
    citizen = await givenPerson(app, casework, { name: 'Léa', roles: ['citizen'] });
    const process = processOf('roof-aid').replace('candidateGroups="agent"', 'candidateGroups="directors"');
    await givenProcedure(analyst, 'roof-aid', process);
    await offerBulk(analyst, 'roof-aid');
    ids = { anne: await idOf(anne), bob: await idOf(bob), mia: await idOf(mia) };
  });
  afterAll(() => given.close());

  it('refuses what nobody may give, in words that name the field', async () => {
    for (const [more, status, pointer] of [
      [{ delegateId: ids['anne'] }, 400, '/delegateId'],
      [{ groups: ['directors', 'supervisor'] }, 400, '/groups'],
      [{ procedures: ['taxi-permit'] }, 400, '/procedures'],
      [{ from: day(3), to: day(2) }, 400, '/to'],
      [{ to: day(4000) }, 400, '/to'],
      [{ from: day(-1) }, 400, '/from'],
      [{ instrument: '  ' }, 400, '/instrument'],
    ] as const) {
      const answer = await give(more);
      expect([answer.statusCode, answer.json<{ errors?: { pointer: string }[] }>().errors?.[0]?.pointer]).toEqual([
        status,
        pointer,
      ]);
    }
    expect((await give({ delegateId: ids['mia'] })).statusCode).toBe(404);
    for (const odd of [{ groups: [] }, { groups: 'directors' }, { from: '2026-02-31' }, { delegatorId: ids['mia'] }])
      expect((await give(odd)).statusCode).toBeGreaterThanOrEqual(400);
    expect((await give({}, citizen)).statusCode).toBe(403);
  });

  it('lets the delegate do the tasks until it is withdrawn, and shows the other administration nothing', async () => {
    const caseId = await givenCase(citizen, 'roof-aid');
    const taskId = await taskOf(given.casework, chief, caseId);
    const claim = (by: Visitor) => by.call('claimTask', { params: { taskId } });
    expect((await claim(bob)).statusCode).toBe(403);
    const made = await anne.ask<Delegation>('giveDelegation', { body: body() });
    expect(made.state).toBe('inForce');
    expect(await listOf(bob)).toMatchObject([{ id: taskId, delegators: [{ name: 'Anne' }] }]);
    expect(await bob.ask('getTaskCounters')).toMatchObject({ team: 1, unassigned: 1 });
    expect((await claim(bob)).statusCode).toBe(200);
    expect((await claim(mia)).statusCode).toBe(404);
    expect((await withdraw(made.id, mia)).statusCode).toBe(404);
    expect((await mia.ask<{ delegations: Delegation[] }>('listDelegations')).delegations).toEqual([]);
    expect((await chief.ask<{ delegations: Delegation[] }>('listDelegations')).delegations).toMatchObject([made]);
    expect((await withdraw(made.id, bob)).statusCode).toBe(403);
    expect((await withdraw(made.id)).statusCode).toBe(204);
    expect((await withdraw(made.id)).statusCode).toBe(409);
    const answers = { data: { conclusion: 'granted' } };
    const complete = await bob.call('completeTask', { params: { taskId }, body: answers });
    expect(complete.statusCode).toBe(403);
    await bob.ask('releaseTask', { params: { taskId } });
  });

  it('decides many at once in the name of who delegated, and no longer once that is over', async () => {
    const caseIds = [await givenCase(citizen, 'roof-aid'), await givenCase(citizen, 'roof-aid')];
    const taskIds: string[] = [];
    for (const caseId of caseIds) taskIds.push(await taskOf(given.casework, chief, caseId));
    const assess = () =>
      bob.ask<{ tasks: { reason: string | null }[] }>('assessBulkTasks', { body: { like: taskIds[0], taskIds } });
    expect((await assess()).tasks.map(({ reason }) => reason)).toEqual(['role', 'role']);
    const { id } = await anne.ask<Delegation>('giveDelegation', { body: body({ procedures: ['roof-aid'] }) });
    expect((await assess()).tasks.map(({ reason }) => reason)).toEqual([null, null]);
    const decide = async (taskId: string | undefined) => {
      const started = await bob.ask<{ id: string }>('startBulkDecision', {
        body: { taskIds: [taskId], answers: { '/conclusion': 'granted' } },
      });
      return started.id;
    };
    const first = await decide(taskIds[0]);
    while ((await given.casework.bulk.workOff(system, {})) > 0);
    const second = await decide(taskIds[1]);
    // Between the moment at which it was started and the one at which it is done, the right is taken back.
    await withdraw(id);
    while ((await given.casework.bulk.workOff(system, {})) > 0);
    const itemsOf = async (bulkId: string) =>
      (await bob.ask<{ items: { items: { state: string; reason: string | null }[] } }>('getBulkDecision', {
        params: { bulkId },
      })) as object;
    expect(JSON.stringify(await itemsOf(first))).toContain('"done"');
    expect(JSON.stringify(await itemsOf(second))).toContain('"role"');
    const rows = await given.database.query<{ completed_under: string | null }>(
      'select completed_under from casework.task where id = any($1::text[]) order by id = $2 desc',
      [taskIds, taskIds[0]],
    );
    expect(rows.map((row) => row.completed_under)).toEqual([id, null]);
  });
});
