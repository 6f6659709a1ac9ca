import { randomBytes } from 'node:crypto';
import { status } from '@grpc/grpc-js';
import { bpmnProcess } from '@irisflow/bpmn';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkBroker } from './index.ts';
import { type BrokerUnderTest, startBrokerUnderTest } from './testing/broker-under-test.ts';
import { collect, connectRaw, type RawGateway } from './testing/raw-gateway.ts';

const MINUTE = 60_000;
/** Longer than an entry of an index may be, also when PostgreSQL compresses it. */
const LONG = randomBytes(6_000).toString('hex');
const BOUND = /at most \d+ characters/;

const oneTask = (id: string) => bpmnProcess(id).start().serviceTask('work', { type: id }).end().toXml();
/** Every text that an index holds comes out of an expression. */
const computed = bpmnProcess('computed')
  .start()
  .userTask('decide', { assignee: '= long' })
  .receiveTask('receive', { message: '= "go" + long', correlationKey: '= long' })
  .serviceTask('work', { type: '= long' })
  .end()
  .toXml();

describe.each(['postgres', 'pglite'] as const)('one command on %s', (kind) => {
  let engine: BrokerUnderTest;
  let raw: RawGateway;
  beforeAll(async () => {
    engine = await startBrokerUnderTest(kind);
    raw = connectRaw(engine.broker.grpcAddress);
    for (const [name, xml] of Object.entries({ 'task.bpmn': oneTask('task'), 'computed.bpmn': computed })) {
      await engine.client.deployResource({ name, process: Buffer.from(xml) });
    }
  });
  afterAll(async () => {
    raw.close();
    await engine.stop();
  });

  const rows = (sql: string, values: readonly unknown[] = []) => engine.database.query(sql, values);
  const create = (bpmnProcessId: string, variables: object = {}) =>
    raw.call('CreateProcessInstance', { bpmnProcessId, version: -1, variables: JSON.stringify(variables) });
  const activate = (type: string) =>
    collect(
      raw.stream('ActivateJobs', { type, worker: 'w', timeout: MINUTE, maxJobsToActivate: 99, requestTimeout: -1 }),
    );
  const jobsOf = async (type: string) =>
    (await activate(type)).flatMap((message) => message['jobs'] as { key: string; processInstanceKey: string }[]);

  test.each([
    ['PublishMessage', { name: LONG }],
    ['PublishMessage', { name: 'a', correlationKey: LONG }],
    ['PublishMessage', { name: 'a', messageId: LONG }],
    ['BroadcastSignal', { signalName: LONG }],
    ['CreateProcessInstance', { bpmnProcessId: LONG }],
    ['CreateProcessInstance', { bpmnProcessId: 'task', version: -1, businessId: LONG }],
    ['EvaluateDecision', { decisionId: LONG }],
    ['ThrowError', { jobKey: '1', errorCode: LONG }],
    ['DeployResource', { resources: [{ name: 'a.bpmn', content: Buffer.from(oneTask(`p${LONG}`)) }] }],
    ['DeployResource', { resources: [{ name: 'a.form', content: Buffer.from(JSON.stringify({ id: LONG })) }] }],
  ])('is refused when a name in %s has no end', async (call, request) => {
    await expect(raw.call(call, request)).rejects.toMatchObject({
      code: status.INVALID_ARGUMENT,
      details: expect.stringMatching(BOUND),
    });
  });

  test('is refused when a worker asks for a type without end', async () => {
    await expect(activate(LONG)).rejects.toMatchObject({ code: status.INVALID_ARGUMENT });
  });

  test('goes through with times that mean forever', async () => {
    const forever = '9223372036854775807';
    const { key } = await raw.call('PublishMessage', { name: 'kept', correlationKey: 'k', timeToLive: forever });
    await create('task');
    const request = { type: 'task', worker: 'w', timeout: forever, maxJobsToActivate: 1, requestTimeout: forever };
    expect(await collect(raw.stream('ActivateJobs', request))).toHaveLength(1);
    expect(key).toMatch(/^\d+$/);
  });

  test('goes through with texts without end that a model computes, and they are found again', async () => {
    // given
    const { processInstanceKey } = await create('computed', { long: LONG, [LONG]: LONG });
    const instance = [processInstanceKey];
    await engine.restart();
    raw.close();
    raw = connectRaw(engine.broker.grpcAddress);

    // when: the task is done, the message arrives by the model's own name, the job is worked
    const [task] = await rows(`select key, assignee from engine.user_task where process_instance_key = $1`, instance);
    expect(task?.['assignee']).toBe(LONG);
    const app = fastify();
    await app.register(engine.broker.rest, { prefix: '/v2' });
    const ask = async (url: string, payload: object) => (await app.inject({ method: 'POST', url, payload })).json();
    const found = (url: string, filter: object) => ask(url, { filter }).then(({ page }) => page.totalItems);
    expect(await found('/v2/user-tasks/search', { assignee: LONG })).toBe(1);
    expect(await found('/v2/variables/search', { name: LONG })).toBe(1);
    await app.inject({ method: 'POST', url: `/v2/user-tasks/${String(task?.['key'])}/completion`, payload: {} });
    expect(await found('/v2/message-subscriptions/search', { correlationKey: LONG })).toBe(1);
    await app.close();

    // then
    expect(await rows(`select id from engine.bucket_state where length(id) = 64`)).toHaveLength(1);
    await raw.call('CancelProcessInstance', { processInstanceKey });
    expect(await rows(`select id from engine.bucket_state where length(id) = 64`)).toEqual([]);
    expect(engine.failures).toEqual([]);
  });

  test('that the store refuses costs nobody else anything, and its instance tells of it', async () => {
    // given: a store that refuses one value, as a full index or a broken disk would
    await create('task');
    const [victim] = await jobsOf('task');
    await rows(`alter table engine.variable add constraint no_poison check (value <> '"poison"') not valid`);

    // when: both are commands of the same batch
    const poisoned = raw.call('CompleteJob', { jobKey: victim?.key, variables: '{"a":"poison"}' });
    const others = Promise.all([1, 2, 3].map(() => create('task')));

    // then
    await expect(poisoned).rejects.toMatchObject({ code: status.INTERNAL });
    expect(await others).toHaveLength(3);
    const incident = [{ error_type: 'INTERNAL', state: 'ACTIVE' }];
    const incidents = () =>
      rows(`select error_type, state from engine.incident where process_instance_key = $1`, [
        victim?.processInstanceKey,
      ]);
    await expect.poll(incidents).toEqual(incident);
    expect(engine.failures.splice(0)).toEqual([expect.stringMatching(/Expected to commit 'completeJob'.*no_poison/)]);
    await raw.call('CompleteJob', { jobKey: victim?.key, variables: '{"a":"good"}' });
    expect(await jobsOf('task')).toHaveLength(3);
    await rows(`alter table engine.variable drop constraint no_poison`);
  });

  test('of a worker that the store refuses leaves the new instance alone', async () => {
    // given: a worker that waits, whose name is refused
    await rows(`alter table engine.job add constraint no_worker check (worker <> 'poison') not valid`);
    const request = { type: 'task', worker: 'poison', timeout: MINUTE, maxJobsToActivate: 1, requestTimeout: 300 };
    const poll = collect(raw.stream('ActivateJobs', request));

    // when
    const created = await create('task');

    // then
    expect(created['processInstanceKey']).toMatch(/^\d+$/);
    expect(await poll).toEqual([]);
    await rows(`alter table engine.job drop constraint no_worker`);
    expect(engine.failures.splice(0).length).toBeGreaterThan(0);
    expect(await jobsOf('task')).toHaveLength(1);
  });

  test('leaves state, read model and diary in agreement', async () => {
    expect(await checkBroker(engine.database)).toEqual([]);
  });
});
