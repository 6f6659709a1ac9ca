import { usualStore } from '@irisflow/database/testing';
import { Camunda8 } from '@camunda8/sdk';
import { bpmnModel } from '@irisflow/bpmn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RestUnderTest, startRestUnderTest } from '../../testing/rest-under-test.ts';

const MINUTE = 60_000;

const MODEL = bpmnModel()
  .process('whole', (draw) =>
    draw
      .start()
      .serviceTask('work', { type: 'whole' })
      .catchEvent('paid', { event: { message: 'paid', correlationKey: '= order' } })
      .userTask('decide', { name: 'Decide' })
      .end(),
  )
  .process('quick', (draw) => draw.start().scriptTask('add', { expression: '= a + 1', resultVariable: 'b' }).end())
  .toXml();

/** Where to connect, that nobody has to sign in, and no logs; everything else is as the client comes. */
const clientsOf = (rest: RestUnderTest) => {
  const sdk = new Camunda8({
    ZEEBE_GRPC_ADDRESS: `grpc://${rest.engine.broker.grpcAddress}`,
    ZEEBE_REST_ADDRESS: rest.url.replace(/\/v2$/, ''),
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    CAMUNDA_LOG_LEVEL: 'none',
    zeebeGrpcSettings: { ZEEBE_CLIENT_LOG_LEVEL: 'NONE' },
  });
  return { grpc: sdk.getZeebeGrpcApiClient(), rest: sdk.getCamundaRestClient() };
};

describe('the public client with its defaults', () => {
  let rest: RestUnderTest;
  let clients: ReturnType<typeof clientsOf>;

  beforeAll(async () => {
    rest = await startRestUnderTest(usualStore);
    clients = clientsOf(rest);
    await clients.rest.deployResources([{ name: 'whole.bpmn', content: MODEL }]);
  });
  afterAll(async () => {
    await clients.grpc.close();
    await rest.stop();
  });

  /** Pays for the order, decides, and finds the instance at its end. */
  const finish = async (processInstanceKey: string, order: string) => {
    await clients.rest.publishMessage({ name: 'paid', correlationKey: order, timeToLive: MINUTE, variables: {} });
    const filter = { processInstanceKey };
    const page = { from: 0, limit: 10 };
    const find = async () =>
      (await clients.rest.searchUserTasks({ filter, page, sort: [{ field: 'creationDate' }] })).items;
    await expect.poll(find, { timeout: 20_000 }).toMatchObject([{ name: 'Decide', state: 'CREATED' }]);
    const [task] = await find();
    const userTaskKey = task?.userTaskKey ?? '';
    await clients.rest.assignUserTask({ userTaskKey, assignee: 'ada' });
    await clients.rest.completeUserTask({ userTaskKey, variables: { granted: true } });
    const { items } = await clients.rest.searchProcessInstances({ filter, sort: [{ field: 'startDate' }] });
    expect(items).toMatchObject([{ processInstanceKey, state: 'COMPLETED' }]);
    const variables = await clients.rest.searchVariables({ filter, sort: [{ field: 'name' }] });
    return variables.items.map(({ name, value }) => [name, value]);
  };
  const left = (order: string) => [
    ['granted', 'true'],
    ['order', JSON.stringify(order)],
    ['worked', 'true'],
  ];

  test('takes an instance from its start to its end with a worker over gRPC', async () => {
    // given
    const worker = clients.grpc.createWorker({
      taskType: 'whole',
      taskHandler: (job) => job.complete({ worked: true }),
    });

    // when
    const variables = { order: 'grpc' };
    const { processInstanceKey } = await clients.grpc.createProcessInstance({ bpmnProcessId: 'whole', variables });

    // then
    expect(await finish(processInstanceKey, 'grpc')).toEqual(left('grpc'));
    await worker.close();
  });

  test('takes an instance from its start to its end with a worker over REST', async () => {
    // given
    const worker = clients.rest.createJobWorker({
      type: 'whole',
      worker: 'clerk',
      timeout: MINUTE,
      maxJobsToActivate: 5,
      jobHandler: (job) => job.complete({ worked: true }),
    });

    // when
    const variables = { order: 'rest' };
    const { processInstanceKey } = await clients.rest.createProcessInstance({
      processDefinitionId: 'whole',
      variables,
    });

    // then
    expect(await finish(processInstanceKey, 'rest')).toEqual(left('rest'));
    await worker.stop();
  });

  test('creates with result, over gRPC and over REST', async () => {
    const variables = { a: 1 };
    const overGrpc = await clients.grpc.createProcessInstanceWithResult({ bpmnProcessId: 'quick', variables });
    const overRest = await clients.rest.createProcessInstanceWithResult({ processDefinitionId: 'quick', variables });
    expect([overGrpc.variables, overRest.variables]).toEqual([
      { a: 1, b: 2 },
      { a: 1, b: 2 },
    ]);
    expect(rest.engine.failures).toEqual([]);
  });
});
