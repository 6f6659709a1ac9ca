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
  }, 30_000);

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
