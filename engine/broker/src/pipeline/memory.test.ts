import { bpmnProcess, type ProcessPath } from '@irisflow/bpmn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type BrokerUnderTest,
  collect,
  connectRaw,
  createTestClock,
  type RawGateway,
  startBrokerUnderTest,
} from '../testing/index.ts';

/** What is kept is counted one by one: more would only take longer. */
const INSTANCES = 200;

const waiting = (id: string, draw: (path: ProcessPath) => unknown, correlationKey = '= number') => {
  const path = bpmnProcess(id)
    .start()
    .eventSubProcess('instead', (inner) =>
      inner.start('calledOff', { event: { message: `${id}-off`, correlationKey } }).end(),
    )
    .serviceTask('work', { type: id });
  draw(path);
  return path.end().toXml();
};

/** What ends instances, and everything in them that waited, by something other than a worker's success. */
const endings = {
  boundary: waiting('boundary', (path) =>
    path.boundary('told', { event: { message: 'boundary-told', correlationKey: '= number' } }, (aside) => aside.end()),
  ),
  timer: waiting('timer', (path) =>
    path.boundary('late', { event: { timer: { duration: 'PT1H' } } }, (aside) => aside.end()),
  ),
  error: waiting('error', (path) => path.boundary('wrong', { event: { error: 'E' } }, (aside) => aside.end())),
  signal: waiting('signal', (path) => path.boundary('heard', { event: { signal: 'all' } }, (aside) => aside.end())),
};

describe('what the engine keeps in memory', () => {
  const clock = createTestClock();
  let engine: BrokerUnderTest;
  let raw: RawGateway;
  beforeEach(async () => {
    engine = await startBrokerUnderTest('postgres', clock);
    raw = connectRaw(engine.broker.grpcAddress);
    const resources = Object.entries(endings).map(([name, model]) => ({
      name: `${name}.bpmn`,
      content: Buffer.from(model),
    }));
    await raw.call('DeployResource', { resources });
  });
  afterEach(async () => {
    raw.close();
    await engine.stop();
  });

  const many = (work: (number: number) => Promise<unknown>) =>
    Promise.all(Array.from({ length: INSTANCES }, (_, number) => work(number)));
  const begin = (bpmnProcessId: string) =>
    many((number) =>
      raw.call('CreateProcessInstance', {
        bpmnProcessId,
        version: -1,
        variables: JSON.stringify({ number: `n${number}` }),
      }),
    );
  const publish = (name: string) =>
    many((number) => raw.call('PublishMessage', { name, correlationKey: `n${number}`, timeToLive: 60_000 }));
  const jobKeys = async (type: string) =>
    (
      await engine.database.query<{ key: string }>('select key from engine.job where type = $1 order by key', [type])
    ).map(({ key }) => key);
  const active = async () =>
    Number(
      (
        await engine.database.query<{ n: string }>(
          "select count(*) as n from engine.process_instance where state = 'ACTIVE'",
        )
      )[0]?.['n'],
    );

  const end: { readonly [Name in keyof typeof endings]: () => Promise<unknown> } = {
    boundary: () => publish('boundary-told'),
    timer: async () => clock.advance(3_600_000),
    error: async () => {
      const keys = await jobKeys('error');
      await many((number) => raw.call('ThrowError', { jobKey: keys[number], errorCode: 'E' }));
    },
    signal: () => raw.call('BroadcastSignal', { signalName: 'all' }),
  };

  test.each(Object.keys(endings) as (keyof typeof endings)[])(
    'is nothing of hundreds of instances that ended by: %s',
    async (name) => {
      // given
      await begin(name);
      expect(await active()).toBe(INSTANCES);
      expect(await engine.broker.checkMemory()).toEqual([]);

      // when
      await end[name]();

      // then
      await expect.poll(active, { timeout: 15_000 }).toBe(0);
      expect(await engine.broker.checkMemory()).toEqual([]);
    },
    60_000,
  );

  test('is nothing of hundreds of instances that an event sub-process ended, nor of their jobs that nobody took', async () => {
    await begin('boundary');
    await publish('boundary-off');
    await expect.poll(active, { timeout: 15_000 }).toBe(0);
    expect(await engine.broker.checkMemory()).toEqual([]);
  });

  test('is nothing of types that workers once asked for', async () => {
    const poll = { worker: 'w', timeout: 1_000, maxJobsToActivate: 1, requestTimeout: 50 };
    await many((number) => collect(raw.stream('ActivateJobs', { ...poll, type: `no-such-${number}` })));
    expect(await engine.broker.checkMemory()).toEqual([]);
  });

  test('is the same after a restart', async () => {
    // given
    for (const name of Object.keys(endings)) await begin(name);
    const keys = await jobKeys('timer');
    await raw.call('FailJob', { jobKey: keys[0], retries: 0 });
    await raw.call('FailJob', { jobKey: keys[1], retries: 1, retryBackOff: 5_000 });

    // when
    raw.close();
    await engine.restart();
    raw = connectRaw(engine.broker.grpcAddress);

    // then
    expect(await engine.broker.checkMemory()).toEqual([]);
    await publish('timer-off');
    expect(await engine.broker.checkMemory()).toEqual([]);
  });
});
