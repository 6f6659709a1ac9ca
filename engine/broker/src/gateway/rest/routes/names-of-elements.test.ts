import { usualStore } from '@irisflow/database/testing';
import { bpmnModel } from '@irisflow/bpmn';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RestUnderTest, startRestUnderTest } from '../../../testing/rest-under-test.ts';

const MODEL = bpmnModel()
  .process(
    'rent',
    (draw) => draw.start('begin', { formId: 'rent-form' }).userTask('decide', { name: 'Decide on the rent' }).end(),
    { name: 'Rent allowance' },
  )
  .process('plain', (draw) =>
    draw
      .start()
      .userTask('look', { multiInstance: { inputCollection: '= [1, 2]' } })
      .end(),
  )
  .toXml();

describe.each([usualStore])('names of elements on %s', (kind) => {
  let rest: RestUnderTest;
  const start = async (processDefinitionId: string) =>
    (await rest.client.createProcessInstance({ processDefinitionId, variables: {} })).processInstanceKey;
  const elements = async (body: object) =>
    (await rest.search('/element-instances/search', body)).map(({ elementId, elementName }) => [
      elementId,
      elementName,
    ]);

  beforeAll(async () => {
    rest = await startRestUnderTest(kind);
    const form = { name: 'rent.form', content: JSON.stringify({ id: 'rent-form', components: [] }) };
    await rest.client.deployResources([{ name: 'model.bpmn', content: MODEL }, form]);
  });
  afterAll(() => rest.stop());
  afterEach(() => {
    if (rest.engine.failures.length > 0) throw new Error(rest.engine.failures.join('\n'));
  });

  test('are those of the diagram, or else the id, and are searched and sorted by', async () => {
    // given
    const [rent, plain] = [await start('rent'), await start('plain')];
    const both = { $in: [rent, plain] };

    // when, then
    const filter = { processInstanceKey: both, state: 'ACTIVE', type: { $neq: 'UNKNOWN' } };
    expect(await elements({ filter, sort: [{ field: 'elementName' }] })).toEqual([
      ['decide', 'Decide on the rent'],
      ['rent', 'Rent allowance'],
      ['look', 'look'],
      ['look', 'look'],
      ['look', 'look'],
      ['plain', 'plain'],
    ]);
    expect(await elements({ filter: { ...filter, elementName: { $like: '* allowance' } } })).toEqual([
      ['rent', 'Rent allowance'],
    ]);
    const tasks = await rest.search('/user-tasks/search', {
      filter: { processInstanceKey: both, name: { $in: ['Decide on the rent', 'look'] } },
      sort: [{ field: 'name', order: 'DESC' }],
    });
    expect(tasks.map(({ name }) => name)).toEqual(['look', 'look', 'Decide on the rent']);
  });

  test('are known of what an earlier program deployed, and so is the form that starts a process', async () => {
    // given
    const processInstanceKey = await start('rent');
    await rest.engine.database.query(`update engine.definition set element_names = null, start_form = null`);

    // when
    await rest.restart();

    // then
    expect(await rest.search('/user-tasks/search', { filter: { processInstanceKey } })).toMatchObject([
      { name: 'Decide on the rent' },
    ]);
    const found = await rest.search('/process-definitions/search', { filter: { hasStartForm: true } });
    expect(found).toMatchObject([{ processDefinitionId: 'rent', hasStartForm: true }]);
    const form = await rest.ask('GET', `/process-definitions/${String(found[0]?.['processDefinitionKey'])}/form`);
    expect(form.body).toMatchObject({ formId: 'rent-form' });
  });
});
