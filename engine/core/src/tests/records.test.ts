import { bpmnProcess } from '@irisflow/bpmn';
import { describe, expect, it } from 'vitest';
import { toRecords } from '../index.ts';
import { createTestEngine } from '../testing/index.ts';

describe('records', () => {
  it('tell the life of an instance in value types and intents, one entry per event', () => {
    // given
    const engine = createTestEngine();
    engine.deploy(bpmnProcess('p').start('s').userTask('u').end('e').toXml());
    engine.create('p', { x: 1 });
    const [task] = engine.userTasks();
    // when
    engine.send({
      kind: 'completeUserTask',
      userTaskKey: task!.key,
      variables: '{}',
      action: 'approve',
      requestId: null,
    });
    // then
    const source = {
      tenantId: '<default>',
      processInstance: () => undefined,
      job: () => undefined,
      userTask: () => task,
    };
    const drafts = engine.changes().flatMap((change) => {
      const records = toRecords(change, source);
      expect(records).toHaveLength(change.events.length);
      return records.flatMap((draft) => draft ?? []);
    });
    const said = drafts.map(({ valueType, intent }) => `${valueType} ${intent}`);
    expect(said.slice(0, 3)).toEqual(['DEPLOYMENT CREATED', 'PROCESS CREATED', 'PROCESS_INSTANCE_CREATION CREATED']);
    expect(said).toContain('VARIABLE CREATED');
    expect(said).toContain('USER_TASK CREATED');
    expect(said.at(-1)).toBe('PROCESS_INSTANCE ELEMENT_COMPLETED');
    const completed = drafts.find(({ valueType, intent }) => valueType === 'USER_TASK' && intent === 'COMPLETED');
    expect(completed?.value).toMatchObject({ elementId: 'u', action: 'approve', tenantId: '<default>' });
  });
});
