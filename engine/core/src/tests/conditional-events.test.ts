import { bpmnProcess } from '@irisflow/bpmn';
import { DEFAULT_TENANT } from '@irisflow/protocol';
import { describe, expect, it } from 'vitest';
import { createTestEngine } from '../testing/index.ts';

describe('conditional events', () => {
  const model = (options: object, interrupting = true) =>
    bpmnProcess('p')
      .start()
      .serviceTask('work', { type: 'w' })
      .boundary('b', { event: { condition: '= x > 10', ...options }, interrupting }, (path) => path.end('told'))
      .end()
      .toXml();

  it('CE 212: fires at activation when it holds already', () => {
    const engine = createTestEngine();
    engine.deploy(model({}));
    engine.create('p', { x: 11 });
    expect(engine.completed('told')).toBe(1);
  });

  it('CE 212: fires on each relevant change, and only on those', () => {
    const engine = createTestEngine();
    engine.deploy(model({ variableEvents: ['update'] }, false));
    const { processInstanceKey } = engine.create('p', { x: 1 });
    const set = (variables: string) =>
      engine.send({ kind: 'setVariables', scopeKey: processInstanceKey, variables, reach: 'propagate' });
    set('{"y":99}');
    expect(engine.completed('told')).toBe(0);
    set('{"x":12}');
    set('{"x":13}');
    set('{"x":2}');
    expect(engine.completed('told')).toBe(2);
    engine.complete('w');
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });

  it('waits as a catch event and starts event sub-processes', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .eventSubProcess('esp', (path) =>
          path
            .start('es', { event: { condition: '= alarm' } })
            .userTask('handle')
            .end('ee'),
        )
        .catchEvent('until', { event: { condition: '= ready' } })
        .userTask('u')
        .end()
        .toXml(),
    );
    const { processInstanceKey } = engine.create('p', { ready: false });
    engine.send({
      kind: 'setVariables',
      scopeKey: processInstanceKey,
      variables: '{"ready":true}',
      reach: 'propagate',
    });
    expect(engine.active()).toEqual(['p', 'u']);
    engine.send({
      kind: 'setVariables',
      scopeKey: processInstanceKey,
      variables: '{"alarm":true}',
      reach: 'propagate',
    });
    expect(engine.active()).toEqual(['p', 'esp', 'handle']);
  });

  it('CE 212: a path without wait states does not outrun a condition that holds from the beginning', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .eventSubProcess('esp', (path) => path.start('es', { event: { condition: '= x > 10' } }).end('stopped'))
        .scriptTask('count', { expression: '= 1', resultVariable: 'y' })
        .end('through')
        .toXml(),
    );
    engine.create('p', { x: 11 });
    expect([engine.completed('stopped'), engine.completed('through')]).toEqual([1, 0]);
  });

  it('CE 212: input mappings count, output mappings of the activity itself do not', () => {
    const engine = createTestEngine();
    const watched = (mappings: object) =>
      bpmnProcess('p')
        .start()
        .serviceTask('work', { type: 'w', ...mappings })
        .boundary('b', { event: { condition: '= x > 10' } }, (path) => path.end('told'))
        .end()
        .toXml();
    engine.deploy(watched({ outputs: { x: '= result' } }));
    engine.create('p', { x: 1 });
    engine.complete('w', { result: 12 });
    expect(engine.completed('told')).toBe(0);
    engine.deploy(watched({ inputs: { x: '= 12' } }));
    engine.create('p', { x: 1 });
    expect(engine.completed('told')).toBe(1);
  });

  it('CE 212: of two events on one change the outer scope takes it', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .eventSubProcess('esp', (path) => path.start('es', { event: { condition: '= x > 10' } }).end('outer'))
        .serviceTask('work', { type: 'w' })
        .boundary('b', { event: { condition: '= x > 10' } }, (path) => path.end('inner'))
        .end()
        .toXml(),
    );
    const { processInstanceKey } = engine.create('p', { x: 1 });
    engine.send({ kind: 'setVariables', scopeKey: processInstanceKey, variables: '{"x":11}', reach: 'local' });
    expect([engine.completed('outer'), engine.completed('inner')]).toEqual([1, 0]);
  });

  it('CE 212: a condition that is no boolean is an incident of its owner; fix and resolve', () => {
    const engine = createTestEngine();
    engine.deploy(model({ condition: '= x' }));
    const { processInstanceKey } = engine.create('p', { x: false });
    const set = (variables: string) =>
      engine.send({ kind: 'setVariables', scopeKey: processInstanceKey, variables, reach: 'propagate' });
    set('{"x":"yes"}');
    set('{"x":"no"}');
    expect(engine.incidents().map(({ type, elementId }) => [type, elementId])).toEqual([
      ['EXTRACT_VALUE_ERROR', 'work'],
    ]);
    set('{"x":true}');
    expect(engine.completed('told')).toBe(1);
    expect(engine.incidents()).toEqual([]);
  });

  it('CE 212: resolving asks again', () => {
    const engine = createTestEngine();
    engine.deploy(model({ condition: '= if limit = null then false else (if limit > 5 then 1 else true)' }));
    const { processInstanceKey } = engine.create('p');
    engine.send({ kind: 'setVariables', scopeKey: processInstanceKey, variables: '{"limit":6}', reach: 'propagate' });
    const [incident] = engine.incidents();
    engine.send({ kind: 'resolveIncident', incidentKey: incident!.key });
    expect(engine.incidents()).toHaveLength(1);
    expect(engine.incidents()[0]?.key).not.toBe(incident!.key);
  });
});

describe('evaluating start conditions', () => {
  const starter = (id: string, condition: string, more: object = {}) =>
    bpmnProcess(id)
      .start('s', { event: { condition, ...more } })
      .userTask(`task_${id}`)
      .end()
      .toXml();
  const evaluation = { kind: 'evaluateConditional', tenantId: DEFAULT_TENANT, definitionKey: null } as const;

  it('CE 213: starts every process of which a condition holds, with the variables, in its latest version', () => {
    const engine = createTestEngine();
    engine.deploy(starter('high', '= level > 5'));
    engine.deploy(starter('low', '= level < 5'));
    engine.deploy(starter('high', '= level > 7'));
    expect(engine.send({ ...evaluation, variables: '{"level":6}' }).started).toEqual([]);
    const { started } = engine.send({ ...evaluation, variables: '{"level":8}' });
    expect(started).toHaveLength(1);
    expect(engine.active()).toEqual(['high', 'task_high']);
    expect(engine.variables(started[0]!.processInstanceKey)).toEqual({ level: 8 });
  });

  it('CE 213: asks one version by key, and refuses an unknown key', () => {
    const engine = createTestEngine();
    const [first] = engine.deploy(starter('p', '= level > 5')).items;
    engine.deploy(starter('p', '= level > 7'));
    const definitionKey = first!.definition.key as never;
    expect(engine.send({ ...evaluation, definitionKey, variables: '{"level":6}' }).started).toHaveLength(1);
    expect(engine.refused({ ...evaluation, definitionKey: '1' as never, variables: '{}' }).type).toBe('NOT_FOUND');
  });

  it('CE 213: two conditions of one process that hold are two instances; listed names filter', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start('a', { event: { condition: '= level > 5' } })
        .userTask('u')
        .end()
        .breakOff()
        .start('b', { event: { condition: '= level > 6', variableNames: ['other'] } })
        .connectTo('u')
        .toXml(),
    );
    expect(engine.send({ ...evaluation, variables: '{"level":8}' }).started).toHaveLength(1);
    expect(engine.send({ ...evaluation, variables: '{"level":8,"other":1}' }).started).toHaveLength(2);
  });

  it('CE 213: a condition that is no boolean refuses the evaluation, and starts nothing', () => {
    const engine = createTestEngine();
    engine.deploy(starter('p', '= level'));
    engine.deploy(starter('q', '= true'));
    expect(engine.refused({ ...evaluation, variables: '{"level":1}' })).toMatchObject({
      type: 'INVALID_ARGUMENT',
      reason: expect.stringContaining("'s'"),
    });
    expect(engine.active()).toEqual([]);
  });
});
