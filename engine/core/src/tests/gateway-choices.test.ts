import { bpmnProcess, type ProcessPath } from '@irisflow/bpmn';
import type { ProcessDefinitionKey, ProcessInstanceKey } from '@irisflow/protocol';
import { describe, expect, it } from 'vitest';
import { decodeChange, decodeTree, encodeChange, encodeTree } from '../index.ts';
import { createTestEngine, type TestEngine } from '../testing/index.ts';

type Kind = 'exclusiveGateway' | 'inclusiveGateway';
const kinds: readonly Kind[] = ['exclusiveGateway', 'inclusiveGateway'];

/** A process that begins with a gateway `g` of this kind. */
const gateway = (kind: Kind, options: Parameters<ProcessPath[Kind]>[1] = {}, id = 'p'): ProcessPath =>
  bpmnProcess(id).start()[kind]('g', options);

/** Three ways out of a gateway, whose output mapping fails as long as `ready` is null. */
const choice = (kind: Kind, id = 'p', mapping = '= if ready = null then assert(ready, false) else ready') =>
  gateway(kind, { outputs: { mapped: mapping } }, id)
    .otherwise((path) => path.serviceTask('other', { type: 'other' }).end())
    .when('= x > 5', (path) => path.serviceTask('big', { type: 'big' }).end())
    .when('= x > 100', (path) => path.serviceTask('huge', { type: 'huge' }).end())
    .toXml();

const types = (engine: TestEngine) => engine.jobs().map(({ type }) => type);

/** The only incident is resolved after its reason was removed. */
const repair = (engine: TestEngine, variables: object = { ready: true }): void => {
  const [incident, ...others] = engine.incidents();
  expect(others).toEqual([]);
  const scopeKey = incident!.processInstanceKey;
  engine.send({ kind: 'setVariables', scopeKey, variables: JSON.stringify(variables), reach: 'local' });
  engine.send({ kind: 'resolveIncident', incidentKey: incident!.key });
};

const stuck = (kind: Kind): { readonly engine: TestEngine; readonly key: ProcessInstanceKey } => {
  const engine = createTestEngine();
  engine.deploy(choice(kind));
  const { processInstanceKey: key } = engine.create('p', { x: 7, ready: null });
  expect(engine.incidents()).toMatchObject([{ type: 'IO_MAPPING_ERROR', elementId: 'g' }]);
  return { engine, key };
};

/** The tree as it comes back from the store. */
const reload = (engine: TestEngine, key: ProcessInstanceKey, change = (text: string): string => text): void => {
  engine.state.addTree(decodeTree(change(encodeTree(engine.state.tree(key)!))));
};

describe.each(kinds)('what an %s chose', (kind) => {
  it('holds when its output mapping fails first', () => {
    // given
    const { engine, key } = stuck(kind);
    // when
    repair(engine);
    // then
    expect(types(engine)).toEqual(['big']);
    expect(engine.variables(key)).toMatchObject({ mapped: true });
    engine.complete('big');
    expect(engine.isActive(key)).toBe(false);
  });

  it.each([1, 1_000])('holds when x is %s before the incident is resolved', (x) => {
    const { engine } = stuck(kind);
    repair(engine, { ready: true, x });
    expect(types(engine)).toEqual(['big']);
  });

  it('holds when the mapping fails more than once', () => {
    const { engine } = stuck(kind);
    repair(engine, {});
    repair(engine);
    expect(types(engine)).toEqual(['big']);
  });

  it('survives the store, and the diary tells it', () => {
    const { engine, key } = stuck(kind);
    reload(engine, key);
    expect(engine.replay().trees.get(key)).toEqual(engine.state.tree(key));
    for (const change of engine.changes()) expect(decodeChange(encodeChange(change))).toEqual(change);
    repair(engine);
    expect(types(engine)).toEqual(['big']);
    expect(engine.replay().trees.get(key)).toEqual(engine.state.tree(key));
    for (const change of engine.changes()) expect(decodeChange(encodeChange(change))).toEqual(change);
  });

  it('is chosen again where it was stored before choices were kept', () => {
    const { engine, key } = stuck(kind);
    reload(engine, key, (text) => text.replace(/,?"leaving":\[\d+\]/, ''));
    repair(engine);
    expect(types(engine)).toEqual(['big']);
  });

  it('holds over a suspension', () => {
    const { engine, key: processInstanceKey } = stuck(kind);
    engine.send({ kind: 'suspendInstance', processInstanceKey });
    engine.send({ kind: 'resumeInstance', processInstanceKey });
    repair(engine);
    expect(types(engine)).toEqual(['big']);
  });

  it('holds after its start listeners, step by step', () => {
    const engine = createTestEngine({ maxSteps: 1 });
    engine.deploy(
      gateway(kind, { listeners: [{ on: 'start', type: 'before' }], outputs: { y: '= assert(ready, ready = true)' } })
        .otherwise((path) => path.serviceTask('other', { type: 'other' }).end())
        .when('= x > 5', (path) => path.serviceTask('big', { type: 'big' }).end())
        .toXml(),
    );
    engine.create('p', { x: 7 });
    engine.complete('before');
    repair(engine);
    expect(types(engine)).toEqual(['big']);
  });

  it('is found again by its flows after a migration', () => {
    const { engine, key } = stuck(kind);
    const [target] = engine.deploy({ name: 'q.bpmn', text: choice(kind, 'q', '= "better"') }).items;
    engine.send({
      kind: 'migrateInstance',
      processInstanceKey: key,
      targetDefinitionKey: target!.definition.key as ProcessDefinitionKey,
      mappings: [{ sourceElementId: 'g', targetElementId: 'g' }],
    });
    reload(engine, key);
    repair(engine, {});
    expect(types(engine)).toEqual(['big']);
    expect(engine.variables(key)).toMatchObject({ mapped: 'better' });
    expect(engine.replay().trees.get(key)).toEqual(engine.state.tree(key));
  });

  it('refuses a migration to where its flow is not', () => {
    const { engine, key: processInstanceKey } = stuck(kind);
    const text = gateway(kind, {}, 'q')
      .otherwise((path) => path.serviceTask('another', { type: 'another' }).end())
      .when('= x > 5', (path) => path.userTask('person').end())
      .toXml();
    const [target] = engine.deploy({ name: 'q.bpmn', text }).items;
    const refusal = engine.refused({
      kind: 'migrateInstance',
      processInstanceKey,
      targetDefinitionKey: target!.definition.key as ProcessDefinitionKey,
      mappings: [{ sourceElementId: 'g', targetElementId: 'g' }],
    });
    expect(refusal).toMatchObject({
      type: 'INVALID_STATE',
      reason: expect.stringContaining('sequence flow') as string,
    });
  });

  it('is nothing any more where a modification moves it away', () => {
    const { engine, key } = stuck(kind);
    engine.send({
      kind: 'modifyInstance',
      processInstanceKey: key,
      activate: [],
      terminate: [],
      move: [
        {
          source: { by: 'element', elementId: 'g' },
          targetElementId: 'huge',
          scope: { kind: 'source' },
          variables: [],
        },
      ],
    });
    expect(types(engine)).toEqual(['huge']);
    expect(engine.incidents()).toEqual([]);
  });
});

describe('an inclusive gateway', () => {
  it('leaves through each flow that it chose, and joins them again', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .inclusiveGateway('g', { outputs: { y: '= assert(ready, ready = true)' } })
        .when('= x > 1', (path) => path.serviceTask('a', { type: 'a' }).inclusiveGateway('join'))
        .when('= x > 2', (path) => path.serviceTask('b', { type: 'b' }).connectTo('join'))
        .when('= x > 9', (path) => path.serviceTask('c', { type: 'c' }).connectTo('join'))
        .at('join')
        .end('done')
        .toXml(),
    );
    engine.create('p', { x: 3 });
    repair(engine);
    expect(types(engine)).toEqual(['a', 'b']);
    engine.complete('a');
    engine.complete('b');
    expect(engine.completed('join')).toBe(1);
    expect(engine.completed('done')).toBe(1);
  });
});

describe('a gateway whose input mapping fails first', () => {
  it.each(kinds)('%s: chooses by what is mapped then', (kind) => {
    const engine = createTestEngine();
    engine.deploy(
      gateway(kind, { inputs: { x: '= assert(ready, ready != null)' } })
        .otherwise((path) => path.serviceTask('other', { type: 'other' }).end())
        .when('= x > 5', (path) => path.serviceTask('big', { type: 'big' }).end())
        .toXml(),
    );
    engine.create('p');
    repair(engine, { ready: 7 });
    expect(types(engine)).toEqual(['big']);
  });
});
