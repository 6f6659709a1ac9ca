import { bpmnModel, bpmnProcess } from '@irisflow/bpmn';
import { describe, expect, it } from 'vitest';
import { createTestEngine, type TestEngine } from '../testing/index.ts';

const complete = (engine: TestEngine, jobKey: string, variables: unknown = {}) =>
  engine.send({ kind: 'completeJob', jobKey: jobKey as never, variables: JSON.stringify(variables), result: null });

const collecting = {
  inputCollection: '= items',
  inputElement: 'item',
  outputCollection: 'results',
  outputElement: '= result',
};

const loop = (multiInstance: object) =>
  bpmnProcess('p')
    .start()
    .serviceTask('work', { type: 'w', multiInstance: { ...collecting, ...multiInstance } })
    .userTask('after')
    .end()
    .toXml();

describe('multi-instance', () => {
  it('MI 120 and 124: parallel jobs have their own item, and outputs keep the order of the input', () => {
    const engine = createTestEngine();
    engine.deploy(loop({}));
    const { processInstanceKey } = engine.create('p', { items: ['a', 'b', 'c'] });
    const jobs = engine.jobs();
    expect(jobs.map(({ key }) => JSON.parse(engine.activate(key).variables))).toMatchObject([
      { item: 'a', loopCounter: 1 },
      { item: 'b', loopCounter: 2 },
      { item: 'c', loopCounter: 3 },
    ]);
    for (const [index, job] of jobs.toReversed().entries()) complete(engine, job.key, { result: index });
    expect(engine.active()).toEqual(['p', 'after']);
    expect(engine.variables(processInstanceKey)['results']).toEqual([2, 1, 0]);
  });

  it('MI 121: sequential, one after the other', () => {
    const engine = createTestEngine();
    engine.deploy(loop({ sequential: true }));
    const { processInstanceKey } = engine.create('p', { items: [10, 20] });
    expect(engine.jobs()).toHaveLength(1);
    engine.complete('w', { result: 1 });
    expect(JSON.parse(engine.activate(engine.jobs()[0]!.key).variables)).toMatchObject({ item: 20, loopCounter: 2 });
    engine.complete('w', { result: 2 });
    expect(engine.variables(processInstanceKey)['results']).toEqual([1, 2]);
    expect(engine.active()).toEqual(['p', 'after']);
  });

  it('MI 122: an empty list skips', () => {
    const engine = createTestEngine();
    engine.deploy(loop({}));
    const { processInstanceKey } = engine.create('p', { items: [] });
    expect(engine.active()).toEqual(['p', 'after']);
    expect(engine.variables(processInstanceKey)['results']).toEqual([]);
  });

  it('MI 123: no list is an incident; fix and resolve', () => {
    const engine = createTestEngine();
    engine.deploy(loop({}));
    const { processInstanceKey } = engine.create('p');
    const [incident] = engine.incidents();
    expect(incident?.type).toBe('EXTRACT_VALUE_ERROR');
    engine.send({ kind: 'setVariables', scopeKey: processInstanceKey, variables: '{"items":[1]}', reach: 'local' });
    engine.send({ kind: 'resolveIncident', incidentKey: incident!.key });
    expect(engine.jobs()).toHaveLength(1);
  });

  it('MI 126: the completion condition ends the rest and keeps what was collected', () => {
    const engine = createTestEngine();
    engine.deploy(loop({ completionCondition: '= result = "enough" or numberOfCompletedInstances = 3' }));
    const { processInstanceKey } = engine.create('p', { items: [1, 2, 3, 4] });
    complete(engine, engine.jobs()[0]!.key, { result: 'more' });
    complete(engine, engine.jobs()[1]!.key, { result: 'enough' });
    expect(engine.active()).toEqual(['p', 'after']);
    expect(engine.variables(processInstanceKey)['results']).toEqual(['more', null, 'enough', null]);
  });

  it('MI 127: a condition that is no boolean is an incident of the item; fix and resolve', () => {
    const engine = createTestEngine();
    engine.deploy(loop({ completionCondition: '= stop' }));
    const { processInstanceKey } = engine.create('p', { items: [1] });
    engine.complete('w');
    const [incident] = engine.incidents();
    expect(incident?.type).toBe('EXTRACT_VALUE_ERROR');
    engine.send({ kind: 'setVariables', scopeKey: processInstanceKey, variables: '{"stop":true}', reach: 'local' });
    engine.send({ kind: 'resolveIncident', incidentKey: incident!.key });
    expect(engine.active()).toEqual(['p', 'after']);
  });

  it('MI 128 and EV 177: a boundary of the body ends all items, an error inside reaches it', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .serviceTask('work', { type: 'w', multiInstance: { inputCollection: '= items' } })
        .boundary('b', { event: { error: 'E' } }, (path) => path.end('caught'))
        .end()
        .toXml(),
    );
    const { processInstanceKey } = engine.create('p', { items: [1, 2, 3] });
    engine.send({
      kind: 'throwError',
      jobKey: engine.jobs()[1]!.key,
      errorCode: 'E',
      errorMessage: '',
      variables: '{}',
    });
    expect(engine.completed('caught')).toBe(1);
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });

  it('MI 129 and EV 188: sub-processes; a terminate end only ends its own item', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .subProcess(
          'sub',
          (inner) =>
            inner
              .start('s')
              .parallelGateway('f')
              .branch((x) => x.serviceTask('a', { type: 'a' }).end('ea', { event: { terminate: true } }))
              .branch((x) => x.serviceTask('b', { type: 'b' }).end('eb')),
          { multiInstance: { inputCollection: '= items', inputElement: 'item' } },
        )
        .end()
        .toXml(),
    );
    const { processInstanceKey } = engine.create('p', { items: [1, 2] });
    complete(engine, engine.jobs('a')[0]!.key);
    expect(engine.jobs('b')).toHaveLength(1);
    complete(engine, engine.jobs('a')[0]!.key);
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });

  it('MI 133: ten thousand items, in batches that let others in between', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .task('t', {
          multiInstance: {
            inputCollection: '= for i in 1..10000 return i',
            outputCollection: 'out',
            outputElement: '= loopCounter',
          },
        })
        .end()
        .toXml(),
    );
    const { processInstanceKey } = engine.create('p');
    expect(engine.isActive(processInstanceKey)).toBe(false);
    expect(
      engine.changes().flatMap(({ events }) => events.filter(({ kind }) => kind === 'stepsDeferred')).length,
    ).toBeGreaterThan(5);
    expect((engine.variables(processInstanceKey)['out'] as number[]).at(-1)).toBe(10_000);
  });
});

const calling = (options = {}) =>
  bpmnModel()
    .process('p', (path) =>
      path
        .start()
        .callActivity('call', { processId: '= "child"', ...options })
        .boundary('b', { event: { error: 'E' } }, (b) => b.end('caught'))
        .userTask('after')
        .end(),
    )
    .process('child', (path) => path.start('cs').serviceTask('work', { type: 'w' }).end('ce'))
    .toXml();

describe('call activity', () => {
  it('CA 134: variables are copied in and merged back', () => {
    const engine = createTestEngine();
    engine.deploy(calling({ propagateAllChildVariables: true }));
    const { processInstanceKey } = engine.create('p', { x: 1 });
    const job = engine.activate(engine.jobs()[0]!.key);
    expect([job.variables, job.processDefinitionId]).toEqual(['{"x":1}', 'child']);
    engine.complete('w', { y: 2 });
    expect(engine.active()).toEqual(['p', 'after']);
    expect(engine.variables(processInstanceKey)).toEqual({ x: 1, y: 2 });
  });

  it('CA 135 and 136: only what is mapped, in and out', () => {
    const engine = createTestEngine();
    engine.deploy(
      calling({
        propagateAllParentVariables: false,
        propagateAllChildVariables: true,
        inputs: { z: '= x' },
        outputs: { got: '= y' },
      }),
    );
    const { processInstanceKey } = engine.create('p', { x: 1 });
    expect(engine.activate(engine.jobs()[0]!.key).variables).toBe('{"z":1}');
    engine.complete('w', { y: 2 });
    expect(engine.variables(processInstanceKey)).toEqual({ x: 1, got: 2 });
  });

  it('CA 139 and 143: a missing process is an incident until it is deployed', () => {
    const engine = createTestEngine();
    engine.deploy(bpmnProcess('p').start().callActivity('call', { processId: 'later' }).end().toXml());
    const { processInstanceKey } = engine.create('p');
    const [incident] = engine.incidents();
    expect(incident?.type).toBe('CALLED_ELEMENT_ERROR');
    engine.deploy({ name: 'l.bpmn', text: bpmnProcess('later').start().end().toXml() });
    engine.send({ kind: 'resolveIncident', incidentKey: incident!.key });
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });

  it('CA 140, 141 and PI 36: errors reach the caller, the child ends with it and cannot be canceled alone', () => {
    const engine = createTestEngine();
    engine.deploy(calling());
    const { processInstanceKey } = engine.create('p');
    const child = engine.jobs()[0]!.processInstanceKey;
    expect(engine.refused({ kind: 'cancelInstance', processInstanceKey: child }).reason).toContain(processInstanceKey);
    engine.send({
      kind: 'throwError',
      jobKey: engine.jobs()[0]!.key,
      errorCode: 'E',
      errorMessage: '',
      variables: '{}',
    });
    expect(engine.completed('caught')).toBe(1);
    expect(engine.active()).toEqual([]);
  });

  it('ends the child when the root is canceled', () => {
    const engine = createTestEngine();
    engine.deploy(calling());
    const { processInstanceKey } = engine.create('p');
    engine.send({ kind: 'cancelInstance', processInstanceKey });
    expect(engine.active()).toEqual([]);
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });

  it('hands on numbers of more than 64 bits that a double says', () => {
    const engine = createTestEngine();
    engine.deploy(calling({ inputs: { huge: '= 10 ** 20' } }));
    engine.create('p');
    expect(engine.activate(engine.jobs()[0]!.key).variables).toBe('{"huge":1e+20}');
  });

  it('refuses a recursion without end', () => {
    const engine = createTestEngine();
    engine.deploy(bpmnProcess('p').start().callActivity('call', { processId: 'p' }).end().toXml());
    engine.create('p');
    expect(engine.incidents()).toMatchObject([{ type: 'CALLED_ELEMENT_ERROR' }]);
  });
});

describe('execution listeners', () => {
  it('EL 204 to 206: in order, with variables, repeated where they failed', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .serviceTask('work', {
          type: 'w',
          listeners: [
            { on: 'start', type: 's1' },
            { on: 'start', type: 's2' },
            { on: 'end', type: 'e1' },
          ],
        })
        .end()
        .toXml(),
    );
    const { processInstanceKey } = engine.create('p');
    engine.complete('s1', { local: 1 });
    const [second] = engine.jobs('s2');
    engine.send({
      kind: 'failJob',
      jobKey: second!.key,
      retries: 0,
      errorMessage: 'no',
      retryBackOff: 0,
      variables: '{}',
    });
    expect(engine.incidents()[0]?.type).toBe('EXECUTION_LISTENER_NO_RETRIES');
    engine.send({ kind: 'updateJobRetries', jobKey: second!.key, retries: 1 });
    engine.send({ kind: 'resolveIncident', incidentKey: engine.incidents()[0]!.key });
    engine.complete('s2');
    const scope = engine.element('work').key;
    engine.complete('w');
    engine.complete('e1', { up: 1 });
    expect(engine.variables(scope)).toEqual({ local: 1 });
    expect(engine.variables(processInstanceKey)).toEqual({ up: 1 });
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });
});
