import { bpmnModel, bpmnProcess, type DrawPath } from '@irisflow/bpmn';
import { keyAt, type JobKey, type ProcessInstanceKey } from '@irisflow/protocol';
import { describe, expect, it } from 'vitest';
import { decide } from '../index.ts';
import { createTestEngine, type TestEngine } from '../testing/index.ts';

const HOUR = 3_600_000;

const suspend = (engine: TestEngine, processInstanceKey: ProcessInstanceKey) =>
  engine.send({ kind: 'suspendInstance', processInstanceKey });
const resume = (engine: TestEngine, processInstanceKey: ProcessInstanceKey) =>
  engine.send({ kind: 'resumeInstance', processInstanceKey });

/** An instance of a process `p` that was suspended as soon as it had come to rest. */
const suspended = (draw: DrawPath, variables: object = {}) => {
  const engine = createTestEngine();
  const path = bpmnProcess('p').start('begin');
  draw(path);
  engine.deploy(path.end('over').toXml());
  const { processInstanceKey } = engine.create('p', { ...variables });
  suspend(engine, processInstanceKey);
  return { engine, key: processInstanceKey };
};

const work: DrawPath = (path) => void path.serviceTask('work', { type: 'w' });
const answer = { variables: '{}', result: null } as const;
const failure = { retries: 0, errorMessage: 'no', retryBackOff: 0, variables: '{}' } as const;

describe('suspension and resumption', () => {
  it('are refused where nothing is to suspend or resume', () => {
    const { engine, key: processInstanceKey } = suspended(work);
    const unknown = '1' as ProcessInstanceKey;

    expect(engine.refused({ kind: 'suspendInstance', processInstanceKey })).toMatchObject({
      type: 'INVALID_STATE',
      reason: expect.stringContaining('suspended already') as string,
    });
    resume(engine, processInstanceKey);
    expect(engine.refused({ kind: 'resumeInstance', processInstanceKey })).toMatchObject({
      type: 'INVALID_STATE',
      reason: expect.stringContaining('not suspended') as string,
    });
    for (const kind of ['suspendInstance', 'resumeInstance'] as const)
      expect(engine.refused({ kind, processInstanceKey: unknown }).type).toBe('NOT_FOUND');
  });

  it('are for roots, and reach what they called', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnModel()
        .process('outer', (draw) => draw.start().callActivity('call', { processId: 'inner' }).end())
        .process('inner', (draw) => draw.start().serviceTask('work', { type: 'w' }).end())
        .toXml(),
    );
    const { processInstanceKey: root } = engine.create('outer');
    const called = engine.element('work').processInstanceKey;

    expect(engine.refused({ kind: 'suspendInstance', processInstanceKey: called }).reason).toContain(
      `Suspend the root process instance '${root}' instead`,
    );
    suspend(engine, root);
    expect(engine.refused({ kind: 'resumeInstance', processInstanceKey: called }).reason).toContain(root);
    expect(() => engine.complete('w')).toThrow(/suspended/);
    resume(engine, root);
    engine.complete('w');
    expect(engine.isActive(root)).toBe(false);
  });
});

describe('a suspended instance', () => {
  it('refuses all answers of workers, and hands out no job', () => {
    const { engine, key } = suspended(work);
    const jobKey = engine.jobs('w')[0]!.key;
    const commands = [
      { kind: 'activateJob', jobKey, worker: 'a', timeout: HOUR, fetchVariables: [] },
      { kind: 'completeJob', jobKey, ...answer },
      { kind: 'failJob', jobKey, ...failure },
      { kind: 'throwError', jobKey, errorCode: 'E', errorMessage: '', variables: '{}' },
    ] as const;

    for (const command of commands) {
      expect(engine.refused(command)).toMatchObject({
        type: 'INVALID_STATE',
        reason: expect.stringContaining(`process instance '${key}' is suspended`) as string,
      });
    }
    expect(engine.refused({ kind: 'completeJob', jobKey: '1' as JobKey, ...answer }).type).toBe('NOT_FOUND');
    expect(engine.jobs('w')[0]?.phase).toBe('activatable');
  });

  it('lets the lease of a job run out', () => {
    const engine = createTestEngine();
    engine.deploy(bpmnProcess('p').start().serviceTask('work', { type: 'w' }).end().toXml());
    const { processInstanceKey: key } = engine.create('p');
    engine.activate(engine.jobs('w')[0]!.key, HOUR);
    suspend(engine, key);

    engine.advance(2 * HOUR);
    expect(engine.jobs('w')[0]).toMatchObject({ phase: 'activatable' });
    resume(engine, key);
    engine.complete('w');
    expect(engine.isActive(key)).toBe(false);
  });

  it('refuses what would move it, by people and by operators', () => {
    const { engine, key } = suspended((path) => path.userTask('look').serviceTask('stuck', { type: '= missing' }));
    const userTaskKey = engine.userTasks()[0]!.key;
    const request = { userTaskKey, action: '', requestId: null } as const;
    const commands = [
      { kind: 'completeUserTask', ...request, variables: '{}' },
      { kind: 'assignUserTask', ...request, assignee: 'ann', override: 'always' },
      { kind: 'updateUserTask', ...request, changes: { priority: 1 } },
      { kind: 'modifyInstance', processInstanceKey: key, activate: [], move: [], terminate: [] },
    ] as const;

    for (const command of commands) expect(engine.refused(command).reason).toContain('suspended');
    resume(engine, key);
    engine.send({ kind: 'completeUserTask', ...request, variables: '{}' });
    suspend(engine, key);
    const incidentKey = engine.incidents()[0]!.key;
    expect(engine.refused({ kind: 'resolveIncident', incidentKey }).reason).toContain('suspended');
  });

  it('is repaired by variables: conditions hear of them after the resumption', () => {
    const { engine, key } = suspended(
      (path) =>
        path
          .serviceTask('work', { type: 'w' })
          .boundary('told', { event: { condition: '= x > 10' }, interrupting: false }, (aside) => aside.end('heard')),
      { x: 1, y: 20 },
    );
    const set = (variables: string) =>
      engine.send({ kind: 'setVariables', scopeKey: key, variables, reach: 'propagate' });

    set('{"x":11}');
    set('{"x":12}');
    expect(engine.completed('heard')).toBe(0);
    expect(engine.replay().trees).toEqual(engine.state.trees);
    resume(engine, key);
    expect(engine.completed('heard')).toBe(1);
    expect(engine.variables(key)).toMatchObject({ x: 12 });
    suspend(engine, key);
    resume(engine, key);
    expect(engine.completed('heard')).toBe(1);
  });

  it('fires an overdue timer once, and those in the order of their times', () => {
    const { engine, key } = suspended((path) =>
      path
        .serviceTask('work', { type: 'w' })
        .boundary('often', { event: { timer: { cycle: 'R/PT1H' } }, interrupting: false }, (aside) =>
          aside.end('reminded'),
        )
        .boundary('late', { event: { timer: { duration: 'PT150M' } } }, (aside) => aside.end('expired')),
    );

    engine.advance(1.5 * HOUR);
    expect(engine.completed('reminded')).toBe(0);
    resume(engine, key);
    expect(engine.completed('reminded')).toBe(1);
    suspend(engine, key);
    engine.advance(4 * HOUR);
    resume(engine, key);
    expect([engine.completed('reminded'), engine.completed('expired')]).toEqual([2, 1]);
    expect(engine.isActive(key)).toBe(false);
    expect(engine.subscriptions()).toEqual([]);
  });

  it('takes after its resumption the messages that live still, and no signal', () => {
    const { engine, key } = suspended(
      (path) =>
        path
          .eventSubProcess('esp', (inside) =>
            inside.start('alarm', { event: { signal: 'alarm' }, interrupting: false }).end('alarmed'),
          )
          .receiveTask('wait', { message: 'm', correlationKey: '= k' })
          .userTask('look'),
      { k: 'a' },
    );

    engine.publish('m', 'a', { timeToLive: HOUR, variables: '{"from":"short"}' });
    engine.advance(2 * HOUR);
    engine.publish('m', 'a', { timeToLive: HOUR, variables: '{"from":"long"}' });
    engine.broadcast('alarm');
    const correlation = { kind: 'correlateMessage', tenantId: '<default>', name: 'm', correlationKey: 'a' } as const;
    expect(engine.refused({ ...correlation, variables: '{}' }).type).toBe('NOT_FOUND');
    expect(engine.userTasks()).toEqual([]);

    resume(engine, key);
    expect(engine.variables(key)).toMatchObject({ from: 'long' });
    expect(engine.userTasks()).toHaveLength(1);
    expect(engine.completed('alarmed')).toBe(0);
    engine.broadcast('alarm');
    expect(engine.completed('alarmed')).toBe(1);
  });

  it('takes a buffered message once, where firing a timer opened another subscription to it', () => {
    const { engine, key } = suspended(
      (path) =>
        path
          .serviceTask('work', { type: 'w' })
          .boundary('late', { event: { timer: { duration: 'PT1H' } } }, (aside) =>
            aside.receiveTask('wait', { message: 'm', correlationKey: '= k' }).end('taken'),
          ),
      { k: 'a' },
    );

    engine.advance(2 * HOUR);
    engine.publish('m', 'a', { timeToLive: HOUR });
    resume(engine, key);
    expect(engine.isActive(key)).toBe(false);
    expect(engine.completed('taken')).toBe(1);
    for (const { subscriptions } of engine.state.buckets.values()) expect(subscriptions.size).toBe(0);
  });

  it.each(['resumeInstance', 'cancelInstance'] as const)(
    'has the steps that were left when it was suspended, until %s',
    (kind) => {
      const engine = createTestEngine();
      engine.deploy(bpmnProcess('p').start().serviceTask('work', { type: 'w' }).task('pass').end().toXml());
      const { processInstanceKey } = engine.create('p');
      const context = { now: engine.now(), nextKey: <Noun extends string>() => keyAt<Noun>(1_000), maxSteps: 0 };
      const steps = () => engine.state.tree(processInstanceKey)?.steps.length;
      const { followUps } = decide(
        { kind: 'completeJob', jobKey: engine.jobs('w')[0]!.key, ...answer },
        engine.state,
        context,
      );
      suspend(engine, processInstanceKey);

      for (const command of followUps) decide(command, engine.state, context);
      expect(steps()).toBe(1);
      engine.send({ kind, processInstanceKey });
      expect(engine.isActive(processInstanceKey)).toBe(false);
      expect(engine.completed('pass')).toBe(kind === 'resumeInstance' ? 1 : 0);
    },
  );

  it('can be canceled, and hands out the jobs of its listeners then', () => {
    const { engine, key } = suspended((path) =>
      path.userTask('look', { taskListeners: [{ on: 'canceling', type: 'x' }] }),
    );

    engine.send({ kind: 'cancelInstance', processInstanceKey: key });
    expect(engine.refused({ kind: 'suspendInstance', processInstanceKey: key }).reason).toContain('being canceled');
    engine.complete('x');
    expect(engine.isActive(key)).toBe(false);
    expect(engine.replay().trees).toEqual(engine.state.trees);
  });
});
