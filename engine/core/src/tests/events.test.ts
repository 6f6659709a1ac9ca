import { bpmnProcess } from '@irisflow/bpmn';
import { describe, expect, it } from 'vitest';
import { createTestEngine } from '../testing/index.ts';

const hour = 3_600_000;

describe('timers', () => {
  const waits = (timer: { duration: string } | { date: string }) =>
    bpmnProcess('p').start().catchEvent('wait', { event: { timer } }).end().toXml();

  it.each([
    ['PT1H', hour],
    ['P1M', 31 * 24 * hour],
    ['= duration("PT2H")', 2 * hour],
    ['P1DT1H', 25 * hour],
  ])('TM 166: duration %s', (duration, milliseconds) => {
    const engine = createTestEngine();
    engine.deploy(waits({ duration }));
    const { processInstanceKey } = engine.create('p');
    engine.advance(milliseconds - 1);
    expect(engine.isActive(processInstanceKey)).toBe(true);
    engine.advance(1);
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });

  it.each(['2030-01-01T01:00:00Z', '2030-01-01T02:00:00+01:00', '= date and time("2030-01-01T01:00:00Z")'])(
    'TM 166: date %s',
    (date) => {
      const engine = createTestEngine();
      engine.deploy(waits({ date }));
      engine.create('p');
      expect(engine.subscriptions()[0]).toMatchObject({ dueAt: engine.now() + hour });
    },
  );

  it.each([{ date: '2000-01-01T00:00:00Z' }, { duration: 'PT0S' }, { duration: '-PT5M' }])(
    'TM 167: %o fires at once',
    (timer) => {
      const engine = createTestEngine();
      engine.deploy(waits(timer));
      const { processInstanceKey } = engine.create('p');
      engine.advance(0);
      expect(engine.isActive(processInstanceKey)).toBe(false);
    },
  );

  it('TM 168 and 169: a cycle fires as often as it says, without drift', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .serviceTask('work', { type: 'w' })
        .boundary('three', { event: { timer: { cycle: 'R3/PT1H' } }, interrupting: false }, (path) => path.end('e3'))
        .boundary('always', { event: { timer: { cycle: 'R/PT2H' } }, interrupting: false }, (path) => path.end('eAll'))
        .end()
        .toXml(),
    );
    engine.create('p');
    engine.advance(10 * hour);
    expect(engine.completed('three')).toBe(3);
    expect(engine.completed('always')).toBe(5);
    engine.complete('w');
    expect(engine.subscriptions()).toHaveLength(0);
  });

  it.each(['R/PT0S', 'R/-PT1H', '= cycle(duration("PT0S"))'])('TM 169: the endless cycle %s is refused', (cycle) => {
    const engine = createTestEngine();
    const model = bpmnProcess('p')
      .start('s', { event: { timer: { cycle } } })
      .end()
      .toXml();
    expect(() => engine.deploy(model)).toThrow(/endless cycle to take time/);
  });

  it('TM 170: a start timer starts until a version without timer comes', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start('s', { event: { timer: { cycle: 'R/PT1H' } } })
        .userTask('u')
        .end()
        .toXml(),
    );
    engine.advance(3 * hour);
    expect(engine.userTasks()).toHaveLength(3);
    engine.deploy(bpmnProcess('p').start().userTask('u').end().toXml());
    engine.advance(3 * hour);
    expect(engine.userTasks()).toHaveLength(3);
  });

  it.each([
    ['0 0 9 * * MON-FRI', '2030-01-01T09:00:00Z'],
    ['0 0 9 L * *', '2030-01-31T09:00:00Z'],
    ['0 0 9 * * MON#2', '2030-01-14T09:00:00Z'],
    ['0 0 9 * * FRIL', '2030-01-25T09:00:00Z'],
    ['0 0 9 15W * *', '2030-01-15T09:00:00Z'],
    ['0 0/20 * * * *', '2030-01-01T00:20:00Z'],
    ['@monthly', '2030-02-01T00:00:00Z'],
    ['0 0 0 29 2 *', '2032-02-29T00:00:00Z'],
  ])('TM 171: cron %s', (cycle, first) => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start('s', { event: { timer: { cycle } } })
        .end()
        .toXml(),
    );
    const [timer] = engine.state.definitions.startTimers.values();
    expect(new Date(timer!.dueAt).toISOString()).toBe(first.replace('Z', '.000Z'));
  });

  it('TM 174: a daily interval keeps its hour in its zone when clocks change', () => {
    const engine = createTestEngine();
    const cycle = 'R2/2030-03-30T09:00[Europe/Brussels]/P1D';
    engine.deploy(
      bpmnProcess('p')
        .start('s', { event: { timer: { cycle } } })
        .end()
        .toXml(),
    );
    const dueDates = () => Array.from(engine.state.definitions.startTimers.values(), ({ dueAt }) => dueAt);
    expect(dueDates()).toEqual([Date.UTC(2030, 2, 30, 8)]);
    engine.advance(Date.UTC(2030, 2, 30, 8) - engine.now());
    expect(dueDates()).toEqual([Date.UTC(2030, 2, 31, 7)]);
    engine.advance(23 * hour);
    expect(dueDates()).toEqual([]);
  });

  it('TM 173: a bad expression is an incident, and waits after fix and resolve', () => {
    const engine = createTestEngine();
    engine.deploy(waits({ duration: '= length' }));
    const { processInstanceKey } = engine.create('p', { length: 'soon' });
    const [incident] = engine.incidents();
    expect(incident?.type).toBe('EXTRACT_VALUE_ERROR');
    engine.send({ kind: 'setVariables', scopeKey: processInstanceKey, variables: '{"length":"PT1S"}', reach: 'local' });
    engine.send({ kind: 'resolveIncident', incidentKey: incident!.key });
    engine.advance(1000);
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });
});

describe('messages', () => {
  const waits = bpmnProcess('p')
    .start()
    .catchEvent('wait', { event: { message: 'm', correlationKey: '= k' } })
    .end()
    .toXml();

  it('MS 144: publish after wait, before with time to live, before without', () => {
    const engine = createTestEngine();
    engine.deploy(waits);
    const first = engine.create('p', { k: 'a' }).processInstanceKey;
    engine.publish('m', 'a', { variables: '{"x":1}' });
    expect(engine.isActive(first)).toBe(false);
    expect(engine.variables(first)).toEqual({ k: 'a', x: 1 });
    engine.publish('m', 'b', { timeToLive: 1000 });
    expect(engine.isActive(engine.create('p', { k: 'b' }).processInstanceKey)).toBe(false);
    engine.publish('m', 'c');
    expect(engine.isActive(engine.create('p', { k: 'c' }).processInstanceKey)).toBe(true);
  });

  it('MS 146: an id is accepted once while it is buffered', () => {
    const engine = createTestEngine();
    const publish = { timeToLive: 1000, messageId: 'once' };
    engine.publish('m', 'a', publish);
    expect(() => engine.publish('m', 'a', publish)).toThrow(/already published/);
    engine.publish('m', 'b', publish);
    engine.advance(1000);
    engine.publish('m', 'a', publish);
    expect(engine.state.buckets.size).toBe(2);
  });

  it('MS 147 to 149: one message, one instance of each process, whatever the version', () => {
    const engine = createTestEngine();
    engine.deploy(waits);
    engine.create('p', { k: 'a' });
    engine.deploy(`${waits}<!-- 2 -->`);
    engine.create('p', { k: 'a' });
    engine.deploy(waits.replaceAll('"p"', '"q"'));
    engine.create('q', { k: 'a' });
    engine.publish('m', 'a');
    expect(engine.active().filter((id) => id === 'wait')).toHaveLength(1);
  });

  it('MS 150 and 151: numbers match their text, null is an incident', () => {
    const engine = createTestEngine();
    engine.deploy(waits);
    const { processInstanceKey } = engine.create('p', { k: 12 });
    engine.publish('m', '12');
    expect(engine.isActive(processInstanceKey)).toBe(false);
    engine.create('p', { k: null });
    expect(engine.incidents()[0]?.type).toBe('EXTRACT_VALUE_ERROR');
  });

  const starts = (id = 'p', name = 'go') =>
    bpmnProcess(id)
      .start('s', { event: { message: name } })
      .userTask('u')
      .end()
      .toXml();

  it('MS 152 and 154: a message starts an instance with its variables, without key every time', () => {
    const engine = createTestEngine();
    engine.deploy(starts());
    engine.publish('go', '', { variables: '{"x":1}' });
    engine.publish('go', '');
    expect(engine.userTasks()).toHaveLength(2);
    expect(engine.variables(engine.userTasks()[0]!.processInstanceKey)).toEqual({ x: 1 });
  });

  it('MS 153: with a key the next one waits for the end of the first, and starts the latest version', () => {
    const engine = createTestEngine();
    engine.deploy(starts());
    engine.publish('go', 'k');
    engine.publish('go', 'k');
    engine.publish('go', 'k', { timeToLive: hour });
    expect(engine.userTasks()).toHaveLength(1);
    engine.deploy(`${starts()}<!-- 2 -->`);
    engine.send({ kind: 'cancelInstance', processInstanceKey: engine.userTasks()[0]!.processInstanceKey });
    expect(engine.userTasks()).toHaveLength(1);
    const [instance] = [...engine.state.trees.values()].filter(({ ended }) => !ended);
    expect([...instance!.instances.values()][0]?.version).toBe(2);
  });

  it('MS 156: the message that started an instance does not satisfy its own catch event', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start('s', { event: { message: 'm' } })
        .catchEvent('wait', { event: { message: 'm', correlationKey: '= k' } })
        .end()
        .toXml(),
    );
    engine.publish('m', 'a', { variables: '{"k":"a"}', timeToLive: hour });
    expect(engine.active()).toEqual(['p', 'wait']);
    engine.publish('m', 'a');
    expect(engine.active()).toEqual([]);
  });

  it('MS 157: receive task and boundary message, the first wins', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .receiveTask('r', { message: 'yes', correlationKey: '= k' })
        .boundary('b', { event: { message: 'no', correlationKey: '= k' } }, (path) => path.end('refused'))
        .end('accepted')
        .toXml(),
    );
    engine.create('p', { k: 'a' });
    engine.publish('no', 'a');
    engine.publish('yes', 'a');
    expect([engine.completed('refused'), engine.completed('accepted')]).toEqual([1, 0]);
  });

  it('correlates on demand and says with whom', () => {
    const engine = createTestEngine();
    engine.deploy(waits);
    const { processInstanceKey } = engine.create('p', { k: 'a' });
    const command = {
      kind: 'correlateMessage',
      tenantId: '<default>',
      name: 'm',
      correlationKey: 'a',
      variables: '{}',
    } as const;
    expect(engine.send(command).processInstanceKey).toBe(processInstanceKey);
    expect(engine.refused(command).type).toBe('NOT_FOUND');
  });

  it('SB 106 and 109: a non-interrupting boundary fires twice, keyed by the value outside', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .serviceTask('work', { type: 'w', inputs: { k: '= "inside"' } })
        .boundary('b', { event: { message: 'm', correlationKey: '= k' }, interrupting: false }, (path) =>
          path.end('told'),
        )
        .end()
        .toXml(),
    );
    const { processInstanceKey } = engine.create('p', { k: 'outside' });
    engine.publish('m', 'outside', { variables: '{"n":1}' });
    engine.publish('m', 'outside', { variables: '{"n":2}' });
    expect(engine.completed('told')).toBe(2);
    expect(engine.variables(processInstanceKey)).toEqual({ k: 'outside', n: 2 });
    engine.complete('w');
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });
});

describe('event-based gateway', () => {
  const model = () =>
    bpmnProcess('p')
      .start()
      .eventBasedGateway('g')
      .branch((path) => path.catchEvent('m', { event: { message: 'm', correlationKey: '= k' } }).end('byMessage'))
      .branch((path) => path.catchEvent('t', { event: { timer: { duration: 'PT1H' } } }).end('byTimer'))
      .branch((path) => path.catchEvent('s', { event: { signal: 'sig' } }).end('bySignal'))
      .toXml();

  it.each([
    ['byMessage', 'm'],
    ['byTimer', 't'],
    ['bySignal', 's'],
  ])('GW 63: %s wins and the others close', (end, event) => {
    const engine = createTestEngine();
    engine.deploy(model());
    const { processInstanceKey } = engine.create('p', { k: 'a' });
    expect(engine.subscriptions()).toHaveLength(3);
    if (event === 'm') engine.publish('m', 'a', { variables: '{"x":1}' });
    if (event === 't') engine.advance(hour);
    if (event === 's') engine.broadcast('sig');
    expect(engine.completed(end)).toBe(1);
    expect(engine.isActive(processInstanceKey)).toBe(false);
    expect(engine.subscriptions()).toHaveLength(0);
  });

  it('GW 64: two equal timers take one branch', () => {
    const engine = createTestEngine();
    const timer = { timer: { duration: 'PT1H' } };
    engine.deploy(
      bpmnProcess('p')
        .start()
        .eventBasedGateway('g')
        .branch((path) => path.catchEvent('a', { event: timer }).end('ea'))
        .branch((path) => path.catchEvent('b', { event: timer }).end('eb'))
        .toXml(),
    );
    engine.create('p');
    engine.advance(hour);
    expect(engine.completed('ea') + engine.completed('eb')).toBe(1);
  });
});

describe('boundary events and event sub-processes', () => {
  it('SB 105 and 108: an interrupting boundary ends the task; all its flows are taken', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .serviceTask('work', { type: 'w' })
        .boundary('late', { event: { timer: { duration: 'PT1H' } } }, (path) => path.end('one'))
        .boundary('soon', { event: { timer: { duration: 'PT1M' } } }, (path) =>
          path
            .parallelGateway('f')
            .branch((a) => a.end('a'))
            .branch((b) => b.end('b')),
        )
        .end()
        .toXml(),
    );
    const { processInstanceKey } = engine.create('p');
    engine.advance(60_000);
    expect(engine.jobs()).toHaveLength(0);
    expect(engine.completed('a') + engine.completed('b')).toBe(2);
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });

  it('SB 107: nested children end before the path of the boundary starts', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .subProcess('outer', (o) =>
          o
            .start('s1')
            .subProcess('inner', (i) => i.start('s2').serviceTask('work', { type: 'w' }).end('e2'))
            .end('e1'),
        )
        .boundary('stop', { event: { message: 'stop', correlationKey: '= k' } }, (path) => path.end('stopped'))
        .end()
        .toXml(),
    );
    engine.create('p', { k: 'a' });
    engine.publish('stop', 'a');
    expect(engine.completed('stopped')).toBe(1);
    const ids = engine
      .changes()
      .flatMap(({ events }) =>
        events.flatMap((event) =>
          event.kind === 'elementTerminated' || event.kind === 'elementActivating' ? [event.elementId] : [],
        ),
      );
    expect(ids.slice(-5)).toEqual(['work', 'inner', 'outer', 'stop', 'stopped']);
  });

  const withHandler = (interrupting: boolean) =>
    bpmnProcess('p')
      .start()
      .eventSubProcess('esp', (path) =>
        path
          .start('es', { event: { message: 'm', correlationKey: '= k' }, interrupting })
          .serviceTask('handle', { type: 'h' })
          .end('ee'),
      )
      .parallelGateway('f')
      .branch((path) => path.serviceTask('a', { type: 'a' }).parallelGateway('join').end())
      .branch((path) => path.serviceTask('b', { type: 'b' }).connectTo('join'))
      .toXml();

  it('SB 114, 117 and GW 52: an interrupting event sub-process empties the scope, once', () => {
    const engine = createTestEngine();
    engine.deploy(withHandler(true));
    const { processInstanceKey } = engine.create('p', { k: 'a' });
    engine.complete('a');
    engine.publish('m', 'a', { variables: '{"x":1}' });
    expect(engine.active()).toEqual(['p', 'esp', 'handle']);
    engine.publish('m', 'a');
    expect(engine.jobs('h')).toHaveLength(1);
    engine.complete('h');
    expect(engine.isActive(processInstanceKey)).toBe(false);
    expect(engine.variables(processInstanceKey)).toEqual({ k: 'a', x: 1 });
  });

  it('SB 115: a non-interrupting event sub-process runs beside, as often as it is triggered', () => {
    const engine = createTestEngine();
    engine.deploy(withHandler(false));
    const { processInstanceKey } = engine.create('p', { k: 'a' });
    engine.publish('m', 'a');
    engine.publish('m', 'a');
    expect(engine.jobs('h')).toHaveLength(2);
    engine.complete('a');
    engine.complete('b');
    expect(engine.isActive(processInstanceKey)).toBe(true);
    for (const { key } of engine.jobs('h'))
      engine.send({ kind: 'completeJob', jobKey: key, variables: '{}', result: null });
    expect(engine.isActive(processInstanceKey)).toBe(false);
    expect(engine.subscriptions()).toHaveLength(0);
  });

  it('SB 119: an incident in the interrupted scope is resolved by the interruption', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .serviceTask('work', { type: 'w' })
        .boundary('late', { event: { timer: { duration: 'PT1H' } } }, (path) => path.end('late2'))
        .end()
        .toXml(),
    );
    engine.create('p');
    engine.send({
      kind: 'failJob',
      jobKey: engine.jobs()[0]!.key,
      retries: 0,
      errorMessage: '',
      retryBackOff: 0,
      variables: '{}',
    });
    engine.advance(hour);
    expect(engine.incidents()).toHaveLength(0);
    expect(engine.active()).toEqual([]);
  });
});

describe('errors, escalations, terminate, link, signals', () => {
  const levels = () =>
    bpmnProcess('p')
      .start()
      .subProcess('sub', (inner) =>
        inner
          .start('s')
          .serviceTask('work', { type: 'w' })
          .boundary('special', { event: { error: 'A' } }, (path) => path.end('caughtA'))
          .boundary('any', { event: { error: null } }, (path) => path.end('caughtAny'))
          .end('e'),
      )
      .boundary('outer', { event: { error: 'A' } }, (path) => path.end('caughtOuter'))
      .end()
      .toXml();

  it.each([
    ['A', 'caughtA'],
    ['B', 'caughtAny'],
  ])('EV 175 and JB 83: error %s is caught by %s', (errorCode, end) => {
    const engine = createTestEngine();
    engine.deploy(levels());
    const { processInstanceKey } = engine.create('p');
    engine.send({
      kind: 'throwError',
      jobKey: engine.jobs()[0]!.key,
      errorCode,
      errorMessage: '',
      variables: '{"why":1}',
    });
    expect(engine.completed(end)).toBe(1);
    expect(engine.completed('caughtOuter')).toBe(0);
    expect(engine.isActive(processInstanceKey)).toBe(false);
    expect(engine.variables(processInstanceKey)).toEqual({});
  });

  it('JB 85: error variables leave through output mappings only', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .serviceTask('work', { type: 'w' })
        .boundary('b', { event: { error: 'A' }, outputs: { reason: '= why' } }, (path) => path.end('eb'))
        .end()
        .toXml(),
    );
    const { processInstanceKey } = engine.create('p');
    engine.send({
      kind: 'throwError',
      jobKey: engine.jobs()[0]!.key,
      errorCode: 'A',
      errorMessage: '',
      variables: '{"why":"tax"}',
    });
    expect(engine.variables(processInstanceKey)).toEqual({ reason: 'tax' });
  });

  it('EV 176: an error end event is caught outside, or is an incident', () => {
    const engine = createTestEngine();
    const model = (catching: boolean) => {
      const path = bpmnProcess('p')
        .start()
        .subProcess('sub', (inner) => inner.start('s').end('fail', { event: { error: '= "E" + code' } }));
      return (catching ? path.boundary('b', { event: { error: 'E1' } }, (b) => b.end('caught')) : path).end().toXml();
    };
    engine.deploy(model(true));
    engine.create('p', { code: '1' });
    expect(engine.completed('caught')).toBe(1);
    engine.deploy(model(false));
    engine.create('p', { code: '1' });
    expect(engine.incidents()[0]).toMatchObject({ type: 'UNHANDLED_ERROR_EVENT', elementId: 'fail' });
  });

  it('SB 114: an error event sub-process catches what a job throws', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .eventSubProcess('esp', (path) =>
          path
            .start('es', { event: { error: 'E' } })
            .serviceTask('repair', { type: 'r' })
            .end('ee'),
        )
        .serviceTask('work', { type: 'w' })
        .end()
        .toXml(),
    );
    engine.create('p');
    engine.send({
      kind: 'throwError',
      jobKey: engine.jobs()[0]!.key,
      errorCode: 'E',
      errorMessage: '',
      variables: '{}',
    });
    expect(engine.active()).toEqual(['p', 'esp', 'repair']);
  });

  it.each([true, false])('EV 178: escalation with interrupting catcher: %s', (interrupting) => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .subProcess('sub', (inner) =>
          inner
            .start('s')
            .throwEvent('escalate', { event: { escalation: 'X' } })
            .serviceTask('after', { type: 'after' })
            .end('e'),
        )
        .boundary('b', { event: { escalation: 'X' }, interrupting }, (path) => path.end('told'))
        .end()
        .toXml(),
    );
    engine.create('p');
    expect(engine.completed('told')).toBe(1);
    expect(engine.jobs('after')).toHaveLength(interrupting ? 0 : 1);
  });

  it('EV 179: an uncaught escalation changes nothing', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .end('e', { event: { escalation: 'X' } })
        .toXml(),
    );
    const { processInstanceKey } = engine.create('p');
    expect(engine.isActive(processInstanceKey)).toBe(false);
    expect(engine.incidents()).toHaveLength(0);
  });

  it('EV 188 and SB 113: terminate ends what is beside it, and the scope goes on', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .subProcess('sub', (inner) =>
          inner
            .start('s')
            .parallelGateway('f')
            .branch((path) => path.serviceTask('a', { type: 'a' }).parallelGateway('join').end('e'))
            .branch((path) => path.serviceTask('b', { type: 'b' }).connectTo('join'))
            .branch((path) =>
              path.serviceTask('stop', { type: 'stop' }).end('terminated', { event: { terminate: true } }),
            ),
        )
        .userTask('after')
        .end()
        .toXml(),
    );
    engine.create('p');
    engine.complete('a');
    engine.complete('stop');
    expect(engine.active()).toEqual(['p', 'after']);
  });

  it('EV 189: links', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .exclusiveGateway('g')
        .when('= a', (path) => path.throwEvent('from1', { event: { link: 'L' } }))
        .otherwise((path) => path.throwEvent('from2', { event: { link: 'L' } }))
        .breakOff()
        .catchEvent('to', { event: { link: 'L' } })
        .userTask('u')
        .end()
        .toXml(),
    );
    engine.create('p', { a: true });
    engine.create('p', { a: false });
    expect(engine.userTasks()).toHaveLength(2);
  });

  it('SG 160 to 162: signals start, wake and throw', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('starter')
        .start('s', { event: { signal: 'go' } })
        .userTask('u')
        .end()
        .toXml(),
    );
    engine.deploy({
      name: 'w.bpmn',
      text: bpmnProcess('waiter')
        .start()
        .catchEvent('c', { event: { signal: 'go' } })
        .end('woken')
        .toXml(),
    });
    engine.deploy({
      name: 't.bpmn',
      text: bpmnProcess('thrower')
        .start()
        .end('e', { event: { signal: 'go' }, inputs: { local: '= secret + 1' } })
        .toXml(),
    });
    const waiter = engine.create('waiter').processInstanceKey;
    engine.create('thrower', { secret: 1 });
    expect(engine.isActive(waiter)).toBe(false);
    expect(engine.variables(waiter)).toEqual({ local: 2 });
    expect(engine.variables(engine.userTasks()[0]!.processInstanceKey)).toEqual({ local: 2 });
    engine.broadcast('nobody');
    engine.broadcast('go');
    expect(engine.userTasks()).toHaveLength(2);
  });
});
