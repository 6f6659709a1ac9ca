import { usualStore } from '@irisflow/database/testing';
import { bpmnModel } from '@irisflow/bpmn';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RestUnderTest, startRestUnderTest } from '../../../testing/rest-under-test.ts';
import { createTestClock } from '../../../testing/test-clock.ts';

const MODEL = bpmnModel()
  .process('outer', (draw) => draw.start().callActivity('call', { processId: 'inner' }).end(), { name: 'Outer' })
  .process('inner', (draw) =>
    draw
      .start()
      .subProcess('part', (inside) =>
        inside
          .start()
          .userTask('look', { inputs: { shade: '="near"' } })
          .end(),
      )
      .end(),
  )
  .process('stuck', (draw) =>
    draw
      .start()
      .subProcess('piece', (inside) => inside.start().serviceTask('breaks', { type: '=nothing' }).end())
      .end(),
  )
  .process('later', (draw) =>
    draw
      .start()
      .catchEvent('wait', { event: { timer: { duration: 'P30D' } } })
      .end(),
  )
  .toXml();

describe.each([usualStore])('running instances on %s', (kind) => {
  let rest: RestUnderTest;
  const clock = createTestClock();
  const start = async (processDefinitionId: string, variables: Record<string, unknown> = {}) =>
    (await rest.client.createProcessInstance({ processDefinitionId, variables })).processInstanceKey;
  const elementOf = async (processInstanceKey: string, elementId: string) => {
    const [found] = await rest.search('/element-instances/search', { filter: { processInstanceKey, elementId } });
    return String(found?.['elementInstanceKey']);
  };
  const instanceOf = async (parentProcessInstanceKey: string) => {
    const [found] = await rest.search('/process-instances/search', { filter: { parentProcessInstanceKey } });
    return String(found?.['processInstanceKey']);
  };

  beforeAll(async () => {
    rest = await startRestUnderTest(kind, clock);
    await rest.client.deployResources([{ name: 'model.bpmn', content: MODEL }]);
  });
  afterAll(() => rest.stop());
  afterEach(() => {
    if (rest.engine.failures.length > 0) throw new Error(rest.engine.failures.join('\n'));
  });

  test('name the flows that they took and nobody else', async () => {
    const outer = await start('outer');
    const inner = await instanceOf(outer);
    const flowsOf = async (key: string) =>
      (await rest.ask('GET', `/process-instances/${key}/sequence-flows`)).body['items'];
    expect(await flowsOf(outer)).toMatchObject([
      { processInstanceKey: outer, processDefinitionId: 'outer', elementId: expect.any(String) },
    ]);
    expect(await flowsOf(inner)).toHaveLength(2);
    expect((await rest.ask('GET', '/process-instances/1/sequence-flows')).status).toBe(404);
  });

  test('name those that called them, the root first', async () => {
    const outer = await start('outer');
    const inner = await instanceOf(outer);
    const { text } = await rest.ask('GET', `/process-instances/${inner}/call-hierarchy`);
    expect(JSON.parse(text)).toMatchObject([
      { processInstanceKey: outer, processDefinitionName: 'Outer' },
      { processInstanceKey: inner, processDefinitionName: 'inner' },
    ]);
    expect((await rest.ask('GET', '/process-instances/1/call-hierarchy')).status).toBe(404);
  });

  test('show a task of several variables with one name only the nearest', async () => {
    // given
    const inner = await instanceOf(await start('outer', { shade: 'far', light: 'sun' }));
    const [task] = await rest.search('/user-tasks/search', { filter: { processInstanceKey: inner } });
    const path = `/user-tasks/${String(task?.['userTaskKey'])}`;
    const valuesOf = async (what: string) =>
      (await rest.search(`${path}/${what}/search`, { sort: [{ field: 'name' }] })).map(({ name, value }) => [
        name,
        value,
      ]);

    // then
    expect(await valuesOf('effective-variables')).toEqual([
      ['light', '"sun"'],
      ['shade', '"near"'],
    ]);
    expect(await valuesOf('variables')).toHaveLength(3);
  });

  test('show the incidents of an element with those inside it', async () => {
    const stuck = await start('stuck');
    const part = await elementOf(stuck, 'piece');
    const breaks = await elementOf(stuck, 'breaks');
    const found = await rest.search(`/element-instances/${part}/incidents/search`);
    expect(found).toMatchObject([{ elementId: 'breaks', elementInstanceKey: breaks }]);
    expect(await rest.search(`/element-instances/${breaks}/incidents/search`)).toEqual(found);
    const other = await elementOf(await start('stuck'), 'piece');
    expect(await rest.search(`/element-instances/${other}/incidents/search`)).toHaveLength(1);
  });

  test('go on when the clock is put past their timers', async () => {
    // given
    const key = await start('later');
    const state = async () => (await rest.ask('GET', `/process-instances/${key}`)).body['state'];

    // when
    const pinned = await rest.ask('PUT', '/clock', { timestamp: Date.now() + 31 * 86_400_000 });

    // then
    expect(pinned.status).toBe(204);
    await expect.poll(state).toBe('COMPLETED');
    expect((await rest.ask('POST', '/clock/reset')).status).toBe(204);
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
  });
});

test('an engine on the clock of its machine does not let it be set', async () => {
  const rest = await startRestUnderTest(usualStore);
  const answers = [await rest.ask('PUT', '/clock', { timestamp: 1 }), await rest.ask('POST', '/clock/reset')];
  await rest.stop();
  expect(answers.map(({ status }) => status)).toEqual([403, 403]);
});
