import { bpmnProcess } from '@irisflow/bpmn';
import { expect, test } from 'vitest';
import { startBrokerUnderTest } from '../../testing/broker-under-test.ts';

/** Without rotation the first failure came at call 1,009, and again about every thousand. */
const CALLS = 10_000;

test('zeebe-node survives more calls on one connection than Node 20 allows resets', async () => {
  // given
  const engine = await startBrokerUnderTest('postgres');
  const { client } = engine;
  const xml = bpmnProcess('calls').start().end().toXml();
  await client.deployResource({ name: 'calls.bpmn', process: Buffer.from(xml) });

  // when: 64 in flight
  let failures = 0;
  let left = CALLS;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      await client.createProcessInstance({ bpmnProcessId: 'calls', variables: {} }).catch(() => {
        failures += 1;
      });
    }
  };
  await Promise.all(Array.from({ length: 64 }, lane));

  // then
  expect(failures).toBe(0);
  const [row] = await engine.store.database.query<{ n: string }>(
    `select count(*) as n from engine.process_instance where state = 'COMPLETED'`,
  );
  expect(row?.n).toBe(String(CALLS));
  await engine.stop();
});
