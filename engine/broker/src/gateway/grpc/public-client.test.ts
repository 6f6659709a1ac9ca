import { Camunda8 } from '@camunda8/sdk';
import { bpmnProcess } from '@irisflow/bpmn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrokerUnderTest, startBrokerUnderTest } from '../../testing/broker-under-test.ts';

const MINUTE = 60_000;

/** A task that may throw, then a message: everything a client does to an instance. */
const model = bpmnProcess('public')
  .start()
  .serviceTask('work', { type: 'public' })
  .boundary('refused', { event: { error: 'REFUSED' } }, (path) => path.end('turnedDown'))
  .receiveTask('wait', { message: 'answered', correlationKey: '= id' })
  .end('done')
  .toXml();

const connect = (address: string) =>
  new Camunda8({
    ZEEBE_GRPC_ADDRESS: `grpc://${address}`,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    CAMUNDA_OAUTH_DISABLED: true,
    CAMUNDA_LOG_LEVEL: 'none',
    zeebeGrpcSettings: { ZEEBE_CLIENT_LOG_LEVEL: 'NONE', ZEEBE_GRPC_CLIENT_RETRY: false },
  }).getZeebeGrpcApiClient();

describe('the public client over gRPC', () => {
  let engine: BrokerUnderTest;
  let client: ReturnType<typeof connect>;
  beforeAll(async () => {
    engine = await startBrokerUnderTest('postgres');
    client = connect(engine.broker.grpcAddress);
  });
  afterAll(async () => {
    await client.close();
    await engine.stop();
  });

  const create = (id: string) => client.createProcessInstance({ bpmnProcessId: 'public', variables: { id } });
  const endOf = async (key: string) => {
    const { database } = engine;
    const [instance] = await database.query(`select state from engine.process_instance where key = $1`, [key]);
    const elements = await database.query(
      `select element_id from engine.element_instance where process_instance_key = $1 and type = 'END_EVENT'`,
      [key],
    );
    return [instance?.['state'], ...elements.map((element) => element['element_id'])];
  };
  const jobOf = async (instanceKey: string) => {
    const jobs = await client.activateJobs({
      type: 'public',
      worker: 'one',
      timeout: MINUTE,
      maxJobsToActivate: 10,
      requestTimeout: 2_000,
    });
    const job = jobs.find(({ processInstanceKey }) => processInstanceKey === instanceKey);
    if (job === undefined) throw new TypeError(`Expected a job of instance ${instanceKey}, but found ${jobs.length}`);
    return job;
  };

  test('deploys, and reads the topology', async () => {
    const deployed = await client.deployResource({ name: 'public.bpmn', process: Buffer.from(model) });
    expect(deployed.deployments[0]).toMatchObject({ process: { bpmnProcessId: 'public', version: 1 } });
    expect(await client.topology()).toMatchObject({ clusterSize: 1, partitionsCount: 1 });
  });

  test('starts an instance, works its job and publishes its message', async () => {
    // given
    const { processInstanceKey } = await create('first');
    const worker = client.createWorker({
      taskType: 'public',
      taskHandler: (job) => job.complete({ seen: job.variables['id'] ?? '' }),
    });

    // when
    await client.publishMessage({ name: 'answered', correlationKey: 'first', timeToLive: MINUTE, variables: {} });

    // then
    await expect.poll(() => endOf(processInstanceKey), { timeout: 5_000 }).toEqual(['COMPLETED', 'done']);
    await worker.close();
  });

  test('throws an error at the boundary of a task', async () => {
    const { processInstanceKey } = await create('second');
    const { key } = await jobOf(processInstanceKey);
    await client.throwError({ jobKey: key, errorCode: 'REFUSED', errorMessage: 'no' });
    expect(await endOf(processInstanceKey)).toEqual(['COMPLETED', 'turnedDown']);
  });

  test('cancels an instance, and hears that its job is gone', async () => {
    const { processInstanceKey } = await create('third');
    const { key } = await jobOf(processInstanceKey);
    await client.cancelProcessInstance(processInstanceKey);
    expect(await endOf(processInstanceKey)).toEqual(['TERMINATED']);
    await expect(client.completeJob({ jobKey: key, variables: {} })).rejects.toThrow(/NOT_FOUND/);
    expect(engine.failures).toEqual([]);
  });
});
