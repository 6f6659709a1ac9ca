import { status } from '@grpc/grpc-js';
import { bpmnProcess } from '@irisflow/bpmn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkBroker } from '../../index.ts';
import { type BrokerUnderTest, startBrokerUnderTest } from '../../testing/broker-under-test.ts';
import { collect, connectRaw, type RawGateway } from '../../testing/raw-gateway.ts';
import { w1Process } from '../../testing/w1-process.ts';

const oneTask = (id: string, type = id) => bpmnProcess(id).start().serviceTask('work', { type }).end().toXml();
const MINUTE = 60_000;

describe.each(['postgres', 'pglite'] as const)('the gateway on %s', (kind) => {
  let engine: BrokerUnderTest;
  let raw: RawGateway;
  beforeAll(async () => {
    engine = await startBrokerUnderTest(kind);
    raw = connectRaw(engine.broker.grpcAddress);
  });
  afterAll(async () => {
    raw.close();
    await engine.stop();
  });

  const deploy = (xml: string, name = 'process.bpmn') =>
    engine.client.deployResource({ name, process: Buffer.from(xml) });
  const create = (bpmnProcessId: string, variables = {}) =>
    engine.client.createProcessInstance({ bpmnProcessId, variables });
  const poll = (type: string, options = {}) =>
    collect(
      raw.stream('ActivateJobs', {
        type,
        worker: 'w',
        timeout: MINUTE,
        maxJobsToActivate: 10,
        requestTimeout: -1,
        ...options,
      }),
    );
  const jobsOf = async (type: string, options = {}) =>
    (await poll(type, options)).flatMap(
      (message) => message['jobs'] as { key: string; variables: string; retries: number; customHeaders: string }[],
    );
  const stateOf = async (key: string) =>
    (
      await engine.store.database.query<{ state: string }>(`select state from engine.process_instance where key = $1`, [
        key,
      ])
    )[0]?.state;

  test('runs a process with workers of zeebe-node up to its user task', async () => {
    // given
    const { client } = engine;
    const deployment = await deploy(w1Process(), 'w1.bpmn');
    expect(deployment.deployments[0]?.process).toMatchObject({
      bpmnProcessId: 'w1',
      version: 1,
      resourceName: 'w1.bpmn',
    });

    // when
    const done: string[] = [];
    const workers = ['first', 'second', 'third'].map((taskType) =>
      client.createWorker({
        taskType,
        taskHandler: (job) => {
          done.push(taskType);
          return job.complete({ [taskType]: 'ok' });
        },
      }),
    );
    const instance = await create('w1', { amount: 200 });
    await expect.poll(() => done, { timeout: 5_000 }).toEqual(['first', 'second', 'third']);

    // then
    const tasks = () =>
      engine.store.database.query(`select state, element_id from engine.user_task where process_instance_key = $1`, [
        instance.processInstanceKey,
      ]);
    await expect.poll(tasks).toEqual([{ state: 'CREATED', element_id: 'decide' }]);
    await Promise.all(workers.map((worker) => worker.close()));
  });

  test('DP 2-4: gives a new version only to what has changed', async () => {
    const version = async (name: string, type: string) =>
      (await deploy(oneTask('versions', type), name)).deployments[0]?.process.version;
    expect(await version('a.bpmn', 'one')).toBe(1);
    expect(await version('a.bpmn', 'one')).toBe(1);
    expect(await version('b.bpmn', 'one')).toBe(2);
    expect(await version('b.bpmn', 'two')).toBe(3);
    expect(await version('b.bpmn', 'one')).toBe(4);
  });

  test.each([
    ['DP 7: no resources', []],
    ['DP 8: an unknown suffix', [{ name: 'a.txt', content: Buffer.from('x') }]],
    ['DP 9: broken XML', [{ name: 'a.bpmn', content: Buffer.from('<bpmn') }]],
    [
      'DP 6: one bad file of two',
      [
        { name: 'good.bpmn', content: Buffer.from(oneTask('good')) },
        { name: 'bad.bpmn', content: Buffer.from('<x/>') },
      ],
    ],
    ['DP 19: a form without id', [{ name: 'a.form', content: Buffer.from('{}') }]],
  ])('refuses to deploy %s', async (_title, resources) => {
    await expect(raw.call('DeployResource', { resources })).rejects.toMatchObject({ code: status.INVALID_ARGUMENT });
    await expect(create('good')).rejects.toMatchObject({ code: status.NOT_FOUND });
  });

  test('PI 24, 26: refuses unknown processes and variables that are no object', async () => {
    await deploy(oneTask('known'));
    const attempt = (request: object) => raw.call('CreateProcessInstance', { version: -1, ...request });
    await expect(attempt({ bpmnProcessId: 'nobody' })).rejects.toMatchObject({
      code: status.NOT_FOUND,
      details: expect.stringMatching(/^Command 'CREATE' rejected with code 'NOT_FOUND': Expected/),
    });
    await expect(attempt({ processDefinitionKey: '99' })).rejects.toMatchObject({ code: status.NOT_FOUND });
    await expect(attempt({ bpmnProcessId: 'known', version: 7 })).rejects.toMatchObject({ code: status.NOT_FOUND });
    await expect(attempt({ bpmnProcessId: 'known', variables: '[1]' })).rejects.toMatchObject({
      code: status.INVALID_ARGUMENT,
    });
    await expect(attempt({ bpmnProcessId: 'known', variables: '{' })).rejects.toMatchObject({
      code: status.INVALID_ARGUMENT,
    });
    await expect(attempt({ bpmnProcessId: 'known', tenantId: 'other' })).rejects.toMatchObject({
      code: status.INVALID_ARGUMENT,
    });
    await expect(attempt({ bpmnProcessId: 'known', variables: 'null' })).resolves.toMatchObject({
      tenantId: '<default>',
    });
  });

  test('JB 69-72: hands out a job once, with headers and the variables that were asked for', async () => {
    // given
    await deploy(
      bpmnProcess('handout')
        .start()
        .serviceTask('work', { type: 'handout', headers: { a: '1' } })
        .end()
        .toXml(),
    );
    await create('handout', { wanted: { deep: [1] }, other: 'x' });
    await create('handout', { wanted: 2 });

    // when
    const jobs = await jobsOf('handout', { fetchVariable: ['wanted', 'missing'] });

    // then
    expect(jobs.map(({ variables }) => JSON.parse(variables) as unknown)).toEqual([
      { wanted: { deep: [1] } },
      { wanted: 2 },
    ]);
    expect(jobs[0]).toMatchObject({ retries: 3, customHeaders: '{"a":"1"}' });
    expect(await jobsOf('handout')).toEqual([]);
  });

  test('JB 75: a job completes once', async () => {
    await deploy(oneTask('once'));
    const { processInstanceKey } = await create('once');
    const [job] = await jobsOf('once');
    const complete = () => raw.call('CompleteJob', { jobKey: job?.key, variables: '{"a":1}' });
    const outcomes = await Promise.allSettled([complete(), complete(), complete()]);
    expect(
      outcomes
        .map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as { code: number }).code : 0))
        .toSorted((a, b) => a - b),
    ).toEqual([0, 5, 5]);
    expect(await stateOf(processInstanceKey)).toBe('COMPLETED');
  });

  test('JB 76-81: retries, back-off, incident and its resolution', async () => {
    // given
    await deploy(oneTask('failing'));
    const { processInstanceKey } = await create('failing');
    const fail = async (retries: number, retryBackOff = 0) => {
      const [job] = await jobsOf('failing', { requestTimeout: 3_000 });
      await raw.call('FailJob', { jobKey: job?.key, retries, errorMessage: 'no', retryBackOff });
      return job?.key;
    };

    // when, then
    await fail(2);
    const key = await fail(1, 300);
    expect(await jobsOf('failing')).toEqual([]);
    const [again] = await jobsOf('failing', { requestTimeout: 3_000 });
    expect(again).toMatchObject({ key, retries: 1 });
    await raw.call('FailJob', { jobKey: key, retries: 0, errorMessage: 'no more' });
    const [incident] = await engine.store.database.query<{ key: string; error_message: string }>(
      `select key, error_type, error_message from engine.incident where process_instance_key = $1`,
      [processInstanceKey],
    );
    expect(incident).toMatchObject({ error_type: 'JOB_NO_RETRIES', error_message: 'no more' });
    await expect(raw.call('CompleteJob', { jobKey: key })).rejects.toMatchObject({ code: status.FAILED_PRECONDITION });
    await expect(raw.call('ResolveIncident', { incidentKey: incident?.key })).rejects.toMatchObject({
      code: status.FAILED_PRECONDITION,
    });
    await raw.call('UpdateJobRetries', { jobKey: key, retries: 1 });
    await raw.call('ResolveIncident', { incidentKey: incident?.key });
    const [last] = await jobsOf('failing');
    await raw.call('CompleteJob', { jobKey: last?.key });
    expect(await stateOf(processInstanceKey)).toBe('COMPLETED');
  });

  test('JB 83: a thrown error leaves through its boundary event', async () => {
    await deploy(
      bpmnProcess('thrown')
        .start()
        .serviceTask('work', { type: 'thrown' })
        .boundary('refused', { event: { error: 'NO' } }, (path) => path.serviceTask('handle', { type: 'handle' }).end())
        .end()
        .toXml(),
    );
    await create('thrown');
    const [job] = await jobsOf('thrown');
    await engine.client.throwError({
      jobKey: job?.key ?? '',
      errorCode: 'NO',
      errorMessage: 'refused',
      variables: { why: 'late' },
    });
    expect(await jobsOf('handle')).toHaveLength(1);
  });

  test('JB 87: a long poll returns with the first job, or empty at its time', async () => {
    await deploy(oneTask('later'));
    const begun = Date.now();
    expect(await poll('later', { requestTimeout: 300 })).toEqual([]);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(290);
    const waiting = jobsOf('later', { requestTimeout: 10_000 });
    await create('later');
    expect(await waiting).toHaveLength(1);
  });

  test('JB 88: a job for a client that has gone is available to others at once', async () => {
    await deploy(oneTask('gone'));
    const vanished = raw.stream('ActivateJobs', {
      type: 'gone',
      worker: 'w',
      timeout: MINUTE,
      maxJobsToActivate: 1,
      requestTimeout: 30_000,
    });
    vanished.on('error', () => undefined);
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    vanished.cancel();
    await create('gone');
    expect(await jobsOf('gone', { requestTimeout: 2_000 })).toHaveLength(1);
  });

  test('JB 89: a stream is pushed every job as it comes', async () => {
    await deploy(oneTask('pushed'));
    const stream = raw.stream('StreamActivatedJobs', { type: 'pushed', worker: 's', timeout: MINUTE });
    const jobs: unknown[] = [];
    stream.on('data', (job: unknown) => void jobs.push(job));
    stream.on('error', () => undefined);
    await new Promise((resolve) => {
      stream.once('metadata', resolve);
    });
    await Promise.all(Array.from({ length: 300 }, (_, n) => create('pushed', { n })));
    await expect.poll(() => jobs.length, { timeout: 5_000 }).toBe(300);
    stream.cancel();
  });

  test('JB 73: a job whose time is over goes to the next worker, and the late one still completes', async () => {
    await deploy(oneTask('slow'));
    const { processInstanceKey } = await create('slow');
    const [first] = await jobsOf('slow', { timeout: 200 });
    const [second] = await jobsOf('slow', { requestTimeout: 5_000, worker: 'other' });
    expect(second?.key).toBe(first?.key);
    await raw.call('CompleteJob', { jobKey: first?.key });
    expect(await stateOf(processInstanceKey)).toBe('COMPLETED');
  });

  test.each([
    ['no type', { type: '' }],
    ['no time', { timeout: 0 }],
    ['no jobs', { maxJobsToActivate: 0 }],
    ['another tenant', { tenantIds: ['other'] }],
  ])('JB 91: refuses to activate with %s', async (_title, options) => {
    await expect(poll('any', options)).rejects.toMatchObject({ code: status.INVALID_ARGUMENT });
  });

  test('PI 31-33: answers with the result when the instance ends, or gives up at its time', async () => {
    await deploy(oneTask('result'));
    const ask = (requestTimeout: number) =>
      raw.call('CreateProcessInstanceWithResult', {
        request: { bpmnProcessId: 'result', version: -1, variables: '{"a":1,"b":2}' },
        requestTimeout,
        fetchVariables: ['a', 'c'],
      });
    const waiting = ask(10_000);
    const [job] = await jobsOf('result', { requestTimeout: 3_000 });
    await raw.call('CompleteJob', { jobKey: job?.key, variables: '{"c":3}' });
    expect(JSON.parse(String((await waiting)['variables']))).toEqual({ a: 1, c: 3 });
    await expect(ask(200)).rejects.toMatchObject({ code: status.DEADLINE_EXCEEDED });
    expect(await jobsOf('result')).toHaveLength(1);
  });

  test('PI 34, 35: cancels an instance once, with its jobs', async () => {
    await deploy(oneTask('canceled'));
    const { processInstanceKey } = await create('canceled');
    const [job] = await jobsOf('canceled');
    await engine.client.cancelProcessInstance(processInstanceKey);
    await expect(engine.client.cancelProcessInstance(processInstanceKey)).rejects.toMatchObject({
      code: status.NOT_FOUND,
    });
    await expect(raw.call('CompleteJob', { jobKey: job?.key })).rejects.toMatchObject({ code: status.NOT_FOUND });
    expect(await stateOf(processInstanceKey)).toBe('TERMINATED');
  });

  test('MS 144, 146: a message reaches who waits, is buffered for who comes, and is published once', async () => {
    await deploy(
      bpmnProcess('waits')
        .start()
        .receiveTask('receive', { message: 'paid', correlationKey: '= id' })
        .serviceTask('after', { type: 'after' })
        .end()
        .toXml(),
    );
    const publish = (correlationKey: string, messageId: string, timeToLive: number) =>
      engine.client.publishMessage({ name: 'paid', correlationKey, messageId, timeToLive, variables: { sum: 5 } });
    await create('waits', { id: 'early' });
    await publish('early', 'm1', 0);
    expect(await jobsOf('after')).toHaveLength(1);
    await publish('late', 'm2', MINUTE);
    await expect(publish('late', 'm2', MINUTE)).rejects.toMatchObject({ code: status.ALREADY_EXISTS });
    await create('waits', { id: 'late' });
    const [job] = await jobsOf('after', { requestTimeout: 3_000 });
    expect(JSON.parse(job?.variables ?? '')).toEqual({ id: 'late', sum: 5 });
  });

  test('TM 166: a timer fires', async () => {
    await deploy(
      bpmnProcess('timed')
        .start()
        .catchEvent('wait', { event: { timer: { duration: 'PT0.3S' } } })
        .end()
        .toXml(),
    );
    const { processInstanceKey } = await create('timed');
    expect(await stateOf(processInstanceKey)).toBe('ACTIVE');
    await expect.poll(() => stateOf(processInstanceKey), { timeout: 5_000 }).toBe('COMPLETED');
  });

  test('VM 100: sets variables of an instance', async () => {
    await deploy(oneTask('changed'));
    const { processInstanceKey } = await create('changed', { a: 1 });
    const set = (key: string, variables: string) =>
      raw.call('SetVariables', { elementInstanceKey: key, variables, local: false });
    await set(processInstanceKey, '{"a":2,"text":"a\\u0000b \\ud83d\\ude00"}');
    await expect(set('12', '{}')).rejects.toMatchObject({ code: status.NOT_FOUND });
    await expect(set(processInstanceKey, '3')).rejects.toMatchObject({ code: status.INVALID_ARGUMENT });
    const [job] = await jobsOf('changed');
    expect(JSON.parse(job?.variables ?? '')).toEqual({ a: 2, text: 'a\u0000b 😀' });
  });

  test('a name that the store cannot hold harms nobody else', async () => {
    await deploy(oneTask('beside'));
    const publishing = raw.call('PublishMessage', {
      name: 'n\u0000',
      correlationKey: '\u0000',
      timeToLive: MINUTE,
      messageId: '',
    });
    const creating = create('beside');
    await expect(publishing).resolves.toMatchObject({ tenantId: '<default>' });
    await expect(creating).resolves.toMatchObject({ version: 1 });
  });

  test('TN 227, 228: tells topology and health', async () => {
    const topology = await engine.client.topology();
    expect(topology).toMatchObject({
      clusterSize: 1,
      partitionsCount: 1,
      gatewayVersion: '8.9.0',
      brokers: [{ version: '8.9.0', partitions: [{ partitionId: 1, role: 'LEADER', health: 'HEALTHY' }] }],
    });
    const health = connectRaw(engine.broker.grpcAddress, 'grpc.health.v1.Health', 'health.proto');
    expect(await health.call('Check', { service: 'gateway_protocol.Gateway' })).toEqual({ status: 'SERVING' });
    await expect(health.call('Check', { service: 'nobody' })).rejects.toMatchObject({ code: status.NOT_FOUND });
    health.close();
  });

  test('after all this, state, read model and diary agree, and nothing failed', async () => {
    expect(await checkBroker(engine.store.database)).toEqual([]);
    expect(engine.failures).toEqual([]);
  });
});
