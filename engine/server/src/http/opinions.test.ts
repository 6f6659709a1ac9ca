import { bpmnProcess } from '@irisflow/bpmn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenCase, givenProcedure, taskOf } from '../testing/given-case.ts';
import { askEngine, givenConnector } from '../testing/given-connector.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

/** Asks, waits for what its own question brings, and has a task for what is favorable. */
const process = bpmnProcess('roof-aid')
  .start()
  .serviceTask('ask', {
    type: 'case-store',
    inputs: { operation: 'ask-opinion', opinionKey: '= key', question: '= why' },
  })
  .catchEvent('given', { event: { message: 'opinion.given', correlationKey: '=roofOpinion.opinionId' } })
  .exclusiveGateway('which')
  .when('= opinion.outcome = "favorable"', (path) =>
    path.userTask('instruct', { candidateGroups: 'agent' }).end('good'),
  )
  .otherwise((path) => path.end('bad'))
  .toXml();

const name = { fr: 'Toitures', nl: 'Daken', en: 'Roofs' };
const opinions = [
  {
    key: 'roof',
    label: name,
    of: { administration: 'brussels-mobility', group: 'roofs' },
    length: 10,
    kind: 'calendarDays',
  },
];

describe('an opinion that a process asks for on the real engine', () => {
  let given: TestPlatform;
  let analyst: Visitor;
  let agent: Visitor;
  let roofer: Visitor;
  let citizen: Visitor;

  const declare = async () => {
    const params = { key: 'roof-aid' };
    const path = 'procedure.json';
    const draft = await analyst.ask<{ revision: number; files: { path: string; content: string }[] }>(
      'getProcedureDraft',
      { params },
    );
    const description = JSON.parse(draft.files.find((file) => file.path === path)?.content ?? '{}') as object;
    const content = JSON.stringify({ ...description, opinions });
    const { revision } = await analyst.ask<{ revision: number }>('saveProcedureFile', {
      params,
      body: { path, content, revision: draft.revision },
    });
    await analyst.ask('publishProcedure', { params, body: { note: 'Opinions', revision } });
  };

  beforeAll(async () => {
    given = await openTestPlatform();
    const { app, casework } = given;
    const [housing, mobility] = ['brussels-housing', 'brussels-mobility'];
    analyst = await givenPerson(app, casework, { name: 'Ann', roles: ['analyst'], administration: housing });
    agent = await givenPerson(app, casework, { name: 'Amy', roles: ['agent'], administration: housing });
    roofer = await givenPerson(app, casework, {
      name: 'Rik',
      roles: ['supervisor', 'citizen'],
      administration: mobility,
    });
    citizen = await givenPerson(app, casework, { name: 'Bob', roles: ['citizen'] });
    await givenProcedure(analyst, 'roof-aid', process);
    await declare();
  });
  afterAll(() => given.close());

  /** A case whose process has asked, as its connector does. */
  const asked = async (by: Visitor = citizen) => {
    const caseId = await givenCase(by, 'roof-aid');
    const connector = await givenConnector(given, caseId);
    const roofOpinion = await connector.ask<{ opinionId: string }>('askOpinion', {
      body: { key: 'roof', question: 'Is the roof sound?' },
      headers: { 'idempotency-key': caseId },
    });
    const job = connector.headers['irisflow-job'];
    await askEngine(given, `/jobs/${job}/completion`, { variables: { roofOpinion } });
    return { caseId, opinionId: roofOpinion.opinionId };
  };
  const answer = (opinionId: string, outcome: string) =>
    roofer.call('answerOpinion', { params: { opinionId }, body: { outcome, motivation: 'Seen.', documents: [] } });

  it('wakes the process of its own question, and no other one', async () => {
    const [one, other] = [await asked(), await asked()];
    expect((await answer(one.opinionId, 'favorable')).statusCode).toBe(200);
    expect((await answer(one.opinionId, 'favorable')).json()).toMatchObject({ status: 409, code: 'OPINION_ENDED' });
    expect(await taskOf(given.casework, agent, one.caseId)).toBeTruthy();
    const { items } = await agent.ask<{ items: { caseId: string }[] }>('listTasks', { query: { view: 'unassigned' } });
    expect(items.map(({ caseId }) => caseId)).not.toContain(other.caseId);
  });

  it('is not asked of whoever applied for it, though they work where it is asked', async () => {
    const { opinionId } = await asked(roofer);
    const other = await asked();
    const { items, waiting } = await roofer.ask<{ items: { id: string }[]; waiting: number }>('listAskedOpinions', {
      query: { state: 'open' },
    });
    expect(items.map(({ id }) => id)).toContain(other.opinionId);
    expect(items.map(({ id }) => id)).not.toContain(opinionId);
    expect(waiting).toBe(items.length);
    expect((await roofer.call('getAskedOpinion', { params: { opinionId } })).statusCode).toBe(404);
    expect((await answer(opinionId, 'favorable')).statusCode).toBe(404);
  });

  it('names an opinion of the procedure, or the step waits for a person', async () => {
    const connector = await givenConnector(given, await givenCase(citizen, 'roof-aid'));
    const wrong = await connector.call('askOpinion', {
      body: { key: 'walls', question: 'x' },
      headers: { 'idempotency-key': 'x' },
    });
    expect(wrong.json()).toMatchObject({ status: 400, code: 'INPUT_INVALID' });
    const keyless = await connector.call('askOpinion', { body: { key: 'roof', question: 'x' } });
    expect(keyless.json()).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_NEEDED' });
  });
});
