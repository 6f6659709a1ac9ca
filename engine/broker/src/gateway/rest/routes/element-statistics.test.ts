import { usualStore } from '@irisflow/database/testing';
import { bpmnModel } from '@irisflow/bpmn';
import { describe, expect, test } from 'vitest';
import { serveModel } from '../../../testing/serve-model.ts';

const MODEL = bpmnModel()
  .process('rent', (draw) =>
    draw
      .start('begin')
      .subProcess('part', (inside) =>
        inside
          .start('in')
          .serviceTask('each', {
            type: '= if item = 3 then null else "each"',
            multiInstance: {
              inputCollection: '= [1, 2, 3]',
              inputElement: 'item',
            },
          })
          .end('out'),
      )
      .boundary('stopped', { event: { message: 'stop', correlationKey: '= id' } }, (path) => path.end('over'))
      .end('done'),
  )
  .toXml();

describe.each([usualStore])('statistics of elements on %s', (kind) => {
  const rest = serveModel(kind, MODEL);

  const start = async (id: string) =>
    (await rest().client.createProcessInstance({ processDefinitionId: 'rent', variables: { id } })).processInstanceKey;
  const completeOne = async () => {
    const [job] = await rest().client.activateJobs({
      type: 'each',
      worker: 'test',
      timeout: 60_000,
      maxJobsToActivate: 1,
      requestTimeout: 5_000,
    });
    await job?.complete();
  };
  const ofInstance = async (key: string) =>
    (await rest().ask('GET', `/process-instances/${key}/statistics/element-instances`)).body['items'];
  const ofDefinition = async (filter: object) => {
    const [definition] = await rest().search('/process-definitions/search', {
      filter: { processDefinitionId: 'rent' },
    });
    const key = String(definition?.['processDefinitionKey']);
    return rest().search(`/process-definitions/${key}/statistics/element-instances`, { filter });
  };
  const none = { active: 0, canceled: 0, incidents: 0, completed: 0 };

  test('count the element instances of one instance, and the instances of a definition', async () => {
    // given: the first runs and is stuck, the second was stopped
    const [first, second] = [await start('first'), await start('second')];
    await completeOne();
    await rest().ask('POST', '/messages/correlation', { name: 'stop', correlationKey: 'second' });

    // when, then: the body of the loop counts too
    expect(await ofInstance(first)).toEqual([
      { ...none, elementId: 'begin', completed: 1 },
      { ...none, elementId: 'each', active: 2, incidents: 1, completed: 1 },
      { ...none, elementId: 'in', completed: 1 },
      { ...none, elementId: 'part', active: 1 },
    ]);
    expect(await ofInstance(second)).toEqual([
      { ...none, elementId: 'begin', completed: 1 },
      { ...none, elementId: 'each', canceled: 4 },
      { ...none, elementId: 'in', completed: 1 },
      { ...none, elementId: 'over', completed: 1 },
      { ...none, elementId: 'part', canceled: 1 },
      { ...none, elementId: 'stopped', completed: 1 },
    ]);
    expect(await ofDefinition({})).toEqual([
      { ...none, elementId: 'begin', completed: 2 },
      { ...none, elementId: 'each', active: 1, canceled: 1, incidents: 1, completed: 1 },
      { ...none, elementId: 'in', completed: 2 },
      { ...none, elementId: 'over', completed: 1 },
      { ...none, elementId: 'part', active: 1, canceled: 1 },
      { ...none, elementId: 'stopped', completed: 1 },
    ]);
    expect(await ofDefinition({ state: 'ACTIVE', hasIncident: true })).toContainEqual({
      ...none,
      elementId: 'part',
      active: 1,
    });
    expect(await ofDefinition({ processInstanceKey: '1' })).toEqual([]);
    expect(
      await ofDefinition({ elementId: { $in: ['each', 'over'] }, elementInstanceState: { $neq: 'COMPLETED' } }),
    ).toEqual([{ ...none, elementId: 'each', active: 1, canceled: 1, incidents: 1 }]);
    expect(await ofDefinition({ hasElementInstanceIncident: true })).toEqual([
      { ...none, elementId: 'each', incidents: 1 },
    ]);
  });
});
