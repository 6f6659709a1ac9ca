import { bpmnModel, bpmnProcess, type DrawPath, type ProcessPath, type StartOptions } from '@irisflow/bpmn';
import type { ProcessDefinitionKey, ProcessInstanceKey } from '@irisflow/protocol';
import { describe, expect, it } from 'vitest';
import { decodeTree, encodeTree } from '../index.ts';
import { createTestEngine, type TestEngine } from '../testing/index.ts';

/** An event sub-process that waits for what the expression says. */
const guard =
  (id: string, event: StartOptions['event'], interrupting = true): DrawPath =>
  (path) =>
    path.eventSubProcess(id, (inner) =>
      inner.start(`${id}Start`, { event: event!, interrupting }).serviceTask(`${id}Work`, { type: id }).end(),
    );

const byMessage = guard('guard', { message: 'm', correlationKey: '= key' });

const work = (path: ProcessPath): string => path.serviceTask('work', { type: 'w' }).end('over').toXml();

/** A process with these event sub-processes, whose start event maps. */
const guarded = (guards: readonly DrawPath[], start: StartOptions = {}): string => {
  const path = bpmnProcess('p');
  for (const draw of guards) draw(path);
  return work(path.start('begin', start));
};

const opened = (engine: TestEngine) => engine.subscriptions().map(({ catchElementId }) => catchElementId);

const expectReplay = (engine: TestEngine, key: ProcessInstanceKey): void =>
  expect(engine.replay().trees.get(key)).toEqual(engine.state.tree(key));

const repair = (engine: TestEngine, variables: object): void => {
  const [incident] = engine.incidents();
  const scopeKey = incident!.processInstanceKey;
  engine.send({ kind: 'setVariables', scopeKey, variables: JSON.stringify(variables), reach: 'local' });
  engine.send({ kind: 'resolveIncident', incidentKey: incident!.key });
};

describe('event sub-processes of a process', () => {
  it.each([
    ['a message', { message: 'm', correlationKey: '= key' }],
    ['a message by name', { message: '= key', correlationKey: '= key' }],
    ['a signal', { signal: '= key' }],
    ['a timer', { timer: { duration: '= wait' } }],
    ['a condition', { condition: '= if limit = null then "unknown" else limit > 5' }],
  ] as const)('wait for %s once the start event has mapped what it needs', (_what, event) => {
    // given
    const engine = createTestEngine();
    const outputs = { key: '= "k" + string(number)', wait: '= "PT1H"', limit: '= number' };
    engine.deploy(guarded([guard('guard', event)], { outputs }));
    // when
    const { processInstanceKey } = engine.create('p', { number: 1 });
    // then
    expect(engine.incidents()).toEqual([]);
    expect(opened(engine)).toEqual(['guardStart']);
    expect(engine.active()).toEqual(['p', 'work']);
    expectReplay(engine, processInstanceKey);
  });

  it('see what the message brought that started the process, and take what is buffered for them', () => {
    const engine = createTestEngine();
    const start: StartOptions = { event: { message: 'begin' } };
    engine.deploy(guarded([byMessage], start));
    engine.publish('m', 'k', { timeToLive: 60_000 });
    engine.publish('begin', '', { variables: '{"key":"k"}' });
    expect(engine.incidents()).toEqual([]);
    expect(engine.jobs().map(({ type }) => type)).toEqual(['guard']);
  });

  it('see what its output mapping made of that message', () => {
    const engine = createTestEngine();
    engine.deploy(guarded([byMessage], { event: { message: 'begin' }, outputs: { key: '= "k" + order.id' } }));
    engine.publish('begin', '', { variables: '{"order":{"id":"7"}}' });
    engine.publish('m', 'k7');
    expect(engine.jobs().map(({ type }) => type)).toEqual(['guard']);
  });

  it('see what an end listener of the start event brought', () => {
    const engine = createTestEngine();
    engine.deploy(guarded([byMessage], { listeners: [{ on: 'end', type: 'listen' }] }));
    engine.create('p');
    expect(opened(engine)).toEqual([]);
    engine.complete('listen', { key: 'k' });
    expect(opened(engine)).toEqual(['guardStart']);
  });

  it('stay closed with an incident of the start event, and open once when it is resolved', () => {
    const engine = createTestEngine();
    engine.deploy(guarded([guard('first', { signal: 's' }), byMessage]));
    const { processInstanceKey } = engine.create('p');
    expect(engine.incidents()).toMatchObject([{ type: 'EXTRACT_VALUE_ERROR', elementId: 'begin' }]);
    expect(opened(engine)).toEqual([]);
    repair(engine, { key: 'k' });
    expect(opened(engine)).toEqual(['firstStart', 'guardStart']);
    expect(engine.completed('begin')).toBe(1);
    expectReplay(engine, processInstanceKey);
  });

  it('leave to the operator what a start message got wrong', () => {
    const engine = createTestEngine();
    engine.deploy(guarded([byMessage], { event: { message: 'begin' } }));
    engine.publish('begin', '', { variables: '{"key":true}' });
    expect(engine.incidents()).toMatchObject([{ elementId: 'begin' }]);
    repair(engine, { key: 'k' });
    expect(engine.incidents()).toEqual([]);
    engine.publish('m', 'k');
    expect(engine.jobs().map(({ type }) => type)).toEqual(['guard']);
  });

  it('open as often as the engine is asked to rest in between: once', () => {
    const engine = createTestEngine({ maxSteps: 1 });
    engine.deploy(guarded([byMessage], { outputs: { key: '= "k"' } }));
    const { processInstanceKey } = engine.create('p');
    expect(opened(engine)).toEqual(['guardStart']);
    expectReplay(engine, processInstanceKey);
  });

  it('are not opened twice where they were stored open while the start event was stuck', () => {
    const engine = createTestEngine();
    engine.deploy(guarded([guard('guard', { signal: 's' })], { outputs: { key: '= assert(ready, ready != null)' } }));
    const { processInstanceKey: key } = engine.create('p');
    const tree = engine.state.tree(key)!;
    const before = JSON.parse(encodeTree(tree)) as {
      subscriptions?: unknown[];
      elements: { subscriptions?: unknown }[];
    };
    const guardStart = tree.elements.get(key)!;
    before.subscriptions = [
      {
        key: '9',
        elementKey: guardStart.key,
        catchElement: engine.state
          .graph(tree.instances.get(key)!.definitionKey)!
          .elements.find(({ id }) => id === 'guardStart')!.index,
        catchElementId: 'guardStart',
        processInstanceKey: key,
        interrupting: true,
        kind: 'signal',
        name: 's',
      },
    ];
    before.elements[0]!.subscriptions = ['9'];
    engine.state.addTree(decodeTree(JSON.stringify(before)));
    repair(engine, { ready: 1 });
    expect(opened(engine)).toEqual(['guardStart']);
    expect(engine.active()).toEqual(['p', 'work']);
  });
});

describe('event sub-processes inside', () => {
  it('a sub-process wait once its start event has mapped', () => {
    const engine = createTestEngine();
    engine.deploy(
      work(
        bpmnProcess('p')
          .start()
          .subProcess('sub', (inner) => {
            byMessage(inner);
            inner
              .start('in', { outputs: { key: '= "k" + string(x)' } })
              .serviceTask('inside', { type: 'inside' })
              .end();
          })
          .boundary('late', { event: { timer: { duration: 'PT1H' } } }, (path) => path.end('tooLate')),
      ),
    );
    engine.create('p', { x: 1 });
    expect(opened(engine)).toEqual(['late', 'guardStart']);
    engine.publish('m', 'k1');
    expect(engine.jobs().map(({ type }) => type)).toEqual(['guard']);
    engine.complete('guard');
    expect(engine.jobs().map(({ type }) => type)).toEqual(['w']);
  });

  it('a loop wait in each item for its own', () => {
    const engine = createTestEngine();
    engine.deploy(
      work(
        bpmnProcess('p')
          .start()
          .subProcess(
            'sub',
            (inner) => {
              byMessage(inner);
              inner
                .start('in', { outputs: { key: '= "k" + string(item)' } })
                .userTask('person')
                .end();
            },
            {
              inputs: { key: '= null' },
              multiInstance: { inputCollection: '= [1, 2]', inputElement: 'item' },
            },
          ),
      ),
    );
    engine.create('p');
    expect(engine.incidents()).toEqual([]);
    engine.publish('m', 'k2');
    expect(engine.jobs().map(({ type }) => type)).toEqual(['guard']);
    expect(engine.userTasks()).toHaveLength(1);
  });

  it('an event sub-process wait once that one has begun', () => {
    const engine = createTestEngine();
    const path = bpmnProcess('p');
    path.eventSubProcess('outer', (outer) => {
      byMessage(outer);
      outer
        .start('outerStart', { event: { signal: 's' }, outputs: { key: '= "k" + string(x)' } })
        .userTask('person')
        .end();
    });
    engine.deploy(work(path.start()));
    engine.create('p');
    engine.broadcast('s', { x: 1 });
    expect(engine.incidents()).toEqual([]);
    engine.publish('m', 'k1');
    expect(engine.jobs().map(({ type }) => type)).toEqual(['guard']);
  });

  it('a called process see its own mappings', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnModel()
        .process('caller', (draw) => draw.start().callActivity('call', { processId: 'called' }).end())
        .process('called', (draw) => {
          byMessage(draw);
          draw
            .start('in', { outputs: { key: '= "k" + string(x)' } })
            .userTask('person')
            .end();
        })
        .toXml(),
    );
    engine.create('caller', { x: 1 });
    engine.publish('m', 'k1');
    expect(engine.jobs().map(({ type }) => type)).toEqual(['guard']);
  });
});

describe('event sub-processes where no start event runs', () => {
  const mapping: StartOptions = { outputs: { key: '= assert(ready, ready != null)' } };

  it('open at once for an instance that starts elsewhere', () => {
    const engine = createTestEngine();
    engine.deploy(guarded([byMessage], mapping));
    engine.create('p', { key: 'k' }, { startAt: ['work'] });
    expect(opened(engine)).toEqual(['guardStart']);
  });

  it('open when a modification ends the start event that was stuck', () => {
    // given
    const engine = createTestEngine();
    engine.deploy(guarded([byMessage], mapping));
    const { processInstanceKey } = engine.create('p');
    const move = {
      source: { by: 'element', elementId: 'begin' },
      targetElementId: 'work',
      scope: { kind: 'source' },
    } as const;
    const modify = (variables: string) =>
      ({
        kind: 'modifyInstance',
        processInstanceKey,
        activate: [],
        terminate: [],
        move: [{ ...move, variables: [{ variables, scopeId: '' }] }],
      }) as const;

    // then
    expect(engine.refused(modify('{}'))).toMatchObject({ type: 'INVALID_ARGUMENT' });
    engine.send(modify('{"key":"k"}'));
    expect(opened(engine)).toEqual(['guardStart']);
    expect(engine.active()).toEqual(['p', 'work']);
    expectReplay(engine, processInstanceKey);
  });

  it('wait for the start event that is stuck while something else is activated', () => {
    const engine = createTestEngine();
    engine.deploy(guarded([byMessage], mapping));
    const { processInstanceKey } = engine.create('p');
    const activate = [{ elementId: 'work', ancestorKey: null, variables: [] }];
    engine.send({ kind: 'modifyInstance', processInstanceKey, activate, move: [], terminate: [] });
    expect(opened(engine)).toEqual([]);
    repair(engine, { ready: 'k' });
    expect(opened(engine)).toEqual(['guardStart']);
  });

  it('open once over a migration while the start event is stuck', () => {
    const engine = createTestEngine();
    engine.deploy(guarded([byMessage], mapping));
    const { processInstanceKey } = engine.create('p');
    const text = guarded([byMessage], mapping).replaceAll('id="p"', 'id="q"');
    const [target] = engine.deploy({ name: 'q.bpmn', text }).items;
    engine.send({
      kind: 'migrateInstance',
      processInstanceKey,
      targetDefinitionKey: target!.definition.key as ProcessDefinitionKey,
      mappings: [{ sourceElementId: 'begin', targetElementId: 'begin' }],
    });
    expect(opened(engine)).toEqual([]);
    repair(engine, { ready: 'k' });
    expect(opened(engine)).toEqual(['guardStart']);
  });
});

describe('scopes that a modification creates', () => {
  const nested = work(
    bpmnProcess('p')
      .start()
      .subProcess('outer', (outer) => {
        outer
          .start()
          .userTask('person')
          .subProcess('inner', (inner) => {
            byMessage(inner);
            inner.start().serviceTask('deep', { type: 'deep' }).end();
          })
          .end();
      }),
  );
  const activateDeep = (engine: TestEngine, scopeId: string) =>
    ({
      kind: 'modifyInstance',
      processInstanceKey: engine.element('p').key as ProcessInstanceKey,
      activate: [{ elementId: 'deep', ancestorKey: null, variables: [{ variables: '{"key":"k"}', scopeId }] }],
      move: [],
      terminate: [],
    }) as const;

  it.each(['', 'p', 'outer', 'inner'])('see the variables that are written in "%s"', (scopeId) => {
    const engine = createTestEngine();
    engine.deploy(nested);
    engine.create('p');
    engine.send(activateDeep(engine, scopeId));
    expect(opened(engine)).toEqual(['guardStart']);
  });

  it('do not see those of the element itself: the modification is refused', () => {
    const engine = createTestEngine();
    engine.deploy(nested);
    engine.create('p');
    expect(engine.refused(activateDeep(engine, 'deep'))).toMatchObject({ type: 'INVALID_ARGUMENT' });
  });
});
