import { usualStore } from '@irisflow/database/testing';
import { bpmnModel } from '@irisflow/bpmn';
import { describe, expect, test } from 'vitest';
import { serveModel } from '../../../testing/serve-model.ts';

const MODEL = bpmnModel()
  .process('started', (draw) =>
    draw
      .start('arrive', { event: { message: 'arrived' } })
      .userTask('decide')
      .end(),
  )
  .process('waiting', (draw) =>
    draw
      .start()
      .catchEvent('wait', { event: { message: 'arrived', correlationKey: '= key' } })
      .end(),
  )
  .toXml();

describe.each([usualStore])('correlated messages on %s', (kind) => {
  const rest = serveModel(kind, MODEL);
  const PATH = '/correlated-message-subscriptions/search';

  test('name the start events and the running instances that took them', async () => {
    // given
    const { processInstanceKey } = await rest().client.createProcessInstance({
      processDefinitionId: 'waiting',
      variables: { key: 'a' },
    });

    // when
    const message = { name: 'arrived', correlationKey: 'a', variables: {} };
    const { messageKey } = await rest().client.correlateMessage(message);

    // then
    const filter = { messageKey };
    const sort = [{ field: 'elementId' }];
    const [start, wait, ...others] = await rest().search(PATH, { filter, sort });
    const [started] = await rest().search('/process-instances/search', { filter: { processDefinitionId: 'started' } });
    expect(start).toEqual({
      subscriptionKey: started?.['processDefinitionKey'],
      messageKey,
      messageName: 'arrived',
      correlationKey: 'a',
      correlationTime: expect.stringMatching(/Z$/),
      partitionId: 1,
      processDefinitionId: 'started',
      processDefinitionKey: started?.['processDefinitionKey'],
      processInstanceKey: started?.['processInstanceKey'],
      rootProcessInstanceKey: started?.['processInstanceKey'],
      elementId: 'arrive',
      elementInstanceKey: null,
      tenantId: '<default>',
    });
    expect(wait).toMatchObject({ elementId: 'wait', processInstanceKey, elementInstanceKey: expect.any(String) });
    expect(others).toEqual([]);
  });

  test('are found by any of their fields, start events too', async () => {
    // given
    const message = { name: 'arrived', correlationKey: 'b', timeToLive: 0, variables: {} };
    const { messageKey } = await rest().client.publishMessage(message);

    // when, then
    const [found] = await rest().search(PATH, { filter: { messageKey } });
    const { elementInstanceKey: _none, messageKey: _asked, ...fields } = found ?? {};
    for (const [field, value] of Object.entries(fields)) {
      expect(await rest().search(PATH, { filter: { messageKey, [field]: value } })).toEqual([found]);
      expect(await rest().search(PATH, { filter: { messageKey, [field]: { $neq: value } } })).toEqual([]);
    }
    const none = { messageKey, elementInstanceKey: { $exists: false } };
    expect(await rest().search(PATH, { filter: none })).toEqual([found]);
    const sort = [{ field: 'partitionId', order: 'DESC' }];
    expect((await rest().search(PATH, { filter: { messageName: 'arrived' }, sort })).length).toBeGreaterThan(1);
  });
});
