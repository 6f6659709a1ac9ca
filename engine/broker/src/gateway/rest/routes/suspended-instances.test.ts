import { usualStore } from '@irisflow/database/testing';
import { bpmnModel } from '@irisflow/bpmn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkBroker } from '../../../checking/check-broker.ts';
import { type RestUnderTest, startRestUnderTest } from '../../../testing/rest-under-test.ts';
import { createTestClock } from '../../../testing/test-clock.ts';

const HOUR = 3_600_000;

const MODEL = bpmnModel()
  .process('outer', (draw) => draw.start().callActivity('call', { processId: 'inner' }).end())
  .process('inner', (draw) => draw.start().userTask('look').end())
  .process('busy', (draw) =>
    draw
      .start()
      .serviceTask('work', { type: '= kind' })
      .boundary('late', { event: { timer: { duration: 'PT1H' } }, interrupting: false }, (path) => path.end('told'))
      .end(),
  )
  .toXml();

describe.each([usualStore])('suspended instances on %s', (kind) => {
  let rest: RestUnderTest;
  const clock = createTestClock();
  const start = async (processDefinitionId: string, variables: Record<string, unknown> = {}) =>
    (await rest.client.createProcessInstance({ processDefinitionId, variables })).processInstanceKey;
  const suspend = (key: string) => rest.ask('POST', `/process-instances/${key}/suspension`);
  const resume = (key: string) => rest.ask('POST', `/process-instances/${key}/resumption`);
  const state = async (key: string) => (await rest.ask('GET', `/process-instances/${key}`)).body['state'];
  const activate = async (type: string, requestTimeout = -1) => {
    const request = { type, worker: 'w', timeout: HOUR, maxJobsToActivate: 5, requestTimeout };
    return (await rest.ask('POST', '/jobs/activation', request)).body['jobs'] as Record<string, unknown>[];
  };

  beforeAll(async () => {
    rest = await startRestUnderTest(kind, clock);
    await rest.client.deployResources([{ name: 'model.bpmn', content: MODEL }]);
  });
  afterAll(() => rest.stop());

  test('are shown as such, with what they called', async () => {
    // given
    const outer = await start('outer');
    const [inner] = await rest.search('/process-instances/search', { filter: { parentProcessInstanceKey: outer } });
    const keys = [outer, inner?.['processInstanceKey']];
    const found = async (wanted: string) =>
      (
        await rest.search('/process-instances/search', {
          filter: { state: wanted, processInstanceKey: { $in: keys } },
          sort: [{ field: 'processInstanceKey' }],
        })
      ).map(({ processInstanceKey }) => processInstanceKey);

    // when
    const answer = await suspend(outer);

    // then
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(await found('SUSPENDED')).toEqual(keys);
    expect(await state(outer)).toBe('SUSPENDED');
    expect(
      await rest.search('/element-instances/search', { filter: { elementId: 'look', state: 'ACTIVE' } }),
    ).not.toEqual([]);
    expect((await resume(outer)).status).toBe(204);
    expect(await found('ACTIVE')).toEqual(keys);
  });

  test('say why a call is refused', async () => {
    // given
    const outer = await start('outer');
    const [inner] = await rest.search('/process-instances/search', { filter: { parentProcessInstanceKey: outer } });
    const called = String(inner?.['processInstanceKey']);
    const [task] = await rest.search('/user-tasks/search', { filter: { processInstanceKey: called } });

    // when
    const early = await resume(outer);
    await suspend(outer);
    const refusals = [
      early,
      await suspend(outer),
      await suspend(called),
      await resume(called),
      await rest.ask('POST', `/user-tasks/${String(task?.['userTaskKey'])}/completion`, {}),
      await rest.ask('POST', `/process-instances/${outer}/modification`, { terminateInstructions: [] }),
    ];
    const unknown = [await suspend('1'), await resume('1')];

    // then
    expect(refusals.map(({ status }) => status)).toEqual(refusals.map(() => 409));
    expect(refusals.map(({ body }) => body['detail'])).toEqual([
      expect.stringContaining('not suspended'),
      expect.stringContaining('suspended already'),
      expect.stringContaining(`Suspend the root process instance '${outer}'`),
      expect.stringContaining(`Resume the root process instance '${outer}'`),
      expect.stringContaining(`process instance '${outer}' is suspended`),
      expect.stringContaining(`process instance '${outer}' is suspended`),
    ]);
    expect(unknown.map(({ status }) => status)).toEqual([404, 404]);
  });

  test('rest over a restart too, and their jobs go to who waits for them', async () => {
    // given
    const busy = await start('busy', { kind: 'asleep' });
    await suspend(busy);
    expect(await activate('asleep')).toEqual([]);

    // when
    await rest.restart(() => clock.advance(2 * HOUR));

    // then
    expect(await checkBroker(rest.engine.database)).toEqual([]);
    expect(await state(busy)).toBe('SUSPENDED');
    expect(await activate('asleep')).toEqual([]);
    expect(await rest.search('/element-instances/search', { filter: { elementId: 'told' } })).toEqual([]);
    const waiting = activate('asleep', 10_000);
    await resume(busy);
    expect(await waiting).toMatchObject([{ elementId: 'work', processInstanceKey: busy }]);
    expect(await rest.search('/element-instances/search', { filter: { elementId: 'told' } })).toMatchObject([
      { processInstanceKey: busy, state: 'COMPLETED' },
    ]);
  });

  test('offer nothing when the worker gives a job back or its time is over', async () => {
    // given
    const busy = await start('busy', { kind: 'leased' });
    const [job] = await activate('leased');
    await suspend(busy);

    // when
    const answer = await rest.ask('POST', `/jobs/${String(job?.['jobKey'])}/completion`, {});
    clock.advance(2 * HOUR);
    const waiting = activate('leased', 500);

    // then
    expect([answer.status, answer.body['detail']]).toEqual([409, expect.stringContaining('suspended')]);
    expect(await waiting).toEqual([]);
    await resume(busy);
    expect(await activate('leased')).toMatchObject([{ jobKey: job?.['jobKey'] }]);
  });

  test('are canceled by a batch like the others', async () => {
    // given
    const busy = await start('busy', { kind: 'gone' });
    await suspend(busy);

    // when
    await rest.ask('POST', '/process-instances/cancellation', { filter: { processInstanceKey: busy } });

    // then
    await expect.poll(() => state(busy)).toBe('TERMINATED');
  });

  test('agree with their diary afterwards, and no failure was reported', async () => {
    expect(await checkBroker(rest.engine.database)).toEqual([]);
    expect(rest.engine.failures).toEqual([]);
  });
});
