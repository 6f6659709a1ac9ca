import { bpmnProcess } from '@irisflow/bpmn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkBroker } from '../../index.ts';
import { type BrokerUnderTest, connectRaw, type RawGateway, startBrokerUnderTest } from '../../testing/index.ts';

const MINUTE = 60_000;
const model = bpmnProcess('heavy').start().serviceTask('work', { type: 'heavy' }).end().toXml();
const variables = JSON.stringify({ text: 'x'.repeat(10_000) });

/** A stream on a connection of its own: what one does not read must not keep the others from reading. */
interface Reader {
  readonly keys: string[];
  /** Reads one job after the other. */
  read(): void;
  cancel(): void;
}

describe('a stream whose client does not keep up with jobs of ten kilobytes', () => {
  let engine: BrokerUnderTest;
  let raw: RawGateway;
  beforeEach(async () => {
    engine = await startBrokerUnderTest('postgres');
    raw = connectRaw(engine.broker.grpcAddress);
    await raw.call('DeployResource', { resources: [{ name: 'heavy.bpmn', content: Buffer.from(model) }] });
  }, 60_000);
  afterEach(async () => {
    raw.close();
    await engine.stop();
  });

  const create = (count: number) =>
    Promise.all(
      Array.from({ length: count }, () =>
        raw.call('CreateProcessInstance', { bpmnProcessId: 'heavy', version: -1, variables }),
      ),
    );

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
    // given
    const stuck = await open('stuck');
    await create(200);

    // when
    const quick = await open('quick');
    quick.read();
    // More than the buffers of a busy machine take for whoever does not read; each wave is dealt before the next one.
    for (let wave = 1; wave <= 3; wave += 1) {
      await create(200);
      await expect.poll(activated, { timeout: 20_000 }).toBe(200 + 200 * wave);
    }

    // then: every job is with one of them
    await expect.poll(() => quick.keys.length, { timeout: 20_000 }).toBeGreaterThan(300);
    expect(await yields()).toBe(0);

    stuck.cancel();
    quick.cancel();
  }, 90_000);
});
