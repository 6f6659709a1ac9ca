import { bpmnProcess } from '@irisflow/bpmn';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Job, ZBClient } from 'zeebe-node';
import { givenCase } from '../testing/given-case.ts';
import { instanceOfCase, searchEngine } from '../testing/given-connector.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

interface Draft {
  readonly revision: number;
  readonly files: readonly { readonly path: string; readonly content: string }[];
}

const SOON = { timeout: 20_000, interval: 100 };
const key = 'noise-permit';
const label = { fr: 'Réponse', nl: 'Antwoord', en: 'Answer' };
const answer = { key: 'answer', label, length: 30, kind: 'calendarDays', legalRef: 'Art. 2', binds: 'applicant' };

/** A procedure that calls a block and says where it goes when the block has to give up. */
const drawing = bpmnProcess(key, { name: 'Noise' })
  .start('received')
  .callActivity('ask', {
    name: 'Ask',
    processId: 'block-information-request',
    propagateAllParentVariables: false,
    propagateAllChildVariables: false,
    inputs: {
      caseId: '= caseId',
      items: '= [{ key: "plan", label: { fr: "Plan", nl: "Plan", en: "Plan" } }]',
      answerTerm: '= "answer"',
    },
    outputs: { isAnswered: '= isAnswered' },
  })
  .boundary('gave-up', { event: { error: 'NOBODY' } }, (path) => path.end('given-up'))
  .end('done')
  .toXml();

describe('a worker of others that does the jobs of a block, with zeebe-node as it comes', () => {
  let given: TestPlatform;
  let citizen: Visitor;
  let client: ZBClient;

  beforeAll(async () => {
    given = await openTestPlatform();
    const analyst = await givenPerson(given.app, given.casework, {
      name: 'Ann',
      roles: ['analyst'],
      administration: 'brussels-housing',
    });
    citizen = await givenPerson(given.app, given.casework, { name: 'Cy', roles: ['citizen'] });
    const params = { key };
    await analyst.ask('createProcedure', { body: { key, title: 'Noise' } });
    const draft = await analyst.ask<Draft>('getProcedureDraft', { params });
    const path = 'procedure.json';
    const description = JSON.parse(draft.files.find((file) => file.path === path)?.content ?? '{}') as object;
    let { revision } = draft;
    for (const file of [
      { path: `${key}.bpmn`, content: drawing },
      { path, content: JSON.stringify({ ...description, terms: [answer] }) },
    ])
      ({ revision } = await analyst.ask<Draft>('saveProcedureFile', { params, body: { ...file, revision } }));
    await analyst.ask('publishProcedure', { params, body: { note: 'A block', revision } });
    client = new ZBClient(given.engine.grpcAddress, { loglevel: 'NONE' });
  });
  afterAll(async () => {
    await client.close();
    await given.close();
  });

  const stateOf = async (processInstanceKey: string): Promise<string | undefined> =>
    (await searchEngine<{ state: string }>(given, 'process-instances', { processInstanceKey }))[0]?.state;

  it('activates, completes, fails and gives up, and the procedure goes where it said', async () => {
    // given
    const caseId = await givenCase(citizen, key);
    const instance = await instanceOfCase(given, caseId);
    const taken: Readonly<Job>[] = [];
    client.createWorker({
      taskType: 'case-store',
      taskHandler: (job) => {
        taken.push(job);
        return job.complete({ request: { termId: 'term-1' } });
      },
    });
    client.createWorker({
      taskType: 'letter',
      taskHandler: (job) => {
        taken.push(job);
        if (job.retries === 5) return job.fail('The line is down');
        if (job.retries === 4) return job.fail({ errorMessage: 'It stays down', retries: 0 });
        return job.error('NOBODY', 'Nobody writes this');
      },
    });

    // when it fails for good, then a person is asked
    const incidents = () =>
      searchEngine<{ incidentKey: string; jobKey: string; errorMessage: string }>(given, 'incidents', {
        state: 'ACTIVE',
      });
    await vi.waitFor(async () => expect(await incidents()).toMatchObject([{ errorMessage: 'It stays down' }]), SOON);
    const [incident] = await incidents();

    // when somebody repairs it
    const { incidentKey = '', jobKey = '' } = incident ?? {};
    await client.updateJobRetries({ jobKey, retries: 1 });
    await client.resolveIncident({ incidentKey });

    // then
    await vi.waitFor(async () => expect(await stateOf(instance)).toBe('COMPLETED'), SOON);
    const elements = await searchEngine<object>(given, 'element-instances', { processInstanceKey: instance });
    expect(elements).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ elementId: 'ask', state: 'TERMINATED' }),
        expect.objectContaining({ elementId: 'given-up', state: 'COMPLETED' }),
      ]),
    );
    expect(taken.map(({ elementId, retries }) => [elementId, retries])).toEqual([
      ['block-information-ask', 5],
      ['block-information-send-request', 5],
      ['block-information-send-request', 4],
      ['block-information-send-request', 1],
    ]);
    const [first] = taken;
    expect(first).toMatchObject({
      bpmnProcessId: `brussels-housing.${key}_v1.block-information-request`,
      customHeaders: { resultVariable: 'request' },
      variables: { operation: 'request-information', answerTerm: 'answer', caseId, items: [{ key: 'plan' }] },
    });
    // It is closed: nothing else of the procedure is there, and what it made stays in it.
    expect(first?.variables).not.toHaveProperty('application');
    expect(await stateOf(first?.processInstanceKey ?? '')).toBe('TERMINATED');
    const variables = await searchEngine<{ name: string }>(given, 'variables', { processInstanceKey: instance });
    expect(variables.map(({ name }) => name)).not.toContain('request');
  }, 60_000);
});
