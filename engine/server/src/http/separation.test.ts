import type { Role } from '@irisflow/access';
import { bpmnProcess } from '@irisflow/bpmn';
import { marketRight } from '@irisflow/platform/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { givenCase, givenProcedure } from '../testing/given-case.ts';
import { givenConnector } from '../testing/given-connector.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

const key = 'stall-fine';
const administration = 'brussels-housing';
const system = { kind: 'job', name: 'operator' } as const;
const same = (text: string) => ({ fr: text, nl: text, en: text });

const process = bpmnProcess(key)
  .start()
  .userTask('propose', { candidateGroups: 'agent' })
  .userTask('sign', { candidateGroups: 'agent' })
  .serviceTask('record', { type: 'case-store', inputs: { operation: 'record-decision', outcome: 'granted' } })
  .end('fined')
  .toXml();

const task = { form: 'instruct', separateFrom: [] };
const tasks = {
  propose: { ...task, name: same('Propose the fine') },
  sign: {
    ...task,
    name: same('Sign the fine'),
    separateFrom: ['propose'],
    separateFromActs: ['inspection', 'hearing', 'opinion'],
    bulk: { fields: ['/conclusion'] },
  },
};
const inspection = {
  key: 'look',
  label: same('Look at the stall'),
  kind: 'workingDays',
  length: 10,
  form: 'instruct',
  of: { group: 'agent' },
};
/** The half of a fine that is not due while nothing new happens. */
const suspendedFine = {
  ...marketRight,
  key: 'suspended-fine',
  name: same('Suspended fine'),
  data: {
    type: 'object',
    required: ['amount'],
    properties: { amount: { type: 'string', format: 'money', label: same('Amount') } },
  },
};

interface Hands {
  readonly isKeptApart: boolean;
  readonly hands: readonly { readonly act: string; readonly name: string; readonly ofCase: string | null }[];
}

describe('a fine that somebody signs who neither inspected nor proposed, over HTTP, on the real engine', () => {
  let given: TestPlatform;
  let citizen: Visitor;
  let ida: Visitor;
  let pia: Visitor;
  let dirk: Visitor;
  let chief: Visitor;
  let ids: Readonly<Record<string, string>>;

  const idOf = async (clerk: Visitor) => (await clerk.ask<{ person: { id: string } }>('getSession')).person.id;
  const day = (ahead: number) => new Date(given.clock.now() + ahead * 86_400_000).toISOString().slice(0, 10);

  beforeAll(async () => {
    given = await openTestPlatform();
    const { app, casework } = given;
    const person = (name: string, roles: Role[]) => givenPerson(app, casework, { name, roles, administration });
    const analyst = await person('Ann', ['analyst']);
    [ida, pia, dirk, chief] = await Promise.all([
      person('Ida', ['agent']),
      person('Pia', ['agent']),
      person('Dirk', ['agent']),
      person('Chief', ['supervisor']),
    ]);
    ids = { ida: await idOf(ida), pia: await idOf(pia), dirk: await idOf(dirk) };
    citizen = await givenPerson(app, casework, { name: 'Cy', roles: ['citizen'] });
    const administrator = await person('Alma', ['administrator']);
    await administrator.ask('setPayee', { body: { iban: 'BE68539007547034', name: 'Housing', revision: 0 } });
    await givenProcedure(analyst, key);
    const params = { key };
    const draft = await analyst.ask<{ revision: number; files: { path: string; content: string }[] }>(
      'getProcedureDraft',
      { params },
    );
    const description = JSON.parse(
      draft.files.find(({ path }) => path === 'procedure.json')?.content ?? '{}',
    ) as object;
    let { revision } = draft;
    for (const [path, content] of [
      ['procedure.json', JSON.stringify({ ...description, tasks, inspections: [inspection] })],
      [`${key}.bpmn`, process],
      ['suspended-fine.right.json', JSON.stringify(suspendedFine)],
    ] as const)
      ({ revision } = await analyst.ask<{ revision: number }>('saveProcedureFile', {
        params,
        body: { path, content, revision },
      }));
    await analyst.ask('publishProcedure', { params, body: { note: 'Apart', revision } });
  }, 60_000);
  afterAll(() => given.close());

  const taskAt = (caseId: string, elementId: string): Promise<string> =>
    vi.waitFor(
      async () => {
        await given.casework.outbox.drain(system, {});
        await given.casework.tasks.synchronize(system, {});
        const { items } = await dirk.ask<{ items: { id: string; caseId: string; elementId: string }[] }>('listTasks', {
          query: { view: 'team' },
        });
        const found = items.find((item) => item.caseId === caseId && item.elementId === elementId);
        if (found === undefined) throw new Error(`Expected the task ${elementId} of ${caseId}, but it is not there`);
        return found.id;
      },
      { timeout: 10_000, interval: 100 },
    );
  const does = async (clerk: Visitor, taskId: string, params = { taskId }): Promise<void> => {
    await clerk.ask('claimTask', { params });
    await clerk.ask('completeTask', { params, body: { data: { conclusion: 'Fine' } } });
  };
  const inspects = async (clerk: Visitor, caseId: string): Promise<void> => {
    const order = {
      key: 'look',
      whom: { kind: 'declared' },
      address: 'Place Flagey',
      subject: 'Papers',
      documents: [],
    };
    await chief.ask('orderInspection', { params: { caseId }, body: order });
    const [asked] = await clerk.ask<{ id: string }[]>('listAskedInspections', { query: { state: 'open' } });
    const params = { inspectionId: asked?.id ?? '' };
    const report = { data: { conclusion: 'No paper' }, outcome: 'notCompliant' };
    await clerk.ask('reportInspection', { params, body: report });
  };
  const claimOf = async (clerk: Visitor, taskId: string): Promise<object> =>
    (await clerk.call('claimTask', { params: { taskId } })).json<object>();
  const refused = { status: 409, code: 'FOUR_EYES' };
  const proposed = async (): Promise<{ readonly caseId: string; readonly taskId: string }> => {
    const caseId = await givenCase(citizen, key);
    await does(pia, await taskAt(caseId, 'propose'));
    return { caseId, taskId: await taskAt(caseId, 'sign') };
  };
  const barsOf = async (taskId: string) => {
    const candidates = await chief.ask<{ name: string; bar: string | null }[]>('listCandidates', {
      params: { taskId },
    });
    return Object.fromEntries(candidates.map(({ name, bar }) => [name, bar]));
  };

  it('story 15: a director signs a fine with 50 % suspended; who inspected and who proposed are refused everywhere', async () => {
    const { caseId, taskId } = await proposed();
    await inspects(ida, caseId);
    for (const clerk of [ida, pia]) {
      expect(await claimOf(clerk, taskId)).toMatchObject(refused);
      const { tasks: assessed } = await clerk.ask<{ tasks: object[] }>('assessBulkTasks', {
        body: { like: taskId, taskIds: [taskId] },
      });
      expect(assessed).toMatchObject([{ reason: 'fourEyes' }]);
    }
    for (const personId of [ids['ida'], ids['pia']]) {
      const answer = await chief.call('assignTask', { params: { taskId }, body: { personId, reason: 'Busy' } });
      expect(answer.json()).toMatchObject({ code: 'FOUR_EYES' });
    }
    expect(await barsOf(taskId)).toMatchObject({ Ida: 'fourEyes', Pia: 'fourEyes', Dirk: null });

    await does(dirk, taskId);
    const connector = await givenConnector(given, caseId);
    const step = <Reply>(name: Parameters<Visitor['ask']>[0], body: object): Promise<Reply> =>
      connector.ask<Reply>(name, { body, headers: { 'idempotency-key': name } });
    await step('recordDecision', { outcome: 'granted', grounds: [], amount: 500 });
    const due = { kind: 'fine', label: same('Fine'), legalReference: 'Art. 10', reminderDays: 7, noticeDays: 14 };
    await step('askPayment', { ...due, amount: '250.00', days: 30 });
    await step('changeRight', { action: 'grant', kind: 'suspended-fine', data: { amount: '250.00' } });
    expect(await citizen.ask('listMyPayments')).toMatchObject([{ rest: '250.00' }]);
    expect(await citizen.ask('listMyRights')).toMatchObject([{ standing: 'valid' }]);

    const [hands] = await dirk.ask<Hands[]>('listDecisionHands', { params: { caseId } });
    expect(hands).toMatchObject({
      isKeptApart: true,
      hands: [
        { act: 'inspection', name: 'Ida', label: { en: 'Look at the stall' }, ofCase: null, decidedToo: false },
        { act: 'proposal', name: 'Pia', label: { en: 'Propose the fine' }, decidedToo: false },
        { act: 'decision', name: 'Dirk', label: { en: 'Sign the fine' } },
      ],
    });
    expect((await citizen.call('listDecisionHands', { params: { caseId } })).statusCode).toBe(403);
  }, 60_000);

  it('counts whoever inspected in a linked case, and says in which one', async () => {
    const first = await givenCase(citizen, key);
    await inspects(ida, first);
    const { caseId, taskId } = await proposed();
    expect(await barsOf(taskId)).toMatchObject({ Ida: null });
    await chief.ask('linkCase', {
      params: { caseId },
      body: { kind: 'followUpOf', ofCaseId: first, reason: 'Found there' },
    });
    expect(await claimOf(ida, taskId)).toMatchObject(refused);
    expect(await barsOf(taskId)).toMatchObject({ Ida: 'fourEyes', Dirk: null });
    await does(dirk, taskId);
    const connector = await givenConnector(given, caseId);
    const body = { outcome: 'granted', grounds: [] };
    await connector.ask('recordDecision', { body, headers: { 'idempotency-key': caseId } });
    const { reference } = await chief.ask<{ reference: string }>('getCase', { params: { caseId: first } });
    const [hands] = await chief.ask<Hands[]>('listDecisionHands', { params: { caseId } });
    expect(hands?.hands[0]).toMatchObject({ act: 'inspection', name: 'Ida', ofCase: reference });
  }, 60_000);

  it('keeps whoever takes back the link away all the same, and lets them through when somebody else does', async () => {
    const first = await givenCase(citizen, key);
    await inspects(ida, first);
    const { caseId, taskId } = await proposed();
    const unlink = async (clerk: Visitor, from: string): Promise<void> => {
      const link = { kind: 'followUpOf', ofCaseId: first, reason: 'Found there' };
      await chief.ask('linkCase', { params: { caseId: from }, body: link });
      const { links } = await chief.ask<{ links: { id: string }[] }>('getCaseLinks', { params: { caseId: from } });
      const params = { caseId: from, linkId: links[0]?.id ?? '' };
      await clerk.ask('unlinkCase', { params, body: { reason: 'Not the same' } });
    };
    await unlink(ida, caseId);
    expect(await claimOf(ida, taskId)).toMatchObject(refused);
    expect(await barsOf(taskId)).toMatchObject({ Ida: 'fourEyes', Dirk: null });
    await does(dirk, taskId);
    const connector = await givenConnector(given, caseId);
    const body = { outcome: 'granted', grounds: [] };
    await connector.ask('recordDecision', { body, headers: { 'idempotency-key': caseId } });
    const [hands] = await chief.ask<Hands[]>('listDecisionHands', { params: { caseId } });
    expect(hands?.hands.map(({ name }) => name)).toEqual(['Pia', 'Dirk']);

    const other = await proposed();
    await unlink(chief, other.caseId);
    expect(await barsOf(other.taskId)).toMatchObject({ Ida: null });
  }, 60_000);

  it('says in whose name an earlier decision was taken', async () => {
    const { caseId, taskId } = await proposed();
    const powers = { from: day(0), to: day(5), groups: ['agent'], procedures: null, instrument: 'AM 2' };
    await dirk.ask('giveDelegation', {
      body: { ...powers, capacity: same('Director'), delegateId: await idOf(chief) },
    });
    await does(chief, taskId);
    const connector = await givenConnector(given, caseId);
    for (const [number, outcome] of ['granted', 'refused'].entries())
      await connector.ask('recordDecision', {
        body: { outcome, grounds: [] },
        headers: { 'idempotency-key': `${caseId}-${number}` },
      });
    const decisions = await chief.ask<Hands[]>('listDecisionHands', { params: { caseId } });
    const taken = decisions.flatMap(({ hands }) => hands.filter(({ act }) => act === 'decision'));
    expect(taken).toHaveLength(3);
    for (const hand of taken) expect(hand).toMatchObject({ name: 'Chief', onBehalfOf: 'Dirk' });
  }, 60_000);

  it('refuses who signs in the name of an inspector, and an inspector who signs in the name of a director', async () => {
    const { taskId, caseId } = await proposed();
    await inspects(ida, caseId);
    // Everybody here may sign themselves: it is the person that counts, not under what right they come.
    const powers = {
      from: day(0),
      to: day(5),
      groups: ['agent'],
      procedures: null,
      capacity: same('Attaché'),
      instrument: 'AM 1',
    };
    await ida.call('giveDelegation', { body: { ...powers, delegateId: ids['pia'] } });
    await dirk.call('giveDelegation', { body: { ...powers, delegateId: ids['ida'] } });
    expect(await claimOf(pia, taskId)).toMatchObject(refused);
    expect(await claimOf(ida, taskId)).toMatchObject(refused);
  }, 60_000);

  it('refuses the completion of somebody who had the task already and inspected after that', async () => {
    const { caseId, taskId } = await proposed();
    await dirk.ask('claimTask', { params: { taskId } });
    await inspects(dirk, caseId);
    const answer = await dirk.call('completeTask', { params: { taskId }, body: { data: { conclusion: 'Fine' } } });
    expect(answer.json()).toMatchObject({ code: 'FOUR_EYES' });
  }, 60_000);
});
