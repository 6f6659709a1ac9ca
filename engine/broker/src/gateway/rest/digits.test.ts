import { usualStore } from '@irisflow/database/testing';
import { bpmnModel } from '@irisflow/bpmn';
import { describe, expect, test } from 'vitest';
import { serveModel } from '../../testing/serve-model.ts';

const MODEL = bpmnModel()
  .process('counted', (draw) =>
    draw.start().serviceTask('count', { type: 'count' }).serviceTask('recount', { type: 'recount' }).end(),
  )
  .process('loose', (draw) =>
    draw
      .start()
      .adHocSubProcess('pool', (inside) =>
        inside.serviceTask('dip', { type: 'dip' }).at('dip').serviceTask('dive', { type: 'dive' }),
      )
      .end(),
  )
  .process('informed', (draw) =>
    draw
      .start()
      .catchEvent('told', { event: { message: 'told', correlationKey: '="all"' } })
      .catchEvent('called', { event: { signal: 'called' } })
      .userTask('look')
      .end(),
  )
  .toXml();

/** What no double holds, and what JSON.stringify would write in another way. */
const NUMBERS = '{"long":9007199254740993,"decimal":12345678901234.567,"price":1.50}';

describe.each([usualStore])('numbers of variables on %s', (kind) => {
  const rest = serveModel(kind, MODEL);

  /** Sends a body as it is written, and gives the answer as it came. */
  const send = async (path: string, body: string, method = 'POST') => {
    const { status, text } = await rest().ask(method, path, body);
    expect(status, text).toBeLessThan(300);
    return text;
  };
  const start = async (id: string, variables = '{}', more = '') => {
    const text = await send('/process-instances', `{"processDefinitionId":"${id}","variables":${variables}${more}}`);
    return { key: /"processInstanceKey":"(\d+)"/.exec(text)?.[1] ?? '', text };
  };
  const valueOf = async (processInstanceKey: string, name: string) => {
    const found = await rest().search('/variables/search', { filter: { processInstanceKey, name } });
    return found.map(({ value }) => value);
  };
  const work = async (type: string) => {
    const wanted = { type, timeout: 60_000, maxJobsToActivate: 1, requestTimeout: 5_000 };
    const text = await send('/jobs/activation', JSON.stringify(wanted));
    return { key: /"jobKey":"(\d+)"/.exec(text)?.[1] ?? '', text };
  };
  const elementOf = async (processInstanceKey: string, elementId: string) => {
    const [found] = await rest().search('/element-instances/search', { filter: { processInstanceKey, elementId } });
    return String(found?.['elementInstanceKey']);
  };

  test('keep every digit from the start of an instance to its end', async () => {
    // given
    const { key } = await start('counted', NUMBERS);

    // when
    const first = await work('count');
    await send(`/jobs/${first.key}/completion`, `{"variables":{"counted":${NUMBERS}}}`);
    const second = await work('recount');

    // then
    expect(first.text).toContain(`"variables":${NUMBERS}`);
    expect(second.text).toContain(`"counted":${NUMBERS}`);
    expect(await valueOf(key, 'long')).toEqual(['9007199254740993']);
    expect(await valueOf(key, 'decimal')).toEqual(['12345678901234.567']);
    expect(await valueOf(key, 'price')).toEqual(['1.50']);
    const [found] = await rest().search('/variables/search', { filter: { processInstanceKey: key, name: 'counted' } });
    expect((await rest().ask('GET', `/variables/${String(found?.['variableKey'])}`)).body['value']).toBe(NUMBERS);
    await send(`/jobs/${second.key}/completion`, '');
  });

  test('keep every digit in the result of an instance', async () => {
    const result = start('counted', NUMBERS, ',"awaitCompletion":true');
    await send(`/jobs/${(await work('count')).key}/completion`, '{}');
    await send(`/jobs/${(await work('recount')).key}/completion`, '{}');
    expect((await result).text).toContain(`"variables":${NUMBERS}`);
  });

  test('keep every digit in whatever brings variables', async () => {
    // given
    const { key } = await start('informed');

    // when
    await send('/messages/correlation', `{"name":"told","correlationKey":"all","variables":{"told":${NUMBERS}}}`);
    await send('/signals/broadcast', `{"signalName":"called","variables":{"called":${NUMBERS}}}`);
    await send(`/element-instances/${key}/variables`, `{"variables":{"set":${NUMBERS}}}`, 'PUT');
    const [task] = await rest().search('/user-tasks/search', { filter: { processInstanceKey: key } });
    await send(`/user-tasks/${String(task?.['userTaskKey'])}/completion`, `{"variables":{"done":${NUMBERS}}}`);

    // then
    for (const name of ['told', 'called', 'set', 'done']) expect(await valueOf(key, name), name).toEqual([NUMBERS]);
  });

  test('keep every digit in variables of single elements', async () => {
    // given
    const { key } = await start('loose');
    const pool = await elementOf(key, 'pool');

    // when
    await send(
      `/element-instances/ad-hoc-activities/${pool}/activation`,
      `{"elements":[{"elementId":"dip","variables":{"a":${NUMBERS}}},{"elementId":"dive","variables":{"b":${NUMBERS}}}]}`,
    );
    await send(
      `/process-instances/${key}/modification`,
      `{"activateInstructions":[{"elementId":"dip","variableInstructions":[{"variables":{"c":${NUMBERS}}}]}]}`,
    );

    // then
    for (const name of ['a', 'b', 'c']) expect(await valueOf(key, name), name).toEqual([NUMBERS]);
  });

  test('are calculated with to their last digit', async () => {
    const expression = (text: string, variables = '{}') =>
      send('/expression/evaluation', `{"expression":"=${text}","variables":${variables}}`);
    expect(await expression('long + 2', NUMBERS)).toContain('"result":9007199254740995,');
    expect(await expression('modulo(51002604200000371428, 97)')).toContain('"result":31,');
    expect(await expression('1 / 3')).toContain('"result":0.3333333333333333,');
  });

  test('that variables cannot hold are refused by name', async () => {
    const variables = '{"account":51002604200000371428,"rate":0.12345678901234567890}';
    const body = `{"processDefinitionId":"counted","variables":${variables}}`;
    const { status, text } = await rest().ask('POST', '/process-instances', body);
    expect(status).toBe(400);
    expect(text).toContain('51002604200000371428');
  });

  test('are found by their value, however the client spells what is around them', async () => {
    const { key } = await start('counted', String.raw`{ "place": { "t\u00e9l": [ 9007199254740993 ] } }`);
    const filter = { processInstanceKey: key, value: '{"tél":[9007199254740993]}' };
    expect(await rest().search('/variables/search', { filter })).toHaveLength(1);
  });
});
