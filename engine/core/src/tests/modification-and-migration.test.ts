import { bpmnProcess, type BoundaryOptions } from '@irisflow/bpmn';
import type { ElementInstanceKey, ProcessDefinitionKey, ProcessInstanceKey } from '@irisflow/protocol';
import { describe, expect, it } from 'vitest';
import type { MoveInstruction } from '../index.ts';
import { createTestEngine, type TestEngine } from '../testing/index.ts';

const model = bpmnProcess('p')
  .start('start')
  .serviceTask('a', { type: 'a' })
  .subProcess('sub', (inner) =>
    inner.start('in').serviceTask('b', { type: 'b' }).serviceTask('c', { type: 'c' }).end('out'),
  )
  .boundary('late', { event: { timer: { duration: 'PT1H' } } }, (path) => path.end('tooLate'))
  .serviceTask('d', { type: 'd' })
  .end('end')
  .toXml();

interface Move {
  readonly activate?: readonly string[];
  readonly ancestorKey?: ElementInstanceKey;
  readonly move?: readonly MoveInstruction[];
  readonly terminate?: readonly ElementInstanceKey[];
  readonly variables?: readonly { readonly variables: string; readonly scopeId: string }[];
}

const modification = (
  processInstanceKey: ProcessInstanceKey,
  { activate = [], move = [], terminate = [], ancestorKey, variables = [] }: Move,
) =>
  ({
    kind: 'modifyInstance',
    processInstanceKey,
    activate: activate.map((elementId) => ({ elementId, ancestorKey: ancestorKey ?? null, variables })),
    move,
    terminate: terminate.map((key) => ({ by: 'key', key }) as const),
  }) as const;

const running = (): { engine: TestEngine; key: ProcessInstanceKey } => {
  const engine = createTestEngine();
  engine.deploy(model);
  return { engine, key: engine.create('p').processInstanceKey };
};

describe('modification', () => {
  it('OP 214 and 218: moves a token in one scope', () => {
    const { engine, key } = running();
    engine.send(modification(key, { activate: ['d'], terminate: [engine.element('a').key] }));
    expect(engine.active()).toEqual(['p', 'd']);
    engine.complete('d');
    expect(engine.isActive(key)).toBe(false);
  });

  it('OP 215 and 217: creates the missing scope with its subscriptions and the given variables', () => {
    const { engine, key } = running();
    const variables = [
      { variables: '{"g":1}', scopeId: '' },
      { variables: '{"l":2}', scopeId: 'sub' },
    ];
    engine.send(modification(key, { activate: ['c'], terminate: [engine.element('a').key], variables }));
    expect(engine.active()).toEqual(['p', 'sub', 'c']);
    expect(engine.subscriptions()).toHaveLength(1);
    expect([engine.variables(key), engine.variables(engine.element('sub').key)]).toEqual([{ g: 1 }, { l: 2 }]);
  });

  it('OP 216: with several instances of a scope the caller selects one', () => {
    const { engine, key } = running();
    engine.send(modification(key, { activate: ['b'] }));
    engine.send(modification(key, { activate: ['b'], ancestorKey: key }));
    const subs = [...engine.state.tree(key)!.elements.values()].filter(({ elementId }) => elementId === 'sub');
    expect(subs).toHaveLength(2);
    expect(engine.refused(modification(key, { activate: ['c'] })).type).toBe('INVALID_ARGUMENT');
    engine.send(modification(key, { activate: ['c'], ancestorKey: subs[1]!.key }));
    expect(engine.element('c').scopeKey).toBe(subs[1]!.key);
  });

  it('OP 218: terminating the last element ends the instance', () => {
    const { engine, key } = running();
    engine.complete('a');
    engine.send(modification(key, { terminate: [engine.element('b').key] }));
    expect(engine.isActive(key)).toBe(false);
    expect(engine.story()).toContain('p (' + key + ') elementTerminated');
  });

  it.each(['parallelGateway', 'inclusiveGateway'] as const)(
    'GW 62: a %s activated by hand takes along what waits there, unless more is on the way',
    (gateway) => {
      const joining = (id: string) =>
        bpmnProcess(id)
          .start()
          .parallelGateway('fork')
          .branch((path) => path.serviceTask('a', { type: 'a' })[gateway]('join'))
          .branch((path) => path.serviceTask('b', { type: 'b' }).connectTo('join'))
          .at('join')
          .serviceTask('after', { type: 'after' })
          .toXml();
      const engine = createTestEngine();
      engine.deploy(joining('j'));
      const moved = engine.create('j').processInstanceKey;
      engine.complete('a');
      engine.send(modification(moved, { activate: ['join'], terminate: [engine.element('b').key] }));
      engine.complete('after');
      expect(engine.isActive(moved)).toBe(false);

      const added = engine.create('j').processInstanceKey;
      engine.complete('a');
      engine.send(modification(added, { activate: ['join'] }));
      engine.complete('after');
      engine.complete('b');
      engine.complete('after');
      expect(engine.isActive(added)).toBe(false);
    },
  );

  const move = (elementId: string, targetElementId: string, kind: 'source' | 'inferred' | 'given' = 'given') => {
    const scope = kind === 'given' ? { kind, ancestorKey: null } : { kind };
    return { source: { by: 'element', elementId }, targetElementId, scope, variables: [] } as const;
  };
  const elementsOf = (engine: TestEngine, key: ProcessInstanceKey, id: string) =>
    [...engine.state.tree(key)!.elements.values()].filter(({ elementId }) => elementId === id);

  it('OP 214: moves every instance of an element, and each of them to the scope that is around it', () => {
    // given
    const { engine, key } = running();
    engine.send(modification(key, { activate: ['b'] }));
    engine.send(modification(key, { activate: ['b'], ancestorKey: key }));

    // when
    engine.send(modification(key, { move: [move('b', 'c', 'inferred'), move('a', 'd', 'inferred')] }));

    // then
    const subs = elementsOf(engine, key, 'sub');
    expect(subs).toHaveLength(2);
    expect(elementsOf(engine, key, 'c').map(({ scopeKey }) => scopeKey)).toEqual(subs.map((sub) => sub.key));
    expect(elementsOf(engine, key, 'd')).toHaveLength(1);
    expect([...elementsOf(engine, key, 'a'), ...elementsOf(engine, key, 'b')]).toEqual([]);
    expect(engine.refused(modification(key, { move: [move('c', 'b')] })).reason).toContain('2 active instances');

    // when
    engine.send(modification(key, { move: [move('c', 'd')] }));

    // then
    expect(engine.active()).toEqual(['p', 'd', 'd', 'd']);
  });

  it('OP 214: moves one instance of several, in the scope that it is in', () => {
    const { engine, key } = running();
    engine.send(modification(key, { activate: ['a'] }));
    const [first, second] = elementsOf(engine, key, 'a');
    const moved = { ...move('', 'd', 'source'), source: { by: 'key', key: first!.key } } as const;
    engine.send(modification(key, { move: [{ ...moved, variables: [{ variables: '{"l":1}', scopeId: 'd' }] }] }));
    expect(elementsOf(engine, key, 'a')).toEqual([second]);
    expect(engine.variables(engine.element('d').key)).toEqual({ l: 1 });
  });

  it('OP 218: ends all instances of an element, and moves a loop as one', () => {
    // given
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('l')
        .start()
        .serviceTask('each', { type: 'each', multiInstance: { inputCollection: '= [1, 2, 3]' } })
        .serviceTask('after', { type: 'after' })
        .end()
        .toXml(),
    );
    const { processInstanceKey: key } = engine.create('l');

    // when
    engine.send(modification(key, { move: [move('each', 'after')] }));

    // then
    expect(engine.active()).toEqual(['l', 'after']);
    engine.send(modification(key, { activate: ['after', 'each'] }));
    engine.send({ ...modification(key, {}), terminate: [{ by: 'element', elementId: 'after' }] });
    expect(new Set(engine.active())).toEqual(new Set(['l', 'each']));
    engine.send({ ...modification(key, {}), terminate: [{ by: 'element', elementId: 'after' }] });
    expect(engine.isActive(key)).toBe(true);
  });

  it('OP 219: what cannot be followed changes nothing', () => {
    const { engine, key } = running();
    const before = engine.changes().length;
    for (const activate of ['nowhere', 'start', 'late']) {
      expect(engine.refused(modification(key, { activate: [activate] })).type).toBe('INVALID_ARGUMENT');
    }
    expect(engine.refused(modification(key, { terminate: ['1' as ElementInstanceKey] })).type).toBe('INVALID_ARGUMENT');
    for (const moves of [[move('nowhere', 'd')], [move('a', 'nowhere')], [move('a', 'd'), move('a', 'b')]]) {
      expect(engine.refused(modification(key, { move: moves })).type).toBe('INVALID_ARGUMENT');
    }
    expect(engine.refused(modification('1' as ProcessInstanceKey, {})).type).toBe('NOT_FOUND');
    expect(engine.changes().length).toBe(before);
  });
});

describe('migration', () => {
  const second = bpmnProcess('q')
    .start('start')
    .serviceTask('a2', { type: 'other' })
    .boundary('hurry', { event: { timer: { duration: 'PT5M' } } }, (path) => path.end('hurried'))
    .userTask('u')
    .end('end')
    .toXml();

  const migration = (engine: TestEngine, key: ProcessInstanceKey, mappings: readonly (readonly [string, string])[]) => {
    const [item] = engine.deploy({ name: 'q.bpmn', text: second }).items;
    return {
      kind: 'migrateInstance',
      processInstanceKey: key,
      targetDefinitionKey: item!.definition.key as ProcessDefinitionKey,
      mappings: mappings.map(([sourceElementId, targetElementId]) => ({ sourceElementId, targetElementId })),
    } as const;
  };

  it('OP 220: keeps the job, opens what only the target waits for, and goes on in the target', () => {
    const { engine, key } = running();
    const [job] = engine.jobs();
    engine.send(migration(engine, key, [['a', 'a2']]));
    expect(engine.jobs()[0]).toMatchObject({ key: job!.key, type: 'a', elementId: 'a2' });
    expect(engine.subscriptions().map(({ catchElementId }) => catchElementId)).toEqual(['hurry']);
    engine.complete('a');
    expect(engine.active()).toEqual(['q', 'u']);
  });

  it('OP 221: refuses what does not fit', () => {
    const { engine, key } = running();
    expect(engine.refused(migration(engine, key, [])).type).toBe('INVALID_STATE');
    expect(engine.refused(migration(engine, key, [['a', 'u']])).type).toBe('INVALID_STATE');
    expect(engine.refused(migration(engine, key, [['a', 'zzz']])).type).toBe('INVALID_ARGUMENT');
    expect(
      engine.refused(
        migration(engine, key, [
          ['a', 'a2'],
          ['a', 'u'],
        ]),
      ).type,
    ).toBe('INVALID_ARGUMENT');
    engine.complete('a');
    expect(
      engine.refused(
        migration(engine, key, [
          ['sub', 'a2'],
          ['b', 'a2'],
        ]),
      ).type,
    ).toBe('INVALID_STATE');
  });

  it('OP 221: refuses events that would become others', () => {
    const engine = createTestEngine();
    const waiting = (id: string, event: BoundaryOptions['event']) =>
      bpmnProcess(id)
        .start()
        .serviceTask('work', { type: 'w' })
        .boundary('wait', { event }, (path) => path.end())
        .end()
        .toXml();
    engine.deploy(waiting('p', { timer: { duration: 'PT1H' } }));
    const { processInstanceKey } = engine.create('p');
    const [target] = engine.deploy({ name: 'q.bpmn', text: waiting('q', { signal: 's' }) }).items;
    const refusal = engine.refused({
      kind: 'migrateInstance',
      processInstanceKey,
      targetDefinitionKey: target!.definition.key as ProcessDefinitionKey,
      mappings: ['work', 'wait'].map((id) => ({ sourceElementId: id, targetElementId: id })),
    });
    expect(refusal).toMatchObject({ type: 'INVALID_STATE', reason: expect.stringContaining('differ') });
  });

  it('OP 220: what completed before is undone as the target says', () => {
    const engine = createTestEngine();
    const undoing = (id: string, undo: string) =>
      bpmnProcess(id)
        .start()
        .serviceTask('book', { type: 'book' })
        .compensation('undo', (path) => path.serviceTask(undo, { type: undo }))
        .serviceTask('work', { type: 'w' })
        .throwEvent('throw', { event: { compensation: null } })
        .end('done')
        .toXml();
    engine.deploy(undoing('p', 'oldUndo'));
    const { processInstanceKey } = engine.create('p');
    engine.complete('book');
    const [target] = engine.deploy({ name: 'q.bpmn', text: undoing('q', 'newUndo') }).items;
    engine.send({
      kind: 'migrateInstance',
      processInstanceKey,
      targetDefinitionKey: target!.definition.key as ProcessDefinitionKey,
      mappings: [{ sourceElementId: 'work', targetElementId: 'work' }],
    });
    engine.complete('w');
    expect(engine.jobs().map(({ type }) => type)).toEqual(['newUndo']);
    engine.complete('newUndo');
    expect(engine.completed('done')).toBe(1);
    expect(engine.replay().trees.get(processInstanceKey)?.ended).toBe(true);
  });
});
