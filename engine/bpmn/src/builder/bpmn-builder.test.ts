import { describe, expect, it } from 'vitest';

import { bpmnModel, bpmnProcess, elementById, parseBpmn } from '../index.ts';
import type { DrawPath, ExecutableProcess, ProcessPath } from '../index.ts';

const graphOf = (path: ProcessPath): ExecutableProcess => {
  const result = parseBpmn(path.toXml());
  expect(result.problems).toEqual([]);
  const process = result.ok ? result.processes[0] : undefined;
  if (process === undefined) throw new Error('no process');
  return process;
};

const between = (draw: DrawPath): ExecutableProcess => {
  const path = bpmnProcess('p').start();
  draw(path);
  return graphOf(path.end());
};

const feel = (source: string) => ({ kind: 'feel', source });
const literal = (text: string) => ({ kind: 'literal', text });

describe('bpmnProcess', () => {
  it('writes tasks that compile to what was asked for', () => {
    // given, when
    const process = between((path) =>
      path
        .serviceTask('service', { type: '= kind', retries: 5, headers: { a: '1', b: '' } })
        .sendTask('send', { type: 'send' })
        .scriptTask('script', { expression: '= 1 + 2', resultVariable: 'sum' })
        .scriptTask('scriptJob', { type: 'script' })
        .businessRuleTask('rule', {
          decisionId: 'grant',
          resultVariable: 'granted',
          binding: { versionTag: 'v1' },
        })
        .businessRuleTask('ruleJob', { type: 'rule' })
        .receiveTask('receive', { message: 'paid', correlationKey: '= id' })
        .manualTask('manual', { name: 'Sign & "file" <it>' })
        .task('plain', { inputs: { 'a.b': '= x', c: 'text' }, outputs: { d: '= e' }, properties: { color: 'red' } })
        .callActivity('call', { processId: 'child', binding: 'deployment', propagateAllChildVariables: false }),
    );

    // then
    expect(elementById(process, 'service')).toMatchObject({
      kind: 'serviceTask',
      work: { kind: 'job', job: { type: feel('kind'), retries: literal('5'), headers: { a: '1', b: '' } } },
    });
    expect(elementById(process, 'send')).toMatchObject({ kind: 'sendTask', work: { kind: 'job' } });
    expect(elementById(process, 'script')).toMatchObject({
      kind: 'scriptTask',
      work: { kind: 'script', script: { expression: feel('1 + 2'), resultVariable: 'sum' } },
    });
    expect(elementById(process, 'scriptJob')).toMatchObject({ work: { kind: 'job' } });
    expect(elementById(process, 'rule')).toMatchObject({
      kind: 'businessRuleTask',
      work: {
        kind: 'decision',
        decision: {
          decisionId: literal('grant'),
          resultVariable: 'granted',
          binding: { kind: 'versionTag', versionTag: 'v1' },
        },
      },
    });
    expect(elementById(process, 'receive')).toMatchObject({
      kind: 'receiveTask',
      message: { name: literal('paid'), correlationKey: feel('id') },
    });
    expect(elementById(process, 'manual')).toMatchObject({ kind: 'manualTask', name: 'Sign & "file" <it>' });
    expect(elementById(process, 'plain')).toMatchObject({
      kind: 'undefinedTask',
      inputs: [
        { source: feel('x'), target: ['a', 'b'] },
        { source: literal('text'), target: ['c'] },
      ],
      outputs: [{ source: feel('e'), target: ['d'] }],
      properties: [{ name: 'color', value: 'red' }],
    });
    expect(elementById(process, 'call')).toMatchObject({
      kind: 'callActivity',
      processId: literal('child'),
      binding: { kind: 'deployment' },
      propagateAllParentVariables: true,
      propagateAllChildVariables: false,
    });
  });

  it('writes user tasks with everything they may carry', () => {
    // given, when
    const process = between((path) =>
      path
        .userTask('native', {
          assignee: '= clerk',
          candidateGroups: 'permits, archive',
          candidateUsers: '= ["a"]',
          dueDate: '2026-12-01T10:00:00+01:00',
          followUpDate: '= now()',
          priority: 70,
          formId: 'permit-form',
          formBinding: 'deployment',
          headers: { k: 'v' },
          taskListeners: [{ on: 'assigning', type: 'check', retries: 1 }],
        })
        .userTask('job', { implementation: 'job', formKey: 'embedded:1' })
        .userTask('external', { externalReference: '= url' }),
    );

    // then
    expect(elementById(process, 'native')).toMatchObject({
      kind: 'userTask',
      userTask: {
        implementation: 'native',
        assignee: feel('clerk'),
        candidateGroups: literal('permits, archive'),
        candidateUsers: feel('["a"]'),
        dueDate: literal('2026-12-01T10:00:00+01:00'),
        followUpDate: feel('now()'),
        priority: literal('70'),
        formId: literal('permit-form'),
        formBinding: { kind: 'deployment' },
        headers: { k: 'v' },
        taskListeners: [{ eventType: 'assigning', type: literal('check'), retries: literal('1') }],
      },
    });
    expect(elementById(process, 'job')).toMatchObject({
      userTask: { implementation: 'job', formKey: 'embedded:1', formId: null },
    });
    expect(elementById(process, 'external')).toMatchObject({ userTask: { externalReference: feel('url') } });
  });

  it('writes gateways with branches and joins', () => {
    // given, when
    const process = graphOf(
      bpmnProcess('p')
        .start()
        .exclusiveGateway('fork')
        .when('= a > 1', (path) => path.manualTask('one').parallelGateway('join'))
        .when('= a > 2', (path) => path.manualTask('two').connectTo('join'))
        .otherwise((path) => path.connectTo('join'))
        .at('join')
        .inclusiveGateway('some')
        .when('= b', (path) => path.end())
        .otherwise((path) => path.end(), '= c')
        .at('some'),
    );

    // then
    const fork = elementById(process, 'fork');
    const join = elementById(process, 'join');
    expect(fork).toMatchObject({ kind: 'exclusiveGateway', defaultFlow: fork?.outgoing[2] });
    const conditions = fork?.outgoing.map((flow) => process.flows[flow]?.condition ?? null);
    expect(conditions).toMatchObject([feel('a > 1'), feel('a > 2'), null]);
    expect(join?.incoming).toHaveLength(3);
    const [, unasked] = elementById(process, 'some')?.outgoing ?? [];
    expect(elementById(process, 'some')).toMatchObject({ defaultFlow: unasked });
    expect(process.flows[unasked ?? -1]?.condition).toMatchObject(feel('c'));
    expect(elementById(process, 'end')?.kind).toBe('endEvent');
    expect(elementById(process, 'end_2')?.kind).toBe('endEvent');
  });

  it('writes an event-based gateway with its events in order', () => {
    // given, when
    const process = graphOf(
      bpmnProcess('p')
        .start()
        .eventBasedGateway('wait')
        .branch((path) => path.catchEvent('late', { event: { timer: { duration: 'P30D' } } }).end())
        .branch((path) => path.catchEvent('paid', { event: { message: 'paid', correlationKey: '= id' } }).end())
        .branch((path) => path.catchEvent('stop', { event: { signal: 'stop' } }).end()),
    );

    // then
    const gateway = elementById(process, 'wait');
    const events = gateway?.kind === 'eventBasedGateway' ? gateway.events : [];
    expect(events.map((index) => process.elements[index]?.id)).toEqual(['late', 'paid', 'stop']);
    expect(elementById(process, 'late')).toMatchObject({
      event: { timer: { kind: 'duration', value: literal('P30D') } },
    });
    expect(elementById(process, 'stop')).toMatchObject({ event: { kind: 'signal', name: literal('stop') } });
  });

  it('writes events of every kind in every place', () => {
    // given, when
    const process = graphOf(
      bpmnProcess('p')
        .start('byMessage', { event: { message: 'apply' } })
        .end()
        .start('byTimer', { event: { timer: { cycle: 'R/P1D' } } })
        .end()
        .start('bySignal', { event: { signal: '= "go"' } })
        .end()
        .start('byCondition', { event: { condition: '= x > 1', variableNames: ['x'], variableEvents: ['update'] } })
        .end()
        .start('plain')
        .throwEvent('none')
        .throwEvent('message', { event: { message: 'told' }, type: 'tell' })
        .throwEvent('signal', { event: { signal: 'go' } })
        .throwEvent('escalation', { event: { escalation: 'late' } })
        .throwEvent('link', { event: { link: 'A' } })
        .breakOff()
        .catchEvent('target', { event: { link: 'A' } })
        .catchEvent('due', { event: { timer: { date: '= due' } } })
        .subProcess('inner', (path) =>
          path
            .start('innerStart')
            .end('error', { event: { error: '= code' } })
            .eventSubProcess('onLate', (handler) =>
              handler.start('late', { event: { escalation: null }, interrupting: false }).end('stop', {
                event: { terminate: true },
              }),
            ),
        )
        .boundary('anyError', { event: { error: null } }, (path) => path.end('undo', { event: { compensation: null } }))
        .boundary('reminder', { event: { timer: { cycle: 'R3/PT1H' } }, interrupting: false }, (path) => path.end())
        .end('told', { event: { message: 'told' }, type: 'tell' }),
    );

    // then
    expect(process.startEvents).toHaveLength(5);
    expect(elementById(process, 'bySignal')).toMatchObject({ event: { kind: 'signal', name: feel('"go"') } });
    expect(elementById(process, 'byCondition')).toMatchObject({
      event: { kind: 'conditional', condition: feel('x > 1'), variableNames: ['x'], variableEvents: ['update'] },
    });
    expect(elementById(process, 'message')).toMatchObject({
      event: { kind: 'message' },
      job: { type: literal('tell') },
    });
    expect(elementById(process, 'error')).toMatchObject({ event: { kind: 'error', code: feel('code') }, job: null });
    expect(elementById(process, 'onLate')).toMatchObject({ kind: 'eventSubProcess', interrupting: false });
    expect(elementById(process, 'anyError')).toMatchObject({
      event: { kind: 'error', code: null },
      interrupting: true,
      attachedTo: process.indexById.get('inner'),
    });
    expect(elementById(process, 'inner')).toMatchObject({
      boundaryEvents: [process.indexById.get('anyError'), process.indexById.get('reminder')],
      eventSubProcesses: [process.indexById.get('onLate')],
      noneStart: process.indexById.get('innerStart'),
    });
  });

  it('writes compensation with its handler', () => {
    // given, when
    const process = graphOf(
      bpmnProcess('p')
        .start()
        .serviceTask('book', { type: 'book' })
        .compensation('undoBooking', (path) => path.serviceTask('cancel', { type: 'cancel' }))
        .end('undo', { event: { compensation: 'book' } }),
    );

    // then
    expect(elementById(process, 'undoBooking')).toMatchObject({
      event: { kind: 'compensation', activity: null },
      compensationHandler: process.indexById.get('cancel'),
    });
    expect(elementById(process, 'cancel')).toMatchObject({ isForCompensation: true, incoming: [], outgoing: [] });
    expect(elementById(process, 'undo')).toMatchObject({ event: { activity: process.indexById.get('book') } });
  });

  it('writes loops, ad-hoc sub-processes and listeners', () => {
    // given, when
    const process = between((path) =>
      path
        .serviceTask('each', {
          type: 't',
          multiInstance: {
            inputCollection: '= items',
            inputElement: 'item',
            outputCollection: 'results',
            outputElement: '= result',
            completionCondition: '= numberOfCompletedInstances > 2',
            sequential: true,
          },
          listeners: [{ on: 'start', type: 'log', retries: 2, headers: { h: '1' } }],
        })
        .adHocSubProcess('choose', (inner) => inner.manualTask('a').at('a').manualTask('b'), {
          activeElements: '= ["a"]',
          completionCondition: '= done',
          cancelRemainingInstances: false,
          outputCollection: 'results',
          outputElement: '= result',
        }),
    );

    // then
    expect(elementById(process, 'each')).toMatchObject({
      multiInstance: {
        sequential: true,
        inputCollection: feel('items'),
        inputElement: 'item',
        outputCollection: 'results',
        outputElement: feel('result'),
        completionCondition: feel('numberOfCompletedInstances > 2'),
      },
      listeners: [{ eventType: 'start', type: literal('log'), retries: literal('2'), headers: { h: '1' } }],
    });
    expect(elementById(process, 'choose')).toMatchObject({
      kind: 'adHocSubProcess',
      activeElements: feel('["a"]'),
      completionCondition: feel('done'),
      cancelRemainingInstances: false,
      outputCollection: 'results',
      job: null,
    });
  });

  it('keeps process attributes', () => {
    // given, when
    const process = graphOf(bpmnProcess('p', { name: 'Permit', versionTag: '2026' }).start().end());

    // then
    expect(process).toMatchObject({ id: 'p', name: 'Permit', versionTag: '2026' });
  });

  it('adds a diagram in which every element has a shape', () => {
    // given
    const path = bpmnProcess('p')
      .start()
      .subProcess('sub', (inner) => inner.start('s').userTask('u').end('e'))
      .boundary('late', { event: { timer: { duration: 'P1D' } } }, (late) => late.end('lateEnd'))
      .end();

    // when
    const xml = path.toXml({ layout: 'leftToRight' });

    // then
    expect(parseBpmn(xml).problems).toEqual([]);
    for (const id of ['start', 'sub', 's', 'u', 'e', 'late', 'lateEnd', 'end']) {
      expect(xml).toContain(`bpmnElement="${id}"`);
    }
  });

  it('refuses an id that is used twice', () => {
    expect(() => bpmnProcess('p').start('a').manualTask('a')).toThrow('Expected every id once, but "a" is used twice');
  });
});

describe('bpmnModel', () => {
  it('writes several processes and compile the executable ones', () => {
    // given
    const xml = bpmnModel()
      .process('parent', (path) => path.start('a').callActivity('call', { processId: 'child' }).end('b'))
      .process('child', (path) => path.start('c').end('d'))
      .process('drawn', (path) => path.start('e').end('f'), { executable: false })
      .toXml();

    // when
    const result = parseBpmn(xml);

    // then
    expect(result.ok && result.processes.map(({ id }) => id)).toEqual(['parent', 'child']);
  });

  it('writes pools with lanes around processes', () => {
    // given
    const xml = bpmnModel()
      .process('run', (path) => path.start('begin').manualTask('sign').end('over'), {
        pool: 'Administration',
        lanes: { Clerk: ['begin', 'sign'], Archive: ['over'] },
      })
      .process('drawn', (path) => path.start().end(), { executable: false, pool: 'Applicant' })
      .toXml();

    // when
    const result = parseBpmn(xml);

    // then
    expect(result.problems).toEqual([]);
    expect(result.ok && result.processes.map(({ id }) => id)).toEqual(['run']);
    expect(xml.match(/participant id="\w+" name="\w+" processRef="\w+"|lane id="\w+" name="\w+"/g)).toEqual([
      'participant id="pool" name="Administration" processRef="run"',
      'participant id="pool_2" name="Applicant" processRef="drawn"',
      'lane id="lane" name="Clerk"',
      'lane id="lane_2" name="Archive"',
    ]);
  });
});
