import { bpmnProcess, type UserTaskOptions } from '@irisflow/bpmn';
import { describe, expect, it } from 'vitest';
import { createTestEngine } from '../testing/index.ts';

const verdict = {
  denied: false,
  deniedReason: '',
  corrections: {},
  activateElements: [],
  isCompletionConditionFulfilled: false,
  isCancelRemainingInstances: false,
};

const listening: UserTaskOptions = { taskListeners: [{ on: 'updating', type: 'l' }] };

/** A process that waits at a user task, and what sets variables in the scope of that. */
const given = (options: UserTaskOptions) => {
  const engine = createTestEngine();
  engine.deploy(bpmnProcess('p').start().userTask('u', options).end().toXml());
  const { processInstanceKey } = engine.create('p');
  const scopeKey = engine.element('u').key;
  const update = { kind: 'setVariables', scopeKey, variables: '{"x":1}', reach: 'local', requestId: 'r' } as const;
  const answer = (result: Partial<typeof verdict> & { readonly corrections?: object }) =>
    engine.send({
      kind: 'completeJob',
      jobKey: engine.jobs('l')[0]!.key,
      variables: '{}',
      result: { ...verdict, ...result },
    });
  return { engine, processInstanceKey, scopeKey, update, answer };
};

describe('variables of a user task', () => {
  it('UT 197: are set when its listeners agree, and only then is the caller told', () => {
    const { engine, scopeKey, update, answer } = given(listening);
    expect(engine.send(update)).toBeNull();
    expect(engine.userTasks()[0]?.phase).toBe('updating');
    expect([engine.variables(scopeKey), engine.settled()]).toEqual([{}, []]);
    const job = engine.activate(engine.jobs('l')[0]!.key);
    expect(job).toMatchObject({ listenerEventType: 'UPDATING', userTask: { changedAttributes: ['variables'] } });

    answer({ corrections: { priority: 7 } });
    expect(engine.variables(scopeKey)).toEqual({ x: 1 });
    expect(engine.userTasks()[0]).toMatchObject({ phase: 'created', attributes: { priority: 7 } });
    expect(engine.settled()).toEqual([
      { requestId: 'r', outcome: { kind: 'reply', reply: { key: expect.stringMatching(/^\d+$/) } } },
    ]);
  });

  it('UT 197: go outward where the caller wants that', () => {
    const { engine, processInstanceKey, scopeKey, update, answer } = given(listening);
    engine.send({ ...update, reach: 'propagate' });
    answer({});
    expect([engine.variables(scopeKey), engine.variables(processInstanceKey)]).toEqual([{}, { x: 1 }]);
  });

  it('UT 197: are left alone where a listener denies', () => {
    const { engine, scopeKey, update, answer } = given(listening);
    engine.send(update);
    answer({ denied: true, deniedReason: 'not yet' });
    expect(engine.variables(scopeKey)).toEqual({});
    expect(engine.settled()).toMatchObject([
      { requestId: 'r', outcome: { kind: 'rejection', rejection: { type: 'INVALID_STATE' } } },
    ]);
  });

  it('UT 197: are refused while listeners have the word, and when they are none', () => {
    const { engine, processInstanceKey, update } = given(listening);
    expect(engine.refused({ ...update, variables: '[1]' }).type).toBe('INVALID_ARGUMENT');
    engine.send(update);
    expect(engine.refused(update)).toMatchObject({
      type: 'INVALID_STATE',
      reason: expect.stringContaining("state 'UPDATING'"),
    });
    engine.send({ ...update, scopeKey: processInstanceKey });
    expect(engine.variables(processInstanceKey)).toEqual({ x: 1 });
  });

  it('UT 197: are set at once where nobody listens to updates', () => {
    const { engine, scopeKey, update } = given({ taskListeners: [{ on: 'completing', type: 'l' }] });
    expect(engine.send(update)).toEqual({ key: expect.stringMatching(/^\d+$/) });
    expect(engine.variables(scopeKey)).toEqual({ x: 1 });
    expect(engine.settled()).toEqual([]);
  });

  it('UT 197: wait for a listener whose type can only be evaluated after a repair', () => {
    const { engine, processInstanceKey, scopeKey, update } = given({
      taskListeners: [{ on: 'updating', type: '= kind' }],
    });
    engine.send(update);
    const [incident] = engine.incidents();
    engine.send({ kind: 'setVariables', scopeKey: processInstanceKey, variables: '{"kind":"l"}', reach: 'local' });
    engine.send({ kind: 'resolveIncident', incidentKey: incident!.key });
    engine.complete('l');
    expect(engine.variables(scopeKey)).toEqual({ x: 1 });
  });

  it('CE 211: satisfy a condition at the task once they are set', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .userTask('u', listening)
        .boundary('enough', { event: { condition: '= x = 1' } }, (path) => path.userTask('next').end())
        .end()
        .toXml(),
    );
    engine.create('p');
    const scopeKey = engine.element('u').key;
    engine.send({ kind: 'setVariables', scopeKey, variables: '{"x":1}', reach: 'local' });
    expect(engine.active()).not.toContain('next');
    engine.complete('l');
    expect(engine.active()).toContain('next');
  });
});
