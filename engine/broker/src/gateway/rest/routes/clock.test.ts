import { usualStore } from '@irisflow/database/testing';
import { bpmnModel } from '@irisflow/bpmn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSettableClock } from '../../../settable-clock.ts';
import { type RestUnderTest, startRestUnderTest } from '../../../testing/rest-under-test.ts';

const MODEL = bpmnModel()
  .process('month', (draw) =>
    draw
      .start()
      .catchEvent('wait', { event: { timer: { duration: 'P30D' } } })
      .end(),
  )
  .process('work', (draw) => draw.start().serviceTask('do', { type: 'work' }).end())
  .process('ask', (draw) => draw.start().receiveTask('hear', { message: 'heard', correlationKey: '= id' }).end())
  .toXml();

const DAY = 86_400_000;
const NOON = Date.parse('2030-06-01T12:00:00Z');

describe.each([usualStore])('a clock that clients stop on %s', (kind) => {
  let rest: RestUnderTest;
  const pin = (timestamp: number) => rest.ask('PUT', '/clock', { timestamp });
  const start = async (processDefinitionId: string, variables: object = {}) =>
    String(
      (await rest.ask('POST', '/process-instances', { processDefinitionId, variables })).body['processInstanceKey'],
    );
  const instance = async (key: string) => (await rest.ask('GET', `/process-instances/${key}`)).body;
  const takeJob = async () => {
    const asked = { type: 'work', timeout: DAY, maxJobsToActivate: 1, requestTimeout: -1 };
    return (await rest.ask('POST', '/jobs/activation', asked)).body['jobs'] as Record<string, unknown>[];
  };

  beforeAll(async () => {
    rest = await startRestUnderTest(kind, createSettableClock());
    await rest.client.deployResources([{ name: 'model.bpmn', content: MODEL }]);
  });
  afterAll(() => rest.stop());

  test('dates what happens, and timers fall due when it is put forward', async () => {
    expect((await pin(NOON)).status).toBe(204);
    const key = await start('month');
    expect(await instance(key)).toMatchObject({ state: 'ACTIVE', startDate: '2030-06-01T12:00:00.000Z' });
    await pin(NOON + 31 * DAY);
    await expect.poll(() => instance(key)).toMatchObject({ state: 'COMPLETED', endDate: '2030-07-02T12:00:00.000Z' });
  });

  test('a job comes back when its lease is over by that clock', async () => {
    await pin(NOON);
    await start('work');
    expect(await takeJob()).toMatchObject([{ deadline: NOON + DAY }]);
    expect(await takeJob()).toEqual([]);
    await pin(NOON + 2 * DAY);
    await expect.poll(takeJob).toMatchObject([{ deadline: NOON + 3 * DAY }]);
  });

  test('a message lives until its time by that clock', async () => {
    await pin(NOON);
    for (const [correlationKey, timeToLive] of [
      ['short', DAY],
      ['long', 9 * DAY],
    ]) {
      await rest.ask('POST', '/messages/publication', { name: 'heard', correlationKey, timeToLive });
    }
    await pin(NOON + 2 * DAY);
    expect(await instance(await start('ask', { id: 'short' }))).toMatchObject({ state: 'ACTIVE' });
    expect(await instance(await start('ask', { id: 'long' }))).toMatchObject({ state: 'COMPLETED' });
  });

  test('runs on with that of the machine when it is let go', async () => {
    expect((await rest.ask('POST', '/clock/reset')).status).toBe(204);
    const before = Date.now();
    const { startDate } = await instance(await start('work'));
    expect(Date.parse(String(startDate))).toBeGreaterThanOrEqual(before);
    expect(Date.parse(String(startDate))).toBeLessThanOrEqual(Date.now());
    expect(rest.engine.failures).toEqual([]);
  });
});
