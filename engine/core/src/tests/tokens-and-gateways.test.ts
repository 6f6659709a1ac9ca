import { bpmnProcess, type ProcessPath } from '@irisflow/bpmn';
import { describe, expect, it } from 'vitest';
import { createTestEngine } from '../testing/index.ts';

describe('tokens', () => {
  it('TK 38: a task without outgoing flow ends path and instance', () => {
    // given
    const engine = createTestEngine();
    engine.deploy(bpmnProcess('p').start().serviceTask('work', { type: 'w' }).toXml());
    const { processInstanceKey } = engine.create('p');
    // when
    engine.complete('w');
    // then
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });

  it('TK 39: two outgoing flows of a task fork', () => {
    const engine = createTestEngine();
    const path = bpmnProcess('p').start().serviceTask('work', { type: 'w' });
    engine.deploy(
      path
        .branch((a) => a.serviceTask('a', { type: 'a' }).end())
        .branch((b) => b.serviceTask('b', { type: 'b' }).end())
        .toXml(),
    );
    const { processInstanceKey } = engine.create('p');
    engine.complete('w');
    expect(engine.active()).toEqual(['p', 'a', 'b']);
    engine.complete('a');
    expect(engine.isActive(processInstanceKey)).toBe(true);
    engine.complete('b');
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });

  it('TK 40: two incoming flows into a task run it twice', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .parallelGateway('fork')
        .branch((a) => a.serviceTask('work', { type: 'w' }).end())
        .branch((b) => b.connectTo('work'))
        .toXml(),
    );
    engine.create('p');
    expect(engine.jobs('w')).toHaveLength(2);
  });

  it('TK 42: undefined and manual tasks pass through', () => {
    const engine = createTestEngine();
    engine.deploy(bpmnProcess('p').start().task('a').manualTask('b').end().toXml());
    const { processInstanceKey } = engine.create('p');
    expect(engine.isActive(processInstanceKey)).toBe(false);
    expect(engine.completed('a') + engine.completed('b')).toBe(2);
  });
});

const choice = () =>
  bpmnProcess('p')
    .start()
    .exclusiveGateway('g')
    .otherwise((path) => path.serviceTask('other', { type: 'other' }).end())
    .when('= x > 10', (path) => path.serviceTask('big', { type: 'big' }).end())
    .when('= x > 5', (path) => path.serviceTask('middle', { type: 'middle' }).end())
    .toXml();

describe('exclusive gateway', () => {
  it.each([
    [20, 'big'],
    [7, 'middle'],
    [1, 'other'],
  ])('GW 43: the first true flow in order, the default last: x = %i leads to %s', (x, taken) => {
    const engine = createTestEngine();
    engine.deploy(choice());
    engine.create('p', { x });
    expect(engine.jobs().map(({ type }) => type)).toEqual([taken]);
  });

  it('GW 44: no match and no default is an incident, and goes on after the variable is set', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .exclusiveGateway('g')
        .when('= x = 1', (path) => path.end())
        .when('= x = 2', (path) => path.end())
        .toXml(),
    );
    const { processInstanceKey } = engine.create('p', { x: 3 });
    const [incident] = engine.incidents();
    expect(incident).toMatchObject({ type: 'CONDITION_ERROR', elementId: 'g' });
    engine.send({ kind: 'setVariables', scopeKey: processInstanceKey, variables: '{"x":2}', reach: 'propagate' });
    engine.send({ kind: 'resolveIncident', incidentKey: incident!.key });
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });

  it('GW 45: a condition that gives text or null is an incident', () => {
    const engine = createTestEngine();
    engine.deploy(choice());
    engine.create('p', {});
    expect(engine.incidents()[0]?.type).toBe('EXTRACT_VALUE_ERROR');
  });

  it('GW 47: a join does not synchronize', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .parallelGateway('fork')
        .branch((a) => a.exclusiveGateway('join').serviceTask('after', { type: 'after' }).end())
        .branch((b) => b.connectTo('join'))
        .toXml(),
    );
    engine.create('p');
    expect(engine.jobs('after')).toHaveLength(2);
  });
});

describe('parallel gateway', () => {
  it('GW 48: the join waits for all', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .parallelGateway('fork')
        .branch((a) =>
          a.serviceTask('a', { type: 'a' }).parallelGateway('join').serviceTask('after', { type: 'after' }).end(),
        )
        .branch((b) => b.serviceTask('b', { type: 'b' }).connectTo('join'))
        .toXml(),
    );
    engine.create('p');
    engine.complete('a');
    expect(engine.jobs('after')).toHaveLength(0);
    engine.complete('b');
    expect(engine.jobs('after')).toHaveLength(1);
  });

  const twice = () =>
    bpmnProcess('p')
      .start()
      .parallelGateway('fork')
      .branch((a) =>
        a
          .serviceTask('a1', { type: 'a1' })
          .exclusiveGateway('merge')
          .parallelGateway('join')
          .serviceTask('after', { type: 'after' })
          .end(),
      )
      .branch((a) => a.serviceTask('a2', { type: 'a2' }).connectTo('merge'))
      .branch((b) => b.serviceTask('b1', { type: 'b1' }).exclusiveGateway('merge2').connectTo('join'))
      .branch((b) => b.serviceTask('b2', { type: 'b2' }).connectTo('merge2'))
      .toXml();

  it('GW 49 and 50: one flow taken twice does not satisfy the other, and the surplus waits for a second round', () => {
    const engine = createTestEngine();
    engine.deploy(twice());
    const { processInstanceKey } = engine.create('p');
    engine.complete('a1');
    engine.complete('a2');
    expect(engine.jobs('after')).toHaveLength(0);
    engine.complete('b1');
    expect(engine.jobs('after')).toHaveLength(1);
    engine.complete('b2');
    expect(engine.jobs('after')).toHaveLength(2);
    for (const { key } of engine.jobs('after')) {
      engine.send({ kind: 'completeJob', jobKey: key, variables: '{}', result: null });
    }
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });
});

const inclusive = () =>
  bpmnProcess('p')
    .start()
    .inclusiveGateway('fork')
    .when('= a', (path) =>
      path.serviceTask('a', { type: 'a' }).inclusiveGateway('join').serviceTask('after', { type: 'after' }).end(),
    )
    .when('= b', (path) =>
      path
        .serviceTask('b', { type: 'b' })
        .boundary('failed', { event: { error: 'E' } }, (away) => away.end('away'))
        .connectTo('join'),
    )
    .otherwise((path) => path.connectTo('join'))
    .toXml();

describe('inclusive gateway', () => {
  it('GW 53 and 56: forks to all that hold and joins them', () => {
    const engine = createTestEngine();
    engine.deploy(inclusive());
    engine.create('p', { a: true, b: true });
    engine.complete('a');
    expect(engine.jobs('after')).toHaveLength(0);
    engine.complete('b');
    expect(engine.jobs('after')).toHaveLength(1);
  });

  it('GW 57: joins a subset, and the default alone', () => {
    const engine = createTestEngine();
    engine.deploy(inclusive());
    engine.create('p', { a: true, b: false });
    engine.complete('a');
    expect(engine.jobs('after')).toHaveLength(1);
    engine.create('p', { a: false, b: false });
    expect(engine.jobs('after')).toHaveLength(2);
  });

  it('GW 60: joins when the last competing path leads away', () => {
    const engine = createTestEngine();
    engine.deploy(inclusive());
    const { processInstanceKey } = engine.create('p', { a: true, b: true });
    engine.complete('a');
    const [job] = engine.jobs('b');
    engine.send({ kind: 'throwError', jobKey: job!.key, errorCode: 'E', errorMessage: '', variables: '{}' });
    expect(engine.jobs('after')).toHaveLength(1);
    engine.complete('after');
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });

  it('GW 61: one incoming flow taken twice still lets the instance complete', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .parallelGateway('fork')
        .branch((x) => x.serviceTask('a1', { type: 'a1' }).exclusiveGateway('merge').inclusiveGateway('join').end())
        .branch((x) => x.serviceTask('a2', { type: 'a2' }).connectTo('merge'))
        .branch((x) => x.serviceTask('b', { type: 'b' }).connectTo('join'))
        .toXml(),
    );
    const { processInstanceKey } = engine.create('p');
    engine.complete('a1');
    engine.complete('a2');
    engine.complete('b');
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });

  it('does not wait for a token that would first have to come round a loop behind another join', () => {
    const engine = createTestEngine();
    const block = (path: ProcessPath, name: string) =>
      path
        .inclusiveGateway(`${name}Fork`)
        .otherwise((way) => way.task(`${name}1`).inclusiveGateway(`${name}Join`))
        .when('= more', (way) => way.serviceTask(`${name}2`, { type: 'more' }).connectTo(`${name}Join`))
        .at(`${name}Join`);
    const path = bpmnProcess('p')
      .start()
      .exclusiveGateway('again')
      .serviceTask('work', { type: 'w' })
      .parallelGateway('fork')
      .branch((way) => block(block(way.task('one'), 'a'), 'b').parallelGateway('join'))
      .branch((way) => block(way.task('two'), 'c').connectTo('join'))
      .at('join')
      .exclusiveGateway('enough')
      .when('= back', (way) => way.task('back').connectTo('again'))
      .otherwise((way) => way.end());
    engine.deploy(path.toXml());
    const { processInstanceKey } = engine.create('p', { more: false, back: true });
    engine.complete('w');
    engine.complete('w', { back: false });
    expect(engine.isActive(processInstanceKey), engine.story()).toBe(false);
    expect([engine.completed('aJoin'), engine.completed('bJoin'), engine.completed('cJoin')]).toEqual([2, 2, 2]);
  });

  it('goes on behind a parallel join that nothing completes any more, the inner join before the outer one', () => {
    // given
    const engine = createTestEngine();
    const path = bpmnProcess('p').start().inclusiveGateway('outer');
    path.when('= all', (way) => way.task('one').inclusiveGateway('outerJoin').end('over'));
    path.when('= all', (way) => {
      way.inclusiveGateway('inner');
      way.when('= all', (aside) => aside.task('two').inclusiveGateway('innerJoin').connectTo('outerJoin'));
      way.when('= all', (aside) => {
        aside.parallelGateway('fork').branch((half) => half.parallelGateway('dead').connectTo('innerJoin'));
        aside.branch((half) => {
          half.serviceTask('b', { type: 'b' });
          half.boundary('failed', { event: { error: 'E' } }, (away) => away.end('away')).connectTo('dead');
        });
      });
    });
    engine.deploy(path.toXml());
    engine.create('p', { all: true });

    // when
    const [job] = engine.jobs('b');
    engine.send({ kind: 'throwError', jobKey: job!.key, errorCode: 'E', errorMessage: '', variables: '{}' });

    // then
    const counts = ['dead', 'innerJoin', 'outerJoin', 'over'].map((id) => engine.completed(id));
    expect(counts, engine.story()).toEqual([0, 1, 1, 1]);
  });

  it('keeps its tokens while it is stuck, instead of an incident for each of them', () => {
    // given: every turn brings a token, and none of the other flow
    const engine = createTestEngine({ maxSteps: 10, maxRounds: 20 });
    const path = bpmnProcess('p').start().scriptTask('turn', { expression: '= 1', resultVariable: 'n' });
    path.branch((again) => again.connectTo('turn'));
    path.branch((way) => way.inclusiveGateway('join').end());
    path.breakOff().userTask('never').connectTo('join');
    engine.deploy(path.toXml());

    // when
    engine.create('p');

    // then
    const stuck = engine.incidents().filter(({ elementId }) => elementId === 'join');
    expect(stuck.length).toBeLessThanOrEqual(1);
  });

  it('GW 54: no match is an incident; resolving without a fix is a new one', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .inclusiveGateway('g')
        .when('= x = 1', (a) => a.end())
        .when('= x = 2', (b) => b.end())
        .toXml(),
    );
    engine.create('p', { x: 3 });
    const [first] = engine.incidents();
    engine.send({ kind: 'resolveIncident', incidentKey: first!.key });
    const [second] = engine.incidents();
    expect(second?.type).toBe('CONDITION_ERROR');
    expect(second?.key).not.toBe(first?.key);
  });
});
