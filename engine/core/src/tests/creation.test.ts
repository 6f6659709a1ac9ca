import { bpmnProcess } from '@irisflow/bpmn';
import { describe, expect, it } from 'vitest';
import { createTestEngine } from '../testing/index.ts';

const twoTasks = bpmnProcess('p')
  .start()
  .serviceTask('first', { type: 'first' })
  .boundary('late', { event: { timer: { duration: 'PT1H' } } }, (path) => path.end('tooLate'))
  .serviceTask('second', { type: 'second' })
  .end('done')
  .toXml();

describe('what a creator may ask for', () => {
  it('terminates the instance after an element completed', () => {
    const engine = createTestEngine();
    engine.deploy(twoTasks);
    const { processInstanceKey } = engine.create('p', {}, { terminateAfter: ['first'] });
    engine.complete('first');
    expect(engine.isActive(processInstanceKey)).toBe(false);
    expect([engine.completed('first'), engine.completed('done')]).toEqual([1, 0]);
    expect(engine.replay().trees.get(processInstanceKey)?.ended).toBe(true);
  });

  it('terminates the instance after an element was terminated', () => {
    const engine = createTestEngine();
    engine.deploy(twoTasks);
    const { processInstanceKey } = engine.create('p', {}, { terminateAfter: ['first'] });
    engine.advance(3_600_000);
    expect(engine.isActive(processInstanceKey)).toBe(false);
    expect(engine.completed('tooLate')).toBe(0);
  });

  it('terminates after the whole loop, and after the last element', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .serviceTask('many', { type: 'many', multiInstance: { inputCollection: '= [1, 2]', sequential: true } })
        .end('done')
        .toXml(),
    );
    const looping = engine.create('p', {}, { terminateAfter: ['many'] });
    engine.complete('many');
    expect(engine.isActive(looping.processInstanceKey)).toBe(true);
    engine.complete('many');
    expect(engine.isActive(looping.processInstanceKey)).toBe(false);
    const ending = engine.create('p', {}, { terminateAfter: ['done'] });
    engine.complete('many');
    engine.complete('many');
    expect(engine.isActive(ending.processInstanceKey)).toBe(false);
  });

  it('refuses what no instance can have', () => {
    const engine = createTestEngine();
    engine.deploy(twoTasks);
    const create = (more: object) => () => engine.create('p', {}, more);
    expect(create({ terminateAfter: ['nowhere'] })).toThrow(/no such element/);
    expect(create({ tags: Array.from({ length: 11 }, (_, at) => `t${at}`) })).toThrow(/at most 10 tags/);
    expect(create({ tags: ['x'.repeat(101)] })).toThrow(/1 to 100 characters/);
    expect(create({ businessId: 'x'.repeat(257) })).toThrow(/at most 256 characters/);
  });

  it('lets one active root instance of a process have a business id, where ids are unique', () => {
    const engine = createTestEngine({ businessIds: 'unique' });
    engine.deploy(twoTasks);
    const { processInstanceKey } = engine.create('p', {}, { businessId: 'order-1' });
    expect(() => engine.create('p', {}, { businessId: 'order-1' })).toThrow(/has it/);
    engine.create('p', {}, { businessId: 'order-2' });
    engine.send({ kind: 'cancelInstance', processInstanceKey });
    expect(engine.create('p', {}, { businessId: 'order-1' }).businessId).toBe('order-1');
  });

  it('lets many have it, where they are not', () => {
    const engine = createTestEngine();
    engine.deploy(twoTasks);
    engine.create('p', {}, { businessId: 'order-1' });
    expect(engine.create('p', {}, { businessId: 'order-1' }).businessId).toBe('order-1');
  });
});

describe('a deleted definition', () => {
  it('OP 222: still binds its running instances to what was deployed with it', () => {
    const engine = createTestEngine();
    const caller = bpmnProcess('p')
      .start()
      .serviceTask('work', { type: 'w' })
      .callActivity('call', { processId: 'child', binding: 'deployment' })
      .end()
      .toXml();
    const child = (type: string) => ({
      name: 'child.bpmn',
      text: bpmnProcess('child').start().serviceTask('c', { type }).end().toXml(),
    });
    const [definition] = engine.deploy(caller, child('old')).items;
    engine.create('p');
    engine.deploy(child('new'));
    engine.send({ kind: 'deleteResource', resourceKey: definition!.definition.key });
    engine.complete('w');
    expect(engine.jobs().map(({ type }) => type)).toEqual(['old']);
  });
});

describe('the result of a job', () => {
  it('is refused where it would have no effect', () => {
    const engine = createTestEngine();
    engine.deploy(twoTasks);
    engine.create('p');
    const nothing = {
      denied: false,
      deniedReason: '',
      corrections: {},
      activateElements: [],
      isCompletionConditionFulfilled: false,
      isCancelRemainingInstances: false,
    };
    const answer = { kind: 'completeJob', jobKey: engine.jobs()[0]!.key, variables: '{}' } as const;
    expect(engine.refused({ ...answer, result: { ...nothing, denied: true } })).toMatchObject({
      type: 'INVALID_ARGUMENT',
      reason: expect.stringContaining("'denied'"),
    });
    engine.send({ ...answer, result: nothing });
    expect(engine.completed('first')).toBe(1);
  });
});
