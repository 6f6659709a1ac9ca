import { bpmnModel } from '@irisflow/bpmn';
import { marketRight } from '@irisflow/platform/testing';
import { beginningName } from '@irisflow/procedures';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { givenCase, givenProcedure } from '../testing/given-case.ts';
import { askEngine, givenConnector, searchEngine } from '../testing/given-connector.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

const key = 'stand-permit';
const administration = 'brussels-housing';
const system = { kind: 'job', name: 'operator' } as const;
const same = (text: string) => ({ fr: text, nl: text, en: text });

/** Lives with the permit: a yearly look at it, which is a process of its own that it calls, and one at its end. */
const lives = bpmnModel()
  .process(
    'permit-life',
    (path) =>
      void path
        .start('begun', { event: { message: 'right.activated' } })
        .callActivity('look', { processId: 'yearly-look' })
        .userTask('end-year', { candidateGroups: 'agent' })
        .end(),
  )
  .process('yearly-look', (path) => void path.start().userTask('review', { candidateGroups: 'agent' }).end())
  .toXml();

interface Task {
  readonly id: string;
  readonly caseId: string;
  readonly elementId: string;
  readonly name: { readonly en: string };
  readonly dueOn: string | null;
}

describe('tasks of processes that begin with a right, over HTTP, on the real engine', () => {
  let given: TestPlatform;
  let analyst: Visitor;
  let citizen: Visitor;
  let agent: Visitor;
  let sister: Visitor;
  let stranger: Visitor;
  let calls = 0;

  const save = async (files: readonly (readonly [string, string])[]): Promise<void> => {
    const params = { key };
    let { revision } = await analyst.ask<{ revision: number }>('getProcedureDraft', { params });
    for (const [path, content] of files)
      ({ revision } = await analyst.ask<{ revision: number }>('saveProcedureFile', {
        params,
        body: { path, content, revision },
      }));
    await analyst.ask('publishProcedure', { params, body: { note: 'With a life', revision } });
  };
  /** The description of the folder, with names for the tasks of the years after. */
  const described = async (names: Readonly<Record<string, string>>): Promise<string> => {
    const draft = await analyst.ask<{ files: { path: string; content: string }[] }>('getProcedureDraft', {
      params: { key },
    });
    const content = draft.files.find(({ path }) => path === 'procedure.json')?.content ?? '{}';
    const description = JSON.parse(content) as { tasks: Record<string, object> };
    for (const [id, name] of Object.entries(names))
      description.tasks[id] = { name: same(name), form: 'instruct', separateFrom: [] };
    return JSON.stringify(description);
  };
  /** The case of a permit that somebody has, of the version that was published last. */
  const givenPermit = async (): Promise<string> => {
    const caseId = await givenCase(citizen, key);
    const connector = await givenConnector(given, caseId);
    await connector.ask('changeRight', {
      body: { action: 'grant', kind: 'stall', data: { place: 'Flagey' } },
      headers: { 'idempotency-key': `grant-${(calls += 1)}` },
    });
    return caseId;
  };
  const tasksOf = async (who: Visitor, caseId: string): Promise<readonly Task[]> => {
    await given.casework.outbox.drain(system, {});
    await given.casework.tasks.synchronize(system, {});
    const { items } = await who.ask<{ items: Task[] }>('listTasks', { query: { view: 'team' } });
    return items.filter((task) => task.caseId === caseId);
  };
  const taskAt = (who: Visitor, caseId: string, elementId: string): Promise<Task> =>
    vi.waitFor(
      async () => {
        const found = (await tasksOf(who, caseId)).find((task) => task.elementId === elementId);
        if (found === undefined) throw new Error(`Expected the task ${elementId} of ${caseId}, but it is not there`);
        return found;
      },
      { timeout: 10_000, interval: 100 },
    );

  beforeAll(async () => {
    given = await openTestPlatform();
    const { app, casework } = given;
    const staff = (name: string, roles: readonly ('agent' | 'analyst')[], place = administration) =>
      givenPerson(app, casework, { name, roles, administration: place });
    analyst = await staff('Ann', ['analyst']);
    agent = await staff('Bart', ['agent']);
    sister = await staff('Sara', ['agent']);
    stranger = await staff('Tom', ['agent'], 'brussels-mobility');
    citizen = await givenPerson(app, casework, { name: 'Cy', roles: ['citizen'] });
    await givenProcedure(analyst, key);
    await save([
      ['procedure.json', await described({ review: 'Review of the year', 'end-year': 'End of the year' })],
      ['stall.right.json', JSON.stringify(marketRight)],
      ['lives.bpmn', lives],
    ]);
  }, 60_000);
  afterAll(() => given.close());

  it('come before the clerks of the case that granted it, with name and form, and are done as any other', async () => {
    const caseId = await givenPermit();
    const review = await taskAt(agent, caseId, 'review');
    expect(review.name).toEqual(same('Review of the year'));
    const params = { taskId: review.id };
    expect(await agent.ask('getTask', { params })).toMatchObject({
      form: { key: 'instruct' },
      case: { id: caseId },
    });

    await agent.ask('claimTask', { params });
    await agent.ask('completeTask', { params, body: { data: { conclusion: 'As before' } } });
    const next = await taskAt(agent, caseId, 'end-year');
    expect(next.name).toEqual(same('End of the year'));
    expect((await tasksOf(agent, caseId)).map(({ elementId }) => elementId)).not.toContain('review');
  }, 60_000);

  it('stay behind the walls of the case: other offices and whoever has a conflict of interest see none', async () => {
    const caseId = await givenPermit();
    await sister.ask('declareConflict', { params: { caseId }, body: { scope: 'case', reason: 'He is my brother.' } });
    const { id } = await taskAt(agent, caseId, 'review');
    for (const who of [sister, stranger]) {
      expect(await tasksOf(who, caseId)).toEqual([]);
      const answer = await who.call('getTask', { params: { taskId: id } });
      expect([403, 404, 409]).toContain(answer.statusCode);
      const claimed = await who.call('claimTask', { params: { taskId: id } });
      expect([403, 404, 409]).toContain(claimed.statusCode);
    }
  }, 60_000);

  it('are called as the version says with which they began, whichever one the case is of', async () => {
    const early = await givenPermit();
    await taskAt(agent, early, 'review');
    const late = await givenCase(citizen, key);
    const connector = await givenConnector(given, late);
    await save([
      ['procedure.json', await described({ review: 'Review of the months', 'other-look': 'Another look' })],
      ['lives.bpmn', lives.replaceAll('end-year', 'other-look')],
    ]);
    await connector.ask('changeRight', {
      body: { action: 'grant', kind: 'stall', data: { place: 'Jette' } },
      headers: { 'idempotency-key': 'late' },
    });
    const review = await taskAt(agent, late, 'review');
    expect(review.name).toEqual(same('Review of the months'));
    expect((await taskAt(agent, early, 'review')).name).toEqual(same('Review of the year'));
    const params = { taskId: review.id };
    await agent.ask('claimTask', { params });
    await agent.ask('completeTask', { params, body: { data: { conclusion: 'Fine' } } });
    const other = await taskAt(agent, late, 'other-look');
    expect(other.name).toEqual(same('Another look'));
    expect(await agent.ask('getTask', { params: { taskId: other.id } })).toMatchObject({ form: { key: 'instruct' } });
  }, 60_000);

  it('are nobody’s where a process began with a handle that was not given to it', async () => {
    const caseId = await givenPermit();
    await taskAt(agent, caseId, 'review');
    const listed = async () => (await agent.ask<{ total: number }>('listTasks', { query: { view: 'team' } })).total;
    const before = await listed();
    const inEngine = () => searchEngine(given, 'user-tasks', { elementId: 'review', state: 'CREATED' });
    const known = (await inEngine()).length;
    await givenProcedure(analyst, 'other-permit');
    const other = await givenConnector(given, await givenCase(citizen, 'other-permit'));
    await given.casework.tasks.synchronize(system, {});
    expect(await listed()).toBe(before + 1);
    for (const caseHandle of ['made-up', other.headers['irisflow-case']])
      await askEngine(given, '/messages/publication', {
        name: beginningName({ administration, procedure: key }, 'right.activated'),
        correlationKey: `by ${caseHandle}`,
        timeToLive: 60_000,
        variables: { caseId, caseHandle },
      });
    await vi.waitFor(async () => expect(await inEngine()).toHaveLength(known + 2), { timeout: 10_000, interval: 100 });
    await given.casework.tasks.synchronize(system, {});
    expect(await listed()).toBe(before + 1);
  }, 60_000);
});
