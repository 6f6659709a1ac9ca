import { bpmnProcess } from '@irisflow/bpmn';
import { type Database, openDatabase } from '@irisflow/database';
import { openTestDatabase } from '@irisflow/database/testing';
import { afterEach, describe, expect, test } from 'vitest';
import { checkBroker, startBroker } from './index.ts';
import { type BrokerUnderTest, startBrokerUnderTest } from './testing/broker-under-test.ts';
import { collect, connectRaw } from './testing/raw-gateway.ts';

const MINUTE = 60_000;
const model = bpmnProcess('kept')
  .start()
  .serviceTask('work', { type: 'kept' })
  .catchEvent('pause', { event: { timer: { duration: 'PT10M' } } })
  .receiveTask('receive', { message: 'go', correlationKey: '= id' })
  .end()
  .toXml();

describe.each(['postgres', 'pglite'] as const)('a restart on %s', (kind) => {
  let engine: BrokerUnderTest;
  afterEach(() => engine.stop());

  test('goes on where everything was, and fires what fell due meanwhile once', async () => {
    // given
    let time = Date.now();
    engine = await startBrokerUnderTest(kind, { now: () => time });
    await engine.client.deployResource({ name: 'kept.bpmn', process: Buffer.from(model) });
    const first = await engine.client.createProcessInstance({ bpmnProcessId: 'kept', variables: { id: 'one' } });
    await engine.restart();

    // when: the job is still there for a worker of the new process
    const jobs = async () => {
      const raw = connectRaw(engine.broker.grpcAddress);
      const request = { type: 'kept', worker: 'w', timeout: MINUTE, maxJobsToActivate: 5, requestTimeout: 5_000 };
      const messages = await collect(raw.stream('ActivateJobs', request));
      raw.close();
      return messages.flatMap((message) => message['jobs'] as { key: string }[]);
    };
    const [job] = await jobs();
    await engine.client.completeJob({ jobKey: job?.key ?? '', variables: {} });
    time += 11 * MINUTE;
    await engine.restart();
    await engine.client.publishMessage({
      name: 'go',
      correlationKey: 'one',
      messageId: 'm',
      timeToLive: MINUTE,
      variables: {},
    });

    // then
    const { database } = engine;
    await expect
      .poll(
        async () =>
          (
            await database.query(`select state from engine.process_instance where key = $1`, [first.processInstanceKey])
          )[0]?.['state'],
        { timeout: 5_000 },
      )
      .toBe('COMPLETED');
    expect(await checkBroker(database)).toEqual([]);
    expect(engine.failures).toEqual([]);
  });
});

test('a second broker on the same PostgreSQL stands by and takes over; the old one is fenced', async () => {
  // given
  const engine = await startBrokerUnderTest('postgres');
  await engine.client.deployResource({ name: 'kept.bpmn', process: Buffer.from(model) });
  const database = await openDatabase(engine.store.location);
  const standby = await startBroker({ database, grpc: { host: '127.0.0.1', port: 0 } });
  expect([engine.broker.isLeader, standby.isLeader]).toEqual([true, false]);
  const raw = connectRaw(standby.grpcAddress);
  const create = () => raw.call('CreateProcessInstance', { bpmnProcessId: 'kept', version: -1 });
  await expect(create()).rejects.toMatchObject({ code: 14 });

  // when: somebody raises the epoch, as a new writer does after the lease ran out
  await database.query(
    `update engine.partition set epoch = epoch + 1, writer_epoch = epoch + 1, lease_until = '-infinity'`,
  );
  const fenced = engine.client.createProcessInstance({ bpmnProcessId: 'kept', variables: {} });

  // then
  await expect(fenced).rejects.toThrow(/another one took over|standing by|stopping/);
  await expect.poll(() => engine.broker.isLeader !== standby.isLeader, { timeout: 8_000 }).toBe(true);
  raw.close();
  await standby.stop();
  await database.close();
  await engine.stop();
});

test('a broker that is stopped while it prolongs its lease leaves the lease to the next one', async () => {
  // given
  const store = await openTestDatabase('postgres');
  let isRenewing = false;
  const database: Database = {
    ...store.database,
    query: async (text, values) => {
      if (text.includes('set lease_until = now()')) {
        isRenewing = true;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      return store.database.query(text, values);
    },
  };
  const grpc = { host: '127.0.0.1', port: 0 };
  const first = await startBroker({ database, grpc });
  await expect.poll(() => isRenewing, { timeout: 5_000 }).toBe(true);

  // when
  await first.stop();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const next = await startBroker({ database: store.database, grpc });

  // then
  expect(next.isLeader).toBe(true);
  await next.stop();
  await store.database.close();
  await store.drop();
});
