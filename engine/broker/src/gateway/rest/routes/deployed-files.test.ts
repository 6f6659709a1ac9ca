import { usualStore } from '@irisflow/database/testing';
import { bpmnModel } from '@irisflow/bpmn';
import { writeDmn } from '@irisflow/dmn';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RestUnderTest, startRestUnderTest } from '../../../testing/rest-under-test.ts';

const MODEL = bpmnModel()
  .process('rent', (draw) =>
    draw.start('begin', { formId: 'ask', formBinding: 'deployment' }).userTask('decide', { formId: 'ask' }).end(),
  )
  .process('plain', (draw) => draw.start().userTask('look').end())
  .toXml();
const RATES = writeDmn({ id: 'rates', name: 'Rates', decisions: [{ id: 'rate', name: 'Rate', logic: '12' }] });
const form = (title: string) => JSON.stringify({ id: 'ask', components: [], title });

describe.each([usualStore])('deployed files on %s', (kind) => {
  let rest: RestUnderTest;
  const taskOf = async (processDefinitionId: string) => {
    const { processInstanceKey } = await rest.client.createProcessInstance({ processDefinitionId, variables: {} });
    const [task] = await rest.search('/user-tasks/search', { filter: { processInstanceKey } });
    return String(task?.['userTaskKey']);
  };
  const resource = async (resourceName: string) => {
    const sort = [{ field: 'version', order: 'DESC' }];
    const [found] = await rest.search('/resources/search', { filter: { resourceName }, sort });
    return { key: String(found?.['resourceKey']), found };
  };

  beforeAll(async () => {
    rest = await startRestUnderTest(kind);
    await rest.client.deployResources([
      { name: 'model.bpmn', content: MODEL },
      { name: 'rates.dmn', content: RATES },
      { name: 'ask.form', content: form('one') },
    ]);
    await rest.client.deployResources([{ name: 'ask.form', content: form('two') }]);
  });
  afterAll(() => rest.stop());
  afterEach(() => {
    if (rest.engine.failures.length > 0) throw new Error(rest.engine.failures.join('\n'));
  });

  test('are found by name, shown, and given byte for byte', async () => {
    const { key, found } = await resource('ask.form');
    expect(found).toMatchObject({ resourceId: 'ask', version: 2, versionTag: null });
    expect((await rest.ask('GET', `/resources/${key}`)).body).toEqual(found);
    const content = await rest.ask('GET', `/resources/${key}/content`);
    expect(content).toMatchObject({ status: 200, type: 'application/json; charset=utf-8', text: form('two') });
    const model = await rest.ask('GET', `/resources/${(await resource('model.bpmn')).key}/content`);
    expect(model).toMatchObject({ type: 'text/xml; charset=utf-8', text: MODEL });
    expect((await rest.ask('GET', '/resources/1/content')).status).toBe(404);
  });

  test('with an id that no store holds are refused', async () => {
    const files = new FormData();
    files.append('resources', new File([JSON.stringify({ id: 'a\u0000b', components: [] })], 'zero.form'));
    const { status, body } = await rest.ask('POST', '/deployments', files);
    expect([status, body['detail']]).toEqual([400, expect.stringContaining('without the character U+0000')]);
  });

  test('in another encoding are read as they declare, and their diagram is text', async () => {
    // given
    const model = bpmnModel()
      .process('latin', (draw) => draw.start().userTask('look', { name: 'Déjà vu' }).end())
      .toXml()
      .replace('encoding="UTF-8"', 'encoding="ISO-8859-1"');

    // when
    const files = new FormData();
    files.append('resources', new Blob([Buffer.from(model, 'latin1')]), 'latin.bpmn');
    expect(await rest.ask('POST', '/deployments', files)).toMatchObject({ status: 200 });

    // then
    const [definition] = await rest.search('/process-definitions/search', { filter: { processDefinitionId: 'latin' } });
    const diagram = await rest.ask('GET', `/process-definitions/${String(definition?.['processDefinitionKey'])}/xml`);
    expect(diagram.text).toContain('name="Déjà vu"');
    expect(diagram.text).toContain('encoding="UTF-8"');
  });

  test('are gone from searches after their deletion, and the version before takes over', async () => {
    // given
    const { key } = await resource('rates.dmn');

    // when
    const deleted = await rest.ask('POST', `/resources/${key}/deletion`, { operationReference: 7 });

    // then
    expect(deleted).toMatchObject({ status: 200, body: { resourceKey: key } });
    expect(await rest.search('/resources/search', { filter: { resourceName: 'rates.dmn' } })).toEqual([]);
    expect((await rest.ask('POST', `/resources/${key}/deletion`)).status).toBe(404);
  });

  test('hold the form of a process as it was deployed with it, and the newest of a task', async () => {
    const [rent] = await rest.search('/process-definitions/search', { filter: { processDefinitionId: 'rent' } });
    const start = await rest.ask('GET', `/process-definitions/${String(rent?.['processDefinitionKey'])}/form`);
    expect(start.body).toMatchObject({ formId: 'ask', version: 1, schema: form('one') });
    const task = await rest.ask('GET', `/user-tasks/${await taskOf('rent')}/form`);
    expect(task.body).toMatchObject({ formId: 'ask', version: 2, schema: form('two') });
    expect((await rest.ask('GET', `/forms/${String(task.body['formKey'])}`)).body).toEqual(task.body);
  });

  test('say nothing where there is no form', async () => {
    const [plain] = await rest.search('/process-definitions/search', { filter: { processDefinitionId: 'plain' } });
    expect(await rest.ask('GET', `/process-definitions/${String(plain?.['processDefinitionKey'])}/form`)).toMatchObject(
      {
        status: 204,
      },
    );
    expect(await rest.ask('GET', `/user-tasks/${await taskOf('plain')}/form`)).toMatchObject({ status: 204 });
    const unknown = await Promise.all(
      ['/forms/1', '/user-tasks/1/form', '/process-definitions/1/form'].map((path) => rest.ask('GET', path)),
    );
    expect(unknown.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});
