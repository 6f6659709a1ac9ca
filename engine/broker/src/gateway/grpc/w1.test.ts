import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrokerUnderTest, startBrokerUnderTest } from '../../testing/broker-under-test.ts';
import { w1Process } from '../../testing/w1-process.ts';

describe.each(['postgres', 'pglite'] as const)('the gateway on %s', (kind) => {
  let engine: BrokerUnderTest;
  beforeAll(async () => {
    engine = await startBrokerUnderTest(kind);
  }, 60_000);
  afterAll(() => engine.stop());

  test('runs a process from deployment to the user task with workers of zeebe-node', async () => {
    // given
    const { client } = engine;
    const deployment = await client.deployResource({ name: 'w1.bpmn', process: Buffer.from(w1Process()) });
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
    const instance = await client.createProcessInstance({ bpmnProcessId: 'w1', variables: { amount: 200 } });
    await expect.poll(() => done, { timeout: 5_000 }).toEqual(['first', 'second', 'third']);

    // then
    const rows = async () =>
      engine.store.database.query(`select state, element_id from engine.user_task where process_instance_key = $1`, [
        instance.processInstanceKey,
      ]);
    await expect.poll(rows).toEqual([{ state: 'CREATED', element_id: 'decide' }]);
    await Promise.all(workers.map((worker) => worker.close()));
    expect(engine.failures).toEqual([]);
  }, 20_000);
});
