import { bpmnProcess } from '@irisflow/bpmn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkBroker } from '../../index.ts';
import { type BrokerUnderTest, connectRaw, type RawGateway, startBrokerUnderTest } from '../../testing/index.ts';

const MINUTE = 60_000;
const model = bpmnProcess('heavy').start().serviceTask('work', { type: 'heavy' }).end().toXml();

/** A stream on a connection of its own: what one does not read must not keep the others from reading. */
interface Reader {
  readonly keys: string[];
  /** Reads one job after the other. */
  read(): void;
  cancel(): void;
}

describe('a stream whose client does not keep up with heavy jobs', () => {
  let engine: BrokerUnderTest;
  let raw: RawGateway;
  beforeEach(async () => {
    engine = await startBrokerUnderTest('postgres');
    raw = connectRaw(engine.broker.grpcAddress);
    await raw.call('DeployResource', { resources: [{ name: 'heavy.bpmn', content: Buffer.from(model) }] });
  });
  afterEach(async () => {
    raw.close();
    await engine.stop();
  });

  const create = (count: number, bytes = 10_000) => {
    const variables = JSON.stringify({ text: 'x'.repeat(bytes) });
    const call = () => raw.call('CreateProcessInstance', { bpmnProcessId: 'heavy', version: -1, variables });
    return Promise.all(Array.from({ length: count }, call));
  };

  const open = async (worker: string): Promise<Reader> => {
    const own = connectRaw(engine.broker.grpcAddress);
    const stream = own.stream('StreamActivatedJobs', { type: 'heavy', worker, timeout: 10 * MINUTE });
    const keys: string[] = [];
    stream.on('error', () => undefined);
    await new Promise((resolve) => {
      stream.once('metadata', resolve);
    });
    const read = () => {
      stream.on('data', (job: { readonly key: string }) => {
        keys.push(job.key);
        stream.pause();
        setTimeout(() => stream.resume(), 1);
      });
    };
    const cancel = () => {
      stream.cancel();
      own.close();
    };
    return { keys, read, cancel };
  };

  const count = async (text: string, ...values: unknown[]) =>
    Number((await engine.database.query<{ n: string }>(`select count(*) as n from ${text}`, values))[0]?.n);
  const yields = () => count("engine.engine_record where change like '%jobYielded%'");
  const activated = () => count("engine.job where phase = 'activated'");

  test('gives none back, and gets all of them in the order of their keys', async () => {
    // given: nobody reads
    const slow = await open('slow');
    for (let waves = 0; waves < 3; waves += 1) await create(200);

    // when
    slow.read();
    await create(100);

    // then
    await expect.poll(() => slow.keys.length, { timeout: 45_000 }).toBe(700);
    expect(slow.keys).toEqual(slow.keys.toSorted());
    expect(await yields()).toBe(0);
    expect(await checkBroker(engine.database)).toEqual([]);
    expect(await engine.broker.checkMemory()).toEqual([]);
    slow.cancel();
  }, 90_000);

  test('leaves what it cannot take to another one', async () => {
    // given: more than the buffers between us, which hold some megabytes, take for whoever does not read
    const bytes = 50_000;
    const stuck = await open('stuck');
    await create(200, bytes);

    // when
    const quick = await open('quick');
    quick.read();
    for (let waves = 0; waves < 3; waves += 1) await create(200, bytes);

    // then: every job is with one of them, and more than its half with whoever reads
    await expect.poll(activated, { timeout: 20_000 }).toBe(800);
    await expect.poll(() => quick.keys.length, { timeout: 20_000 }).toBeGreaterThan(300);
    expect(await yields()).toBe(0);

    stuck.cancel();
    quick.cancel();
  }, 90_000);
});
