import { bpmnProcess } from '@irisflow/bpmn';
import { describe, expect, it } from 'vitest';
import { createTestEngine } from '../testing/index.ts';

const simple = bpmnProcess('p').start().serviceTask('work', { type: 'w' }).end().toXml();

describe('deployment', () => {
  it('DP 1 to 4: versions follow content and name, and are compared with the latest only', () => {
    const engine = createTestEngine();
    const other = bpmnProcess('p').start().task('t').end().toXml();
    const version = (text: string, name = 'a.bpmn') => {
      const [item] = engine.deploy({ name, text }).items;
      return item?.definition.version;
    };
    expect(version(simple)).toBe(1);
    expect(version(simple)).toBe(1);
    expect(version(simple, 'b.bpmn')).toBe(2);
    expect(version(other)).toBe(3);
    expect(version(simple, 'b.bpmn')).toBe(4);
  });

  it('DP 10: the same process id twice in one call is refused', () => {
    const engine = createTestEngine();
    expect(() => engine.deploy({ name: 'a.bpmn', text: simple }, { name: 'b.bpmn', text: simple })).toThrow(/unique/);
  });

  it('DP 20: a mixed deployment gives everything a new version when anything is new', () => {
    const engine = createTestEngine();
    const form = { name: 'f.form', text: '{"id":"f"}' };
    engine.deploy({ name: 'a.bpmn', text: simple }, form);
    const changed = bpmnProcess('p').start().task('t').end().toXml();
    const { items } = engine.deploy({ name: 'a.bpmn', text: changed }, form);
    expect(items.map(({ kind, definition }) => [kind, definition.version])).toEqual([
      ['process', 2],
      ['form', 2],
    ]);
  });

  it('OP 222: deleting the latest version brings back the one before, and its number is never used again', () => {
    const engine = createTestEngine();
    const start = (name: string) =>
      bpmnProcess('m')
        .start('s', { event: { message: name } })
        .userTask('u')
        .end()
        .toXml();
    engine.deploy(start('one'));
    const [item] = engine.deploy(start('two')).items;
    engine.publish('one', '');
    expect(engine.userTasks()).toHaveLength(0);
    engine.send({ kind: 'deleteResource', resourceKey: item!.definition.key });
    engine.publish('one', '');
    expect(engine.userTasks()).toHaveLength(1);
    expect(engine.deploy(start('three')).items[0]?.definition.version).toBe(3);
  });
});

describe('process instances', () => {
  it('PI 23 and 24: by latest, by version, by key, or not found', () => {
    const engine = createTestEngine();
    const [first] = engine.deploy(simple).items;
    engine.deploy(bpmnProcess('p').start().task('t').end().toXml());
    expect(engine.create('p').version).toBe(2);
    expect(engine.create('p', {}, { process: { by: 'id', id: 'p', version: 1 } }).version).toBe(1);
    const key = first!.definition.key as ReturnType<typeof engine.create>['processDefinitionKey'];
    expect(engine.create('p', {}, { process: { by: 'key', key } }).version).toBe(1);
    for (const process of [
      { by: 'id', id: 'q', version: null },
      { by: 'id', id: 'p', version: 9 },
    ] as const) {
      expect(() => engine.create('p', {}, { process })).toThrow(/none found/);
    }
  });

  it('PI 25: no none start event', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start('s', { event: { message: 'm' } })
        .end()
        .toXml(),
    );
    expect(() => engine.create('p')).toThrow(/no such event/);
  });

  it('PI 28 and 29: start instructions open the scopes around them', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .subProcess(
          'sub',
          (inner) =>
            inner
              .start('in')
              .parallelGateway('f')
              .branch((a) => a.serviceTask('a', { type: 'a' }).end('ea'))
              .branch((b) => b.serviceTask('b', { type: 'b' }).end('eb')),
          { inputs: { never: '= 1' } },
        )
        .boundary('late', { event: { timer: { duration: 'PT1H' } } }, (path) => path.end('eLate'))
        .end()
        .toXml(),
    );
    const { processInstanceKey } = engine.create('p', {}, { startAt: ['a', 'b'] });
    expect(engine.active()).toEqual(['p', 'sub', 'a', 'b']);
    expect(engine.variables(engine.element('sub').key)).toEqual({});
    expect(engine.subscriptions()).toHaveLength(1);
    engine.complete('a');
    engine.complete('b');
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });

  it('PI 30: start instructions that cannot be followed', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start('s')
        .subProcess('many', (inner) => inner.start('in').task('deep').end('out'), {
          multiInstance: { inputCollection: '= [1]' },
        })
        .boundary('b', { event: { timer: { duration: 'PT1H' } } }, (path) => path.end('eb'))
        .end()
        .toXml(),
    );
    for (const startAt of ['nowhere', 's', 'b', 'deep']) {
      expect(() => engine.create('p', {}, { startAt: [startAt] })).toThrow(/Expected to create instance/);
    }
  });

  it('PI 31: the result is the variables of the root scope, when the instance completes', () => {
    const engine = createTestEngine();
    engine.deploy(simple);
    engine.create('p', { a: 1, b: 2 }, { awaited: { requestId: 'r1', fetchVariables: ['b', 'c'] } });
    expect(engine.settled()).toEqual([]);
    engine.complete('w', { c: 3 });
    expect(engine.settled()).toMatchObject([
      { requestId: 'r1', outcome: { kind: 'reply', reply: { variables: '{"b":2,"c":3}' } } },
    ]);
  });

  it('PI 34 and 35: cancel ends everything inside, once', () => {
    const engine = createTestEngine();
    engine.deploy(simple);
    const { processInstanceKey } = engine.create('p');
    const [job] = engine.jobs();
    const elementKey = engine.element('work').key as unknown as typeof processInstanceKey;
    expect(engine.refused({ kind: 'cancelInstance', processInstanceKey: elementKey }).type).toBe('NOT_FOUND');
    engine.send({ kind: 'cancelInstance', processInstanceKey });
    expect(engine.isActive(processInstanceKey)).toBe(false);
    expect(engine.refused({ kind: 'completeJob', jobKey: job!.key, variables: '{}', result: null }).type).toBe(
      'NOT_FOUND',
    );
    expect(engine.refused({ kind: 'cancelInstance', processInstanceKey }).type).toBe('NOT_FOUND');
  });
});

describe('user tasks', () => {
  const task = (options = {}) => bpmnProcess('p').start().userTask('u', options).end().toXml();

  it('UT 190: a job-based task has reserved headers', () => {
    const engine = createTestEngine();
    engine.deploy(task({ implementation: 'job', assignee: '= who', candidateGroups: 'a, b', headers: { own: 'x' } }));
    engine.create('p', { who: 'zoe' });
    const [job] = engine.jobs('io.camunda.zeebe:userTask');
    expect(JSON.parse(job!.headers)).toEqual({
      own: 'x',
      'io.camunda.zeebe:assignee': 'zoe',
      'io.camunda.zeebe:candidateGroups': '["a","b"]',
    });
  });

  it('UT 191 to 194: attributes, claim, assign, update, complete', () => {
    const engine = createTestEngine();
    engine.deploy(task({ candidateGroups: '= groups', dueDate: '= due', priority: '70' }));
    const { processInstanceKey } = engine.create('p', { groups: ['clerks'], due: '2030-02-01T12:00:00+01:00' });
    const [found] = engine.userTasks();
    expect(found!.attributes).toEqual({
      assignee: null,
      candidateGroups: ['clerks'],
      candidateUsers: [],
      dueDate: '2030-02-01T12:00:00+01:00',
      followUpDate: null,
      priority: 70,
    });
    const assign = { kind: 'assignUserTask', userTaskKey: found!.key, action: '', requestId: null } as const;
    engine.send({ ...assign, assignee: 'ann', override: 'ifUnassigned' });
    expect(engine.refused({ ...assign, assignee: 'bob', override: 'ifUnassigned' }).type).toBe('INVALID_STATE');
    engine.send({ ...assign, assignee: 'bob', override: 'always' });
    engine.send({ ...assign, assignee: null, override: 'always' });
    expect(engine.userTasks()[0]?.attributes.assignee).toBeNull();
    const update = { kind: 'updateUserTask', userTaskKey: found!.key, action: '', requestId: null } as const;
    engine.send({ ...update, changes: { dueDate: null, priority: 10 } });
    expect(engine.userTasks()[0]?.attributes).toMatchObject({
      dueDate: null,
      priority: 10,
      candidateGroups: ['clerks'],
    });
    expect(engine.refused({ ...update, changes: { priority: 101 } }).type).toBe('INVALID_ARGUMENT');
    const complete = {
      kind: 'completeUserTask',
      userTaskKey: found!.key,
      variables: '{"ok":true}',
      action: '',
      requestId: null,
    } as const;
    engine.send(complete);
    expect(engine.variables(processInstanceKey)).toMatchObject({ ok: true });
    expect(engine.refused(complete).type).toBe('NOT_FOUND');
  });

  it('UT 195: a missing form is an incident until it is deployed', () => {
    const engine = createTestEngine();
    engine.deploy(task({ formId: 'f' }));
    engine.create('p');
    const [incident] = engine.incidents();
    expect(incident?.type).toBe('FORM_NOT_FOUND');
    engine.deploy({ name: 'f.form', text: '{"id":"f"}' });
    engine.send({ kind: 'resolveIncident', incidentKey: incident!.key });
    expect(engine.userTasks()[0]?.formKey).not.toBeNull();
  });

  it('UT 197: listeners correct and deny', () => {
    const engine = createTestEngine();
    engine.deploy(
      task({
        taskListeners: [
          { on: 'assigning', type: 'l' },
          { on: 'completing', type: 'c' },
          { on: 'canceling', type: 'x' },
        ],
      }),
    );
    const { processInstanceKey } = engine.create('p');
    const [found] = engine.userTasks();
    const answer = {
      denied: false,
      deniedReason: '',
      corrections: {},
      activateElements: [],
      isCompletionConditionFulfilled: false,
      isCancelRemainingInstances: false,
    };
    engine.send({
      kind: 'assignUserTask',
      userTaskKey: found!.key,
      assignee: 'ann',
      override: 'always',
      action: '',
      requestId: 'r1',
    });
    expect(engine.settled()).toEqual([]);
    engine.send({
      kind: 'completeJob',
      jobKey: engine.jobs('l')[0]!.key,
      variables: '{}',
      result: { ...answer, corrections: { assignee: 'bob' } },
    });
    expect(engine.userTasks()[0]).toMatchObject({ phase: 'created', attributes: { assignee: 'bob' } });
    const complete = {
      kind: 'completeUserTask',
      userTaskKey: found!.key,
      variables: '{}',
      action: '',
      requestId: 'r2',
    } as const;
    engine.send(complete);
    engine.send({
      kind: 'completeJob',
      jobKey: engine.jobs('c')[0]!.key,
      variables: '{}',
      result: { ...answer, denied: true, deniedReason: 'not yet' },
    });
    expect(engine.settled().map(({ requestId, outcome }) => [requestId, outcome.kind])).toEqual([
      ['r1', 'reply'],
      ['r2', 'rejection'],
    ]);
    engine.send({ kind: 'cancelInstance', processInstanceKey });
    expect(engine.isActive(processInstanceKey)).toBe(true);
    engine.complete('x');
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });

  it.each(['creating', 'assigning', 'updating', 'completing', 'canceling'] as const)(
    'UT 197: a listener of %s whose type cannot be evaluated is an incident, and is asked once that is mended',
    (on) => {
      const engine = createTestEngine();
      engine.deploy(task({ taskListeners: [{ on, type: '= kind' }] }));
      const { processInstanceKey } = engine.create('p');
      const request = { userTaskKey: engine.userTasks()[0]!.key, action: '', requestId: 'r' } as const;
      if (on === 'assigning') engine.send({ kind: 'assignUserTask', ...request, assignee: 'ann', override: 'always' });
      if (on === 'updating') engine.send({ kind: 'updateUserTask', ...request, changes: { priority: 1 } });
      if (on === 'completing') engine.send({ kind: 'completeUserTask', ...request, variables: '{}' });
      if (on === 'canceling') engine.send({ kind: 'cancelInstance', processInstanceKey });
      const [incident] = engine.incidents();
      expect(incident).toMatchObject({ type: 'EXTRACT_VALUE_ERROR', elementId: 'u' });
      expect(engine.userTasks()[0]).toMatchObject({ phase: on });

      engine.send({ kind: 'setVariables', scopeKey: processInstanceKey, variables: '{"kind":"l"}', reach: 'local' });
      engine.send({ kind: 'resolveIncident', incidentKey: incident!.key });
      engine.complete('l');
      const isOver = on === 'completing' || on === 'canceling';
      expect(engine.userTasks().map(({ phase }) => phase)).toEqual(isOver ? [] : ['created']);
      expect(engine.isActive(processInstanceKey)).toBe(!isOver);
    },
  );

  it('UT 196: a boundary timer cancels the task', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .userTask('u')
        .boundary('late', { event: { timer: { duration: 'P1D' } } }, (path) => path.end('tooLate'))
        .end()
        .toXml(),
    );
    const { processInstanceKey } = engine.create('p');
    engine.advance(86_400_000);
    expect(engine.userTasks()).toHaveLength(0);
    expect(engine.completed('tooLate')).toBe(1);
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });
});
