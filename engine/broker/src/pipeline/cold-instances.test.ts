import { bpmnProcess } from '@irisflow/bpmn';
import { openTestDatabase, type TestDatabase, usualStore } from '@irisflow/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Broker, checkBroker, startBroker } from '../index.ts';
import { connectRaw, type RawGateway } from '../testing/index.ts';
import { type CountingDatabase, countReads } from '../testing/counting-database.ts';
import { preparedEngine } from '../testing/prepared-engine.ts';

const INSTANCES = 50;

const model = bpmnProcess('cold')
  .start()
  .receiveTask('receive', { message: 'go', correlationKey: '= id' })
  .catchEvent('hear', { event: { signal: 'all' } })
  .end()
  .toXml();

/** Ends with a signal that reaches many. */
const caller = bpmnProcess('caller')
  .start()
  .throwEvent('call', { event: { signal: 'all' } })
  .end()
  .toXml();

describe.each([usualStore])('instances that are only in the store (%s)', (kind) => {
  let store: TestDatabase;
  let counting: CountingDatabase;
  let broker: Broker;
  let raw: RawGateway;

  const start = async () => {
    broker = await startBroker({ database: counting.database, grpc: { host: '127.0.0.1', port: 0 } });
    raw = connectRaw(broker.grpcAddress);
  };
  const stop = async () => {
    raw.close();
    await broker.stop();
  };
  const forgetAll = async () => {
    await stop();
    await start();
    counting.take();
  };
  const all = (work: (id: string) => Promise<unknown>) =>
    Promise.all(Array.from({ length: INSTANCES }, (_, number) => work(`id-${number}`)));
  const publish = (correlationKey: string) => raw.call('PublishMessage', { name: 'go', correlationKey });
  const active = async () =>
    (await store.database.query("select key from engine.process_instance where state = 'ACTIVE'")).length;

  beforeEach(async () => {
    store = await openTestDatabase(kind, preparedEngine);
    counting = countReads(store.database);
    await start();
    const resources = [model, caller].map((text, at) => ({ name: `cold-${at}.bpmn`, content: Buffer.from(text) }));
    await raw.call('DeployResource', { resources });
    await all((id) =>
      raw.call('CreateProcessInstance', { bpmnProcessId: 'cold', version: -1, variables: JSON.stringify({ id }) }),
    );
  });

  afterEach(async () => {
    await stop();
    await store.drop();
  });

  test('are loaded together when a signal wakes them', async () => {
    // given
    await all(publish);
    await forgetAll();

    // when
    await raw.call('BroadcastSignal', { signalName: 'all' });

    // then
    expect(counting.take()).toEqual({ load_buckets: 1, load_trees: 1 });
    expect(await active()).toBe(0);
    expect(await broker.checkMemory()).toEqual([]);
    expect(await checkBroker(store.database)).toEqual([]);
  });

  test('are loaded together when the signal comes from another instance', async () => {
    // given
    await all(publish);
    await forgetAll();

    // when
    await raw.call('CreateProcessInstance', { bpmnProcessId: 'caller', version: -1 });

    // then
    expect(counting.take()).toEqual({ load_buckets: 1, load_trees: 1 });
    expect(await active()).toBe(0);
  });

  test('are loaded together when each gets a message of its own', async () => {
    // given
    await forgetAll();

    // when
    await all(publish);

    // then: the first message may be alone in its batch
    const reads = counting.take();
    expect(reads['load_trees']).toBeLessThanOrEqual(5);
    expect(reads['load_buckets']).toBeLessThanOrEqual(10);
    expect(await broker.checkMemory()).toEqual([]);
  });
});
