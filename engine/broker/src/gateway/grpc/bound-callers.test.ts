import { Metadata, status } from '@grpc/grpc-js';
import { openTestDatabase, type TestDatabase, usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Admission, type Broker, startBroker } from '../../index.ts';
import { collect, connectRaw, type RawGateway } from '../../testing/raw-gateway.ts';
import { preparedEngine } from '../../testing/prepared-engine.ts';

type Reply = Readonly<Record<string, unknown>>;

const process = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="x">
  <bpmn:process id="two" isExecutable="true">
    <bpmn:startEvent id="s" /><bpmn:parallelGateway id="g" />
    <bpmn:serviceTask id="own"><bpmn:extensionElements><zeebe:taskDefinition type="housing.permit" /></bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:serviceTask id="foreign"><bpmn:extensionElements><zeebe:taskDefinition type="taxi.permit" /></bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:sequenceFlow id="a" sourceRef="s" targetRef="g" /><bpmn:sequenceFlow id="b" sourceRef="g" targetRef="own" /><bpmn:sequenceFlow id="c" sourceRef="g" targetRef="foreign" />
  </bpmn:process>
</bpmn:definitions>`;

/** Somebody whom authentication binds to jobs of some types. */
describe('a caller that serves types of jobs alone', () => {
  let store: TestDatabase;
  let broker: Broker;
  let raw: RawGateway;
  const admitted = new Map<string, Admission>();

  beforeAll(async () => {
    admitted
      .set('Bearer all', true)
      .set('Bearer housing', { tenantIds: ['<default>'], jobTypes: ['housing.permit'] })
      .set('Bearer nothing', { tenantIds: ['<default>'], jobTypes: [] });
    store = await openTestDatabase(usualStore, preparedEngine);
    broker = await startBroker({
      database: store.database,
      grpc: { host: '127.0.0.1', port: 0 },
      authenticate: (authorization) => admitted.get(authorization ?? '') ?? false,
    });
    raw = connectRaw(broker.grpcAddress);
    await as('all')('DeployResource', { resources: [{ name: 'two.bpmn', content: Buffer.from(process) }] });
  });
  beforeEach(async () => {
    await as('all')('CreateProcessInstance', { bpmnProcessId: 'two', version: -1, variables: '{"secret":"x"}' });
  });
  afterAll(async () => {
    raw.close();
    await broker.stop();
    await store.drop();
  });

  const metadataOf = (who: string) => {
    const metadata = new Metadata();
    metadata.set('authorization', `Bearer ${who}`);
    return metadata;
  };
  const as =
    (who: string) =>
    (name: string, request: object): Promise<Reply> =>
      raw.call(name, request, metadataOf(who));
  const poll = (who: string, type: string): Promise<Reply[]> =>
    collect(
      raw.stream(
        'ActivateJobs',
        { type, worker: 'w', timeout: 60_000, maxJobsToActivate: 5, requestTimeout: -1 },
        metadataOf(who),
      ),
    );
  const keyOf = async (who: string, type: string): Promise<string> => {
    const [reply] = await poll(who, type);
    const [job] = (reply?.['jobs'] ?? []) as { key: string }[];
    return job?.key ?? '';
  };

  test('takes and completes jobs of its types', async () => {
    const jobKey = await keyOf('housing', 'housing.permit');
    expect(await as('housing')('CompleteJob', { jobKey, variables: '{}' })).toEqual({});
    expect(await as('housing')('Topology', {})).toMatchObject({ clusterSize: 1 });
  });

  test.each(['taxi.permit', 'housing.permit2', 'HOUSING.permit', '*'])('takes no job of type %s', async (type) => {
    await expect(poll('housing', type)).rejects.toMatchObject({ code: status.PERMISSION_DENIED });
    const request = { type, worker: 'w', timeout: 60_000 };
    await expect(collect(raw.stream('StreamActivatedJobs', request, metadataOf('housing')))).rejects.toMatchObject({
      code: status.PERMISSION_DENIED,
    });
    await expect(poll('nothing', type)).rejects.toMatchObject({ code: status.PERMISSION_DENIED });
  });

  test.each([
    ['CompleteJob', { variables: '{}' }],
    ['FailJob', { retries: 0, errorMessage: 'x' }],
    ['ThrowError', { errorCode: 'x' }],
  ])('%s of a job of others finds none', async (name, more) => {
    const jobKey = await keyOf('all', 'taxi.permit');
    await expect(as('housing')(name, { jobKey, ...more })).rejects.toMatchObject({ code: status.NOT_FOUND });
    expect(await as('all')('CompleteJob', { jobKey, variables: '{}' })).toEqual({});
  });

  test.each([
    ['DeployResource', { resources: [] }],
    ['DeleteResource', { resourceKey: '1' }],
    ['CreateProcessInstance', { bpmnProcessId: 'two', version: -1 }],
    ['CreateProcessInstanceWithResult', { request: { bpmnProcessId: 'two', version: -1 }, requestTimeout: 1 }],
    ['CancelProcessInstance', { processInstanceKey: '1' }],
    ['ModifyProcessInstance', { processInstanceKey: '1' }],
    ['MigrateProcessInstance', { processInstanceKey: '1' }],
    ['SetVariables', { elementInstanceKey: '1', variables: '{}' }],
    ['ResolveIncident', { incidentKey: '1' }],
    ['UpdateJobRetries', { jobKey: '1', retries: 3 }],
    ['UpdateJobTimeout', { jobKey: '1', timeout: 1 }],
    ['PublishMessage', { name: 'x', correlationKey: 'x' }],
    ['BroadcastSignal', { signalName: 'x' }],
    ['EvaluateDecision', { decisionId: 'x' }],
    ['EvaluateConditional', {}],
    ['DeployProcess', { processes: [] }],
  ])('may not %s', async (name, request) => {
    await expect(as('housing')(name, request)).rejects.toMatchObject({ code: status.PERMISSION_DENIED });
  });

  test('is told of every call whether it may: none was forgotten', () => {
    expect(raw.methods.length).toBe(22);
  });

  test('loses its stream when it counts no longer, and the jobs go to others', async () => {
    const stream = raw.stream(
      'StreamActivatedJobs',
      { type: 'housing.permit', worker: 'w', timeout: 60_000 },
      metadataOf('housing'),
    );
    const first = new Promise<Reply>((resolve) => stream.once('data', resolve));
    const ended = new Promise<{ code: number }>((resolve) => stream.once('error', resolve));
    expect(await first).toBeTruthy();
    admitted.delete('Bearer housing');
    expect(await ended).toMatchObject({ code: status.UNAUTHENTICATED });
    await as('all')('CreateProcessInstance', { bpmnProcessId: 'two', version: -1 });
    expect(await keyOf('all', 'housing.permit')).not.toBe('');
  });
});
