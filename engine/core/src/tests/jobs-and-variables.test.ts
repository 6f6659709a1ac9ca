import { bpmnProcess } from '@irisflow/bpmn';
import { DEFAULT_TENANT } from '@irisflow/protocol';
import { describe, expect, it } from 'vitest';
import { createTestEngine, type TestEngine } from '../testing/index.ts';

const work = (options = {}) =>
  bpmnProcess('p')
    .start()
    .serviceTask('work', { type: 'w', ...options })
    .end()
    .toXml();

const started = (
  xml: string,
  variables = {},
): { engine: TestEngine; key: ReturnType<TestEngine['create']>['processInstanceKey'] } => {
  const engine = createTestEngine();
  engine.deploy(xml);
  return { engine, key: engine.create('p', variables).processInstanceKey };
};

describe('jobs', () => {
  it('JB 67: type and retries are static or FEEL, three retries by default', () => {
    const { engine } = started(work({ type: '= "t-" + kind', retries: '= n + 1' }), { kind: 'x', n: 4 });
    expect(engine.jobs()[0]).toMatchObject({ type: 't-x', retries: 5 });
    expect(started(work()).engine.jobs()[0]?.retries).toBe(3);
  });

  it('JB 68: a type that is no text is an incident, and a job after fix and resolve', () => {
    const { engine, key } = started(work({ type: '= kind' }), { kind: 1 });
    expect(engine.jobs()).toHaveLength(0);
    const [incident] = engine.incidents();
    expect(incident?.type).toBe('EXTRACT_VALUE_ERROR');
    engine.send({ kind: 'setVariables', scopeKey: key, variables: '{"kind":"good"}', reach: 'local' });
    engine.send({ kind: 'resolveIncident', incidentKey: incident!.key });
    expect(engine.jobs('good')).toHaveLength(1);
  });

  it('JB 69 and 70: headers are JSON text, fetched variables are a subset', () => {
    const { engine } = started(work({ headers: { a: '1' } }), { x: 1, y: { z: [2] } });
    const [job] = engine.jobs();
    const all = engine.activate(job!.key);
    expect(all.customHeaders).toBe('{"a":"1"}');
    expect(JSON.parse(all.variables)).toEqual({ x: 1, y: { z: [2] } });
    engine.send({ kind: 'yieldJob', jobKey: job!.key });
    const some = engine.send({
      kind: 'activateJob',
      jobKey: job!.key,
      worker: 'w',
      timeout: 1,
      fetchVariables: ['y', 'missing'],
    });
    expect(some.variables).toBe('{"y":{"z":[2]}}');
  });

  it('JB 72 and 73: a job comes back after its timeout, and the late worker may still complete it', () => {
    const { engine, key } = started(work());
    const [job] = engine.jobs();
    engine.activate(job!.key, 1000);
    expect(
      engine.refused({ kind: 'activateJob', jobKey: job!.key, worker: 'b', timeout: 1, fetchVariables: [] }).type,
    ).toBe('INVALID_STATE');
    engine.advance(1000);
    expect(engine.jobs()[0]).toMatchObject({ phase: 'activatable', retries: 3 });
    engine.complete('w');
    expect(engine.isActive(key)).toBe(false);
  });

  it('JB 75: complete unknown and twice is NOT_FOUND', () => {
    const { engine } = started(work());
    const [job] = engine.jobs();
    engine.complete('w');
    expect(engine.refused({ kind: 'completeJob', jobKey: job!.key, variables: '{}', result: null })).toEqual({
      type: 'NOT_FOUND',
      reason: `Expected to complete job with key '${job!.key}', but no such job was found`,
    });
  });

  it('JB 76 and 77: fail with retries is activatable at once, with back-off only when it is due', () => {
    const { engine } = started(work());
    const [job] = engine.jobs();
    const fail = { kind: 'failJob', jobKey: job!.key, errorMessage: 'no', variables: '{}' } as const;
    engine.send({ ...fail, retries: 7, retryBackOff: 0 });
    expect(engine.jobs()[0]).toMatchObject({ phase: 'activatable', retries: 7 });
    engine.send({ ...fail, retries: 6, retryBackOff: 500 });
    expect(engine.jobs()[0]?.phase).toBe('backingOff');
    engine.advance(499);
    expect(engine.jobs()[0]?.phase).toBe('backingOff');
    engine.advance(1);
    expect(engine.jobs()[0]?.phase).toBe('activatable');
  });

  it('JB 78, 80 and 81: no retries is an incident, which needs retries before it can be resolved', () => {
    const { engine } = started(work());
    const [job] = engine.jobs();
    engine.send({
      kind: 'failJob',
      jobKey: job!.key,
      retries: 0,
      errorMessage: 'broken',
      retryBackOff: 0,
      variables: '{}',
    });
    const [incident] = engine.incidents();
    expect(incident).toMatchObject({ type: 'JOB_NO_RETRIES', message: 'broken', jobKey: job!.key });
    expect(engine.refused({ kind: 'completeJob', jobKey: job!.key, variables: '{}', result: null }).type).toBe(
      'INVALID_STATE',
    );
    expect(engine.refused({ kind: 'resolveIncident', incidentKey: incident!.key }).type).toBe('INVALID_STATE');
    expect(engine.refused({ kind: 'updateJobRetries', jobKey: job!.key, retries: 0 }).type).toBe('INVALID_ARGUMENT');
    engine.send({ kind: 'updateJobRetries', jobKey: job!.key, retries: 2 });
    engine.send({ kind: 'resolveIncident', incidentKey: incident!.key });
    expect(engine.jobs()[0]).toMatchObject({ phase: 'activatable', retries: 2 });
    expect(engine.incidents()).toHaveLength(0);
  });

  it('JB 79: variables of a failure stay in the scope of the task', () => {
    const { engine, key } = started(work());
    const [job] = engine.jobs();
    engine.send({
      kind: 'failJob',
      jobKey: job!.key,
      retries: 1,
      errorMessage: '',
      retryBackOff: 0,
      variables: '{"why":1}',
    });
    expect(engine.variables(engine.element('work').key)).toEqual({ why: 1 });
    expect(engine.variables(key)).toEqual({});
  });

  it('JB 82: a timeout can be changed only while somebody works', () => {
    const { engine } = started(work());
    const [job] = engine.jobs();
    expect(engine.refused({ kind: 'updateJobTimeout', jobKey: job!.key, timeout: 5 }).type).toBe('INVALID_STATE');
    engine.activate(job!.key, 1000);
    engine.send({ kind: 'updateJobTimeout', jobKey: job!.key, timeout: 5000 });
    engine.advance(4999);
    expect(engine.jobs()[0]?.phase).toBe('activated');
  });

  it('JB 84 and 86: an uncaught error is an incident; resolving it offers the job again', () => {
    const { engine } = started(work());
    const [job] = engine.jobs();
    engine.send({
      kind: 'throwError',
      jobKey: job!.key,
      errorCode: 'E',
      errorMessage: 'x'.repeat(20_000),
      variables: '{}',
    });
    const [incident] = engine.incidents();
    expect(incident?.type).toBe('UNHANDLED_ERROR_EVENT');
    expect(incident!.message.length).toBeLessThan(10_200);
    engine.send({ kind: 'resolveIncident', incidentKey: incident!.key });
    expect(engine.jobs()[0]?.phase).toBe('activatable');
  });

  it('JB 90: a job that cannot be handed out is parked behind an incident', () => {
    const { engine } = started(work());
    const [job] = engine.jobs();
    engine.send({ kind: 'raiseJobIncident', jobKey: job!.key, type: 'MESSAGE_SIZE_EXCEEDED', message: 'too large' });
    expect(engine.jobs()[0]?.phase).toBe('parked');
    engine.send({ kind: 'resolveIncident', incidentKey: engine.incidents()[0]!.key });
    expect(engine.jobs()[0]?.phase).toBe('activatable');
  });
});

describe('variables and mappings', () => {
  it('VM 93: a result goes to the nearest scope that has the name, else to the root', () => {
    const { engine, key } = started(
      bpmnProcess('p')
        .start()
        .subProcess(
          'sub',
          (inner) => inner.start('in').serviceTask('work', { type: 'w' }).serviceTask('more', { type: 'm' }).end('out'),
          { inputs: { near: '= 1' } },
        )
        .end()
        .toXml(),
    );
    const subKey = engine.element('sub').key;
    engine.complete('w', { near: 2, far: 3 });
    expect(engine.variables(subKey)).toEqual({ near: 2 });
    expect(engine.variables(key)).toEqual({ far: 3 });
  });

  it('VM 94: an input mapping hides the outer variable and keeps the result of the same name', () => {
    const { engine, key } = started(work({ inputs: { x: '= x + 1' } }), { x: 1 });
    expect(JSON.parse(engine.activate(engine.jobs()[0]!.key).variables)).toEqual({ x: 2 });
    engine.complete('w', { x: 9 });
    expect(engine.variables(key)).toEqual({ x: 1 });
  });

  it('VM 95: with output mappings only mapped names leave', () => {
    const { engine, key } = started(work({ outputs: { y: '= result * 2' } }));
    engine.complete('w', { result: 4, other: 1 });
    expect(engine.variables(key)).toEqual({ y: 8 });
  });

  it('VM 96: dotted targets build and merge objects, in order', () => {
    const { engine, key } = started(work({ outputs: { 'a.b': '= 1', 'a.c': '= a.b + 1' } }), { a: { z: 0 } });
    engine.complete('w');
    expect(engine.variables(key)).toEqual({ a: { z: 0, b: 1, c: 2 } });
  });

  it('VM 97: a missing source is null', () => {
    const { engine } = started(work({ inputs: { x: '= nothing' } }));
    expect(engine.activate(engine.jobs()[0]!.key).variables).toBe('{"x":null}');
  });

  it('VM 100: SetVariables', () => {
    const { engine, key } = started(work());
    const scopeKey = engine.element('work').key;
    engine.send({ kind: 'setVariables', scopeKey, variables: '{"a":1}', reach: 'local' });
    engine.send({ kind: 'setVariables', scopeKey, variables: '{"b":1}', reach: 'propagate' });
    expect([engine.variables(scopeKey), engine.variables(key)]).toEqual([{ a: 1 }, { b: 1 }]);
    expect(engine.refused({ kind: 'setVariables', scopeKey, variables: '[1]', reach: 'local' }).type).toBe(
      'INVALID_ARGUMENT',
    );
    engine.complete('w');
    expect(engine.refused({ kind: 'setVariables', scopeKey, variables: '{}', reach: 'local' }).type).toBe('NOT_FOUND');
  });

  it('VM 102: mappings that only name a variable keep every digit', () => {
    const engine = createTestEngine();
    const model = bpmnProcess('p')
      .start()
      .serviceTask('work', { type: 'w', inputs: { a: '= n', b: '= a' }, outputs: { out: '= b' } })
      .userTask('u')
      .end()
      .toXml();
    engine.deploy(model);
    engine.send({
      kind: 'createInstance',
      tenantId: DEFAULT_TENANT,
      process: { by: 'id', id: 'p', version: null },
      variables: '{"n":{"id":9007199254740993}}',
      startAt: [],
      awaited: null,
      tags: [],
      businessId: null,
    });
    const [job] = engine.jobs('w');
    expect(engine.activate(job!.key).variables).toContain('"a":{"id":9007199254740993}');
    engine.send({ kind: 'completeJob', jobKey: job!.key, variables: '{}', result: null });
    expect(engine.story()).toContain('out = {"id":9007199254740993}');
  });

  it('VM 102: values keep every digit and character', () => {
    const engine = createTestEngine();
    engine.deploy(work());
    const variables =
      '{ "big": 9007199254740993, "text": "a\\"}{,é\\u0000", "list": [1, {"x": []}], "no": null, "f": 1.50 }';
    engine.send({
      kind: 'createInstance',
      tenantId: DEFAULT_TENANT,
      process: { by: 'id', id: 'p', version: null },
      variables,
      startAt: [],
      awaited: null,
      tags: [],
      businessId: null,
    });
    const text = engine.activate(engine.jobs()[0]!.key).variables;
    expect(text).toContain('"big":9007199254740993');
    expect(text).toContain('"f":1.50');
    expect(JSON.parse(text)).toEqual(JSON.parse(variables));
  });

  it.each(['{"x": 99999999999999999999}', '[]', '1', '{', '"x"'])('refuses %s as variables', (variables) => {
    const { engine } = started(work());
    expect(engine.refused({ kind: 'completeJob', jobKey: engine.jobs()[0]!.key, variables, result: null }).type).toBe(
      'INVALID_ARGUMENT',
    );
    expect(engine.jobs()).toHaveLength(1);
  });

  it('RS 203: a script writes its result', () => {
    const { engine, key } = started(
      bpmnProcess('p').start().scriptTask('s', { expression: '= { sum: a + b }', resultVariable: 'r' }).end().toXml(),
      { a: 1, b: 2 },
    );
    expect(engine.variables(key)).toEqual({ a: 1, b: 2, r: { sum: 3 } });
  });
});
