import { bpmnProcess } from '@irisflow/bpmn';
import { describe, expect, it } from 'vitest';
import { createTestEngine } from '../testing/index.ts';

/** A circle of scripts beside a job. */
const restless = () =>
  bpmnProcess('restless')
    .start()
    .parallelGateway('fork')
    .branch((path) => path.serviceTask('work', { type: 'work' }).end())
    .exclusiveGateway('again')
    .scriptTask('count', { expression: '= if n = null then 1 else n + 1', resultVariable: 'n' })
    .exclusiveGateway('enough')
    .when('= enough', (path) => path.end('out'))
    .otherwise((path) => path.connectTo('again'))
    .toXml();

const startRestless = () => {
  const engine = createTestEngine({ maxSteps: 10, maxRounds: 5 });
  engine.deploy(restless());
  const { processInstanceKey } = engine.create('restless', { enough: false });
  return { engine, processInstanceKey };
};

describe('a model that does not come to rest', () => {
  it('shows a LOOP_LIMIT incident at the element that would go on, and only there', () => {
    // given, when
    const { engine } = startRestless();
    // then
    expect(engine.incidents()).toMatchObject([{ type: 'LOOP_LIMIT', jobKey: null }]);
    expect(engine.jobs()).toHaveLength(1);
    expect(engine.replay().trees).toEqual(engine.state.trees);
  });

  it('goes on when the incident is resolved, to the next one or to the end', () => {
    // given
    const { engine, processInstanceKey } = startRestless();
    const [first] = engine.incidents();
    // when: nothing was mended
    engine.send({ kind: 'resolveIncident', incidentKey: first!.key });
    // then
    const [second] = engine.incidents();
    expect(second).toMatchObject({ type: 'LOOP_LIMIT' });
    expect(second!.key).not.toBe(first!.key);
    // when: the circle has a way out
    engine.send({ kind: 'setVariables', scopeKey: processInstanceKey, variables: '{"enough":true}', reach: 'local' });
    engine.send({ kind: 'resolveIncident', incidentKey: second!.key });
    engine.send({ kind: 'completeJob', jobKey: engine.jobs()[0]!.key, variables: '{}', result: null });
    // then
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });

  it('is stopped long before the rounds are used up where its tokens multiply', () => {
    // given
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('bomb')
        .start()
        .scriptTask('split', { expression: '= 1', resultVariable: 'n' })
        .branch((path) => path.connectTo('split'))
        .branch((path) => path.connectTo('split'))
        .toXml(),
    );
    // when
    const { processInstanceKey } = engine.create('bomb');
    // then
    expect(engine.incidents().length).toBeGreaterThan(0);
    expect(engine.incidents().length).toBeLessThan(10_000);
    // when
    engine.send({ kind: 'cancelInstance', processInstanceKey });
    // then
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });

  it('can be canceled', () => {
    // given
    const { engine, processInstanceKey } = startRestless();
    // when
    engine.send({ kind: 'cancelInstance', processInstanceKey });
    // then
    expect(engine.isActive(processInstanceKey)).toBe(false);
    expect(engine.incidents()).toEqual([]);
  });
});

describe('a model that fills its instance', () => {
  const loops = (id: string, ...types: readonly string[]) => {
    const fork = bpmnProcess(id).start().parallelGateway('fork');
    const multiInstance = { inputCollection: '= items', inputElement: 'item' };
    for (const type of types) fork.branch((path) => path.serviceTask(type, { type, multiInstance }).end());
    return fork.toXml();
  };
  const items = (count: number) => ({ items: Array.from({ length: count }, (_, at) => at) });

  it('shows a LOOP_LIMIT incident at a loop whose items have no room, and creates none of them', () => {
    // given
    const engine = createTestEngine({ maxElements: 150 });
    engine.deploy(loops('crowd', 'many'));
    // when
    engine.create('crowd', items(1_000));
    // then
    const message = expect.stringContaining(
      "at most 150 elements at once, those of called processes included, but 'many'",
    );
    expect(engine.incidents()).toMatchObject([{ type: 'LOOP_LIMIT', elementId: 'many', message }]);
    expect(engine.jobs()).toEqual([]);
  });

  it('lets a loop wait until others have made room', () => {
    // given
    const engine = createTestEngine({ maxElements: 150 });
    engine.deploy(loops('crowds', 'one', 'two'));
    const { processInstanceKey } = engine.create('crowds', items(100));
    expect(engine.incidents()).toMatchObject([{ type: 'LOOP_LIMIT' }]);
    // when
    const [incident] = engine.incidents();
    const finish = () => {
      for (const { key } of engine.jobs())
        engine.send({ kind: 'completeJob', jobKey: key, variables: '{}', result: null });
    };
    finish();
    engine.send({ kind: 'resolveIncident', incidentKey: incident!.key });
    finish();
    // then
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });

  it('shows the incident where a process calls itself more than once', () => {
    const engine = createTestEngine({ maxElements: 300 });
    const again = { processId: 'family', multiInstance: { inputCollection: '= [1, 2, 3]', inputElement: 'child' } };
    engine.deploy(bpmnProcess('family').start().callActivity('again', again).end().toXml());
    // when
    const { processInstanceKey } = engine.create('family', {});
    // then
    expect(new Set(engine.incidents().map(({ type }) => type))).toEqual(new Set(['LOOP_LIMIT']));
    expect(engine.state.trees.get(processInstanceKey)?.elements.size).toBeLessThan(500);
    // when
    engine.send({ kind: 'cancelInstance', processInstanceKey });
    // then
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });
});

describe('a model whose expressions are heavy', () => {
  const heavy = (items: string) =>
    bpmnProcess('heavy')
      .start()
      .task('step', { multiInstance: { inputCollection: items, sequential: true } })
      .end()
      .toXml();

  it.each([
    ['computes much', '= for i in 1..90000 return i', {}],
    ['reads much', '= items', { items: Array.from({ length: 50 }, () => 'x'.repeat(40_000)) }],
  ])('gives others their turn long before it has taken all its steps when it %s', (_, items, variables) => {
    // given
    const engine = createTestEngine({ maxRounds: 3 });
    engine.deploy(heavy(items));

    // when
    engine.create('heavy', variables);

    // then each round took a few items only
    expect(engine.incidents()).toMatchObject([{ type: 'LOOP_LIMIT' }]);
    expect(engine.completed('step')).toBeLessThan(40);
  });
});
