import { bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';

const oneTask = (id: string, type: string) => bpmnProcess(id).start().serviceTask('work', { type }).end().toXml();

scenarios('PI', 'Create and cancel', (scenario) => {
  scenario(23, 'starts by id in the latest version, by id and version, by key', async (world) => {
    // given
    const [id, type] = [world.name('order'), world.name('work')];
    const [first] = await world.deploy(oneTask(id, type));
    await world.deploy(oneTask(id, `${type}_second`));
    const processDefinitionKey = (first?.['process'] as { processDefinitionKey: string }).processDefinitionKey;

    // when
    const latest = await world.client.createProcessInstance({ bpmnProcessId: id, variables: {} });
    const exact = await world.client.createProcessInstance({ bpmnProcessId: id, version: 1, variables: {} });
    const byKey = await world.raw.call('CreateProcessInstance', { processDefinitionKey, variables: '{}' });

    // then
    expect([latest.version, exact.version, byKey['version']]).toEqual([2, 1, 1]);
    expect(await world.activate(type)).toHaveLength(2);
  });
});
