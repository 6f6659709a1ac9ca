import { usualStore } from '@irisflow/database/testing';
import { status } from '@grpc/grpc-js';
import { bpmnProcess } from '@irisflow/bpmn';
import { writeDmn } from '@irisflow/dmn';
import type { Record } from '@irisflow/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type BrokerUnderTest,
  collect,
  connectRaw,
  type RawGateway,
  startBrokerUnderTest,
} from '../../testing/index.ts';

type Row = Readonly<globalThis.Record<string, unknown>>;

let engine: BrokerUnderTest;
let raw: RawGateway;
const records: Record[] = [];

const deploy = (...models: readonly string[]) =>
  raw.call('DeployResource', {
    resources: models.map((model, at) => ({ name: `model-${at}.bpmn`, content: Buffer.from(model) })),
  });

const oneTask = (id: string) => bpmnProcess(id).start().serviceTask('work', { type: id }).end('done').toXml();

const create = (bpmnProcessId: string, more: object = {}) =>
  raw.call('CreateProcessInstance', { bpmnProcessId, version: -1, ...more });

const jobsOf = async (type: string): Promise<readonly Row[]> => {
  const request = { type, worker: 'w', timeout: 60_000, maxJobsToActivate: 10, requestTimeout: 2_000 };
  return (await collect(raw.stream('ActivateJobs', request))).flatMap(({ jobs }) => jobs as readonly Row[]);
};

beforeAll(async () => {
  engine = await startBrokerUnderTest(usualStore, Date, { businessIds: 'unique' });
  engine.broker.onRecords((published) => records.push(...published));
  raw = connectRaw(engine.broker.grpcAddress);
});

afterAll(async () => {
  raw.close();
  await engine.stop();
});

describe('what later clients write and read', () => {
  test('labels of an instance come back, and go with its jobs', async () => {
    await deploy(oneTask('labeled'));
    const labels = { tags: ['urgent', 'north'], businessId: 'order-7' };
    expect(await create('labeled', labels)).toMatchObject(labels);
    expect(await jobsOf('labeled')).toMatchObject([{ tags: labels.tags, kind: 'BPMN_ELEMENT', userTask: null }]);
    const awaited = { request: { bpmnProcessId: 'labeled', version: -1, tags: ['x'] }, requestTimeout: 5_000 };
    const result = raw.call('CreateProcessInstanceWithResult', awaited);
    const [job] = await jobsOf('labeled');
    await raw.call('CompleteJob', { jobKey: job?.['key'] });
    expect(await result).toMatchObject({ tags: ['x'], businessId: '' });
  });

  test('a business id belongs to one active instance of a process, where the broker says so', async () => {
    await deploy(oneTask('single'));
    const { processInstanceKey } = await create('single', { businessId: 'order-1' });
    await expect(create('single', { businessId: 'order-1' })).rejects.toMatchObject({ code: status.ALREADY_EXISTS });
    await raw.call('CancelProcessInstance', { processInstanceKey });
    await expect(create('single', { businessId: 'order-1' })).resolves.toMatchObject({ businessId: 'order-1' });
    await expect(create('single', { businessId: 'x'.repeat(257) })).rejects.toMatchObject({
      code: status.INVALID_ARGUMENT,
    });
  });

  test('an instance ends after the element that its creator names', async () => {
    await deploy(oneTask('cut'));
    const runtimeInstructions = [{ terminate: { afterElementId: 'work' } }];
    const { processInstanceKey } = await create('cut', { runtimeInstructions });
    const [job] = await jobsOf('cut');
    await raw.call('CompleteJob', { jobKey: job?.['key'] });
    const [row] = await engine.database.query<{ state: string }>(
      'select state from engine.process_instance where key = $1',
      [processInstanceKey],
    );
    expect(row?.state).toBe('TERMINATED');
    await expect(create('cut', { runtimeInstructions: [{}] })).rejects.toMatchObject({
      code: status.INVALID_ARGUMENT,
      details: expect.stringContaining('runtimeInstructions'),
    });
  });

  test('the reference of an operation is in all records that result from it', async () => {
    await deploy(oneTask('referenced'));
    await create('referenced', { operationReference: '18446744073709551615' });
    const referenced = records.filter(({ operationReference }) => operationReference === '18446744073709551615');
    expect(referenced.map(({ valueType }) => valueType)).toContain('JOB');
    const { processInstanceKey } = await create('referenced');
    const others = records.filter(({ value }) => value['processInstanceKey'] === processInstanceKey);
    expect(others.length).toBeGreaterThan(0);
    expect(others.every(({ operationReference }) => operationReference === undefined)).toBe(true);
  });

  test('a task listener sees the task, corrects it and denies', async () => {
    // given
    await deploy(
      bpmnProcess('listened')
        .start()
        .userTask('review', {
          assignee: 'eva',
          candidateGroups: 'north',
          taskListeners: [
            { on: 'creating', type: 'creating' },
            { on: 'completing', type: 'completing' },
          ],
        })
        .end()
        .toXml(),
    );
    await create('listened');

    // when
    const [creating] = await jobsOf('creating');
    await raw.call('CompleteJob', {
      jobKey: creating?.['key'],
      result: { corrections: { candidateGroups: { values: [] }, priority: 80, dueDate: '2031-01-01T00:00:00Z' } },
    });

    // then
    expect(creating).toMatchObject({
      kind: 'TASK_LISTENER',
      listenerEventType: 'CREATING',
      userTask: { assignee: 'eva', candidateGroups: ['north'], action: 'create', priority: 50 },
    });
    const [task] = await engine.database.query(
      "select candidate_groups, priority, due_date from engine.user_task where element_id = 'review'",
    );
    expect(task).toEqual({ candidate_groups: '[]', priority: 80, due_date: '2031-01-01T00:00:00Z' });
  });

  test('a result that says nothing the job could have is refused', async () => {
    await deploy(oneTask('plain'));
    await create('plain');
    const [job] = await jobsOf('plain');
    const answer = (result: object) => raw.call('CompleteJob', { jobKey: job?.['key'], result });
    for (const [result, word] of [
      [{ type: 'other' }, 'other'],
      [{ denied: true }, 'denied'],
      [{ activateElements: [{ elementId: 'a', variables: '[]' }] }, 'object'],
    ] as const) {
      await expect(answer(result)).rejects.toMatchObject({
        code: status.INVALID_ARGUMENT,
        details: expect.stringContaining(word),
      });
    }
    await answer({ type: 'userTask' });
  });

  test('an evaluated decision has its key under both names, and the cluster has an id', async () => {
    const content = Buffer.from(
      writeDmn({ id: 'drg', name: 'DRG', decisions: [{ id: 'one', name: 'One', logic: '1' }] }),
    );
    await raw.call('DeployResource', { resources: [{ name: 'one.dmn', content }] });
    const evaluated = await raw.call('EvaluateDecision', { decisionId: 'one' });
    expect(evaluated['decisionEvaluationKey']).toBe(evaluated['decisionInstanceKey']);
    expect(evaluated['decisionEvaluationKey']).not.toBe('0');
    expect(evaluated['evaluatedDecisions']).toMatchObject([
      { decisionEvaluationInstanceKey: `${String(evaluated['decisionEvaluationKey'])}-1` },
    ]);
    expect((await raw.call('Topology', {}))['clusterId']).not.toBe('');
  });

  test('an absent decision is called as clients expect it', async () => {
    await expect(raw.call('EvaluateDecision', { decisionId: 'absent' })).rejects.toMatchObject({
      code: status.INVALID_ARGUMENT,
      details:
        "Command 'EVALUATE' rejected with code 'INVALID_ARGUMENT': Expected to evaluate decision 'absent', but no decision found for id 'absent'",
    });
    await expect(raw.call('EvaluateDecision', { decisionKey: 7 })).rejects.toMatchObject({
      details: expect.stringContaining("no decision found for key '7'"),
    });
  });

  test('an instance is moved from one element to another, and ended by the id of an element', async () => {
    // given
    const steps = (id: string) =>
      bpmnProcess(id)
        .start()
        .serviceTask('one', { type: `${id}-one` })
        .serviceTask('two', { type: `${id}-two` })
        .end()
        .toXml();
    await deploy(steps('moving'));
    const { processInstanceKey } = await create('moving');
    const [job] = await jobsOf('moving-one');
    const modify = (more: object) => raw.call('ModifyProcessInstance', { processInstanceKey, ...more });

    // when
    await modify({
      moveInstructions: [
        {
          sourceElementInstanceKey: job?.['elementInstanceKey'],
          targetElementId: 'two',
          variableInstructions: [{ variables: '{"moved":true}' }],
        },
      ],
    });

    // then
    const [moved] = await jobsOf('moving-two');
    expect(moved).toMatchObject({ processInstanceKey, variables: '{"moved":true}' });
    await modify({
      moveInstructions: [
        { sourceElementId: 'two', targetElementId: 'one', inferAncestorScopeFromSourceHierarchy: true },
      ],
    });
    expect(await jobsOf('moving-one')).toHaveLength(1);
    const both = { sourceElementId: 'one', sourceElementInstanceKey: 1, targetElementId: 'two' };
    await expect(modify({ moveInstructions: [both] })).rejects.toMatchObject({ code: status.INVALID_ARGUMENT });
    await modify({ terminateInstructions: [{ elementId: 'one' }] });
    await expect(raw.call('CancelProcessInstance', { processInstanceKey })).rejects.toMatchObject({
      code: status.NOT_FOUND,
    });
  });

  test('a deleted definition takes what is kept of it along when the caller says so', async () => {
    const [deployed] = (await deploy(oneTask('erased')))['deployments'] as readonly { process: Row }[];
    const resourceKey = deployed?.process['processDefinitionKey'];
    expect(await raw.call('DeleteResource', { resourceKey, deleteHistory: true })).toMatchObject({
      resourceKey,
      batchOperation: {
        batchOperationKey: expect.stringMatching(/^\d+$/),
        batchOperationType: 'DELETE_PROCESS_INSTANCE',
      },
    });
    const [kept] = (await deploy(oneTask('remembered')))['deployments'] as readonly { process: Row }[];
    const other = kept?.process['processDefinitionKey'];
    expect(await raw.call('DeleteResource', { resourceKey: other })).toEqual({
      resourceKey: other,
      batchOperation: null,
    });
  });

  test('a worker may take the jobs of all of its tenants', async () => {
    await deploy(oneTask('assigned'));
    await create('assigned');
    const asked = { type: 'assigned', worker: 'w', timeout: 60_000, maxJobsToActivate: 1, requestTimeout: 2_000 };
    const [found] = await collect(raw.stream('ActivateJobs', { ...asked, tenantFilter: 'ASSIGNED' }));
    expect(found?.['jobs']).toHaveLength(1);
  });

  test('a result that no message can hold says so, once', async () => {
    await deploy(oneTask('large'));
    const text = 'x'.repeat(2_500_000);
    const awaited = { request: { bpmnProcessId: 'large', version: -1 }, requestTimeout: 10_000 };
    const outcome = raw.call('CreateProcessInstanceWithResult', awaited).catch((thrown: unknown) => thrown);
    const [job] = await jobsOf('large');
    const elementInstanceKey = job?.['processInstanceKey'];
    await raw.call('SetVariables', { elementInstanceKey, variables: JSON.stringify({ a: text }) });
    await raw.call('CompleteJob', { jobKey: job?.['key'], variables: JSON.stringify({ b: text }) });
    expect(await outcome).toMatchObject({ code: status.OUT_OF_RANGE });
  });

  test('key -1 without id is no identifier at all, key 0 is one that nobody has', async () => {
    const attempt = (processDefinitionKey: string) => create('', { processDefinitionKey });
    await expect(attempt('-1')).rejects.toMatchObject({
      code: status.INVALID_ARGUMENT,
      details: expect.stringMatching(/^Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected/),
    });
    await expect(attempt('0')).rejects.toMatchObject({ code: status.NOT_FOUND });
  });
});
