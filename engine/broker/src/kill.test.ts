import { bpmnProcess } from '@irisflow/bpmn';
import { openDatabase } from '@irisflow/database';
import { openTestDatabase } from '@irisflow/database/testing';
import { expect, test } from 'vitest';
import { checkBroker } from './index.ts';
import { startBrokerProcess } from './testing/broker-process.ts';
import { connectRaw, type RawGateway } from './testing/raw-gateway.ts';

const SEED = Number(process.env['KILL_SEED'] ?? 7);
const CYCLES = Number(process.env['KILL_CYCLES'] ?? 2);

/** Small seeded generator, so that a failing schedule can be repeated. */
const createRandom = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
};

const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Instances that are acknowledged before a process is killed, however slow the machine is. */
const LEAST = 10;

/** What the clients were told. */
interface Acknowledged {
  readonly created: Set<string>;
  readonly completed: Set<string>;
}

/** Creates instances and completes jobs until the connection breaks; only what was answered counts. */
const load = (gateway: RawGateway, acknowledged: Acknowledged) => {
  const run = { isOver: false };
  const create = async () => {
    while (!run.isOver) {
      const reply = await gateway
        .call('CreateProcessInstance', { bpmnProcessId: 'killed', version: -1 })
        .catch(() => null);
      if (reply === null) await pause(20);
      else acknowledged.created.add(String(reply['processInstanceKey']));
    }
  };
  const stream = gateway.stream('StreamActivatedJobs', { type: 'killed', worker: 'w', timeout: 1_500 });
  stream.on('error', () => undefined);
  stream.on('data', ({ key }: { key: string }) => {
    gateway.call('CompleteJob', { jobKey: key }).then(
      () => acknowledged.completed.add(key),
      () => undefined,
    );
  });
  const lanes = Promise.all([create(), create(), create(), create()]);
  return async () => {
    run.isOver = true;
    await lanes;
    stream.cancel();
    gateway.close();
  };
};

test.concurrent.each(['postgres', 'pglite'] as const)(
  'kill -9 on %s loses nothing acknowledged and doubles nothing',
  async (kind) => {
    // given
    const store = await openTestDatabase(kind);
    await store.database.close();
    const random = createRandom(SEED);
    const acknowledged: Acknowledged = { created: new Set(), completed: new Set() };
    let running = await startBrokerProcess(store.location);
    const deployer = connectRaw(running.address);
    const xml = bpmnProcess('killed')
      .start()
      .serviceTask('a', { type: 'killed' })
      .serviceTask('b', { type: 'killed' })
      .end()
      .toXml();
    await deployer.call('DeployResource', { resources: [{ name: 'killed.bpmn', content: Buffer.from(xml) }] });
    deployer.close();

    // when
    for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
      const stop = load(connectRaw(running.address), acknowledged);
      while (acknowledged.created.size <= cycle * LEAST) await pause(20);
      await pause(300 + random() * 500);
      await running.kill();
      await stop();
      running = await startBrokerProcess(store.location);
    }
    const drain = load(connectRaw(running.address), acknowledged);
    await pause(200);
    await drain();
    await running.stop();

    // then
    const database = await openDatabase(store.location);
    const keys = async (sql: string) => new Set((await database.query<{ key: string }>(sql)).map(({ key }) => key));
    const instances = await keys(`select key from engine.process_instance`);
    const completed = await keys(`select key from engine.job where state = 'COMPLETED'`);
    expect(acknowledged.created.size).toBeGreaterThan(CYCLES * LEAST);
    expect([...acknowledged.created].filter((key) => !instances.has(key))).toEqual([]);
    expect([...acknowledged.completed].filter((key) => !completed.has(key))).toEqual([]);
    // Each instance runs each of its two tasks at most once, and has ended exactly when both are done.
    expect(
      await database.query(
        `select p.key from engine.process_instance p left join engine.job j on j.process_instance_key = p.key
        group by p.key, p.state having count(*) > 2 or (p.state = 'COMPLETED') <> (count(*) filter (where j.state = 'COMPLETED') = 2)`,
      ),
    ).toEqual([]);
    expect(await checkBroker(database)).toEqual([]);
    await database.close();
    await store.drop();
  },
  180_000,
);
