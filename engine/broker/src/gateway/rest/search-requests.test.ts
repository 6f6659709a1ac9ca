import { usualStore } from '@irisflow/database/testing';
import { bpmnProcess } from '@irisflow/bpmn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RestUnderTest, startRestUnderTest } from '../../testing/rest-under-test.ts';

const MODEL = bpmnProcess('visit').start('begin').userTask('look').end().toXml();

describe.each([usualStore])('a search as clients send it on %s', (kind) => {
  let rest: RestUnderTest;
  let keys: string[];
  const found = async (body: object) =>
    (await rest.search('/process-instances/search', body)).map(({ processInstanceKey }) => processInstanceKey);
  const types = async (filter: object) =>
    (await rest.search('/element-instances/search', { filter, sort: [{ field: 'elementInstanceKey' }] })).map(
      ({ type }) => type,
    );

  beforeAll(async () => {
    rest = await startRestUnderTest(kind);
    await rest.client.deployResources([{ name: 'visit.bpmn', content: MODEL }]);
    const create = () => rest.client.createProcessInstance({ processDefinitionId: 'visit', variables: {} });
    keys = [await create(), await create()].map(({ processInstanceKey }) => processInstanceKey);
  });
  afterAll(() => rest.stop());

  test.each([
    ['$in', { processInstanceKey: { $in: [] } }],
    ['$notIn', { processInstanceKey: { $notIn: [] } }],
    ['$in of a field with many values', { elementId: { $in: [] } }],
    ['$in beside another operator', { processInstanceKey: { $in: [], $neq: '1' } }],
    ['$in in an alternative', { $or: [{ processInstanceKey: { $in: [] } }, { processDefinitionId: 'other' }] }],
    ['list of tags', { tags: [] }],
  ])('finds everything by an empty %s', async (_empty, filter) => {
    expect(await found({ filter, sort: [{ field: 'processInstanceKey' }] })).toEqual(keys);
  });

  test('sorts by an order in any case', async () => {
    const sorted = (order: string) => found({ sort: [{ field: 'processInstanceKey', order }] });
    expect(await Promise.all(['asc', 'desc', 'Asc', 'DESC'].map(sorted))).toEqual([
      keys,
      keys.toReversed(),
      keys,
      keys.toReversed(),
    ]);
    const refused = await rest.ask('POST', '/process-instances/search', { sort: [{ field: 'state', order: 'up' }] });
    expect(refused.status).toBe(400);
  });

  test('leaves the process out of its element instances unless its type is asked for', async () => {
    const processInstanceKey = keys[0];
    expect(await types({ processInstanceKey })).toEqual(['START_EVENT', 'USER_TASK']);
    expect(await types({ processInstanceKey, type: 'PROCESS' })).toEqual(['PROCESS']);
    expect(await types({ processInstanceKey, type: { $in: ['PROCESS', 'USER_TASK'] } })).toEqual([
      'PROCESS',
      'USER_TASK',
    ]);
    expect(await types({ processInstanceKey, $or: [{ type: 'PROCESS' }, { elementId: 'look' }] })).toEqual([
      'PROCESS',
      'USER_TASK',
    ]);
    const { body } = await rest.ask('GET', `/element-instances/${processInstanceKey}`);
    expect(body).toMatchObject({ type: 'PROCESS' });
  });
});
