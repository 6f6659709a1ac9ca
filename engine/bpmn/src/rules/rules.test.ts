import { describe, expect, it } from 'vitest';

import { bpmnProcess, lintBpmn } from '../index.ts';
import type { ProcessPath } from '../index.ts';

/** Every problem as `CODE element line`, with the line checked against where the element really is. */
const problemsOf = (path: ProcessPath): readonly string[] => {
  const xml = path.toXml();
  const lines = xml.split('\n');
  return lintBpmn(xml).map(({ code, elementId, line }) => {
    expect(lines[line - 1]).toContain(`id="${elementId ?? ''}"`);
    return `${code} ${elementId ?? ''}`;
  });
};

const start = (): ProcessPath => bpmnProcess('p').start();
const wait = { correlationKey: '= id' };

describe('start event rules', () => {
  it('refuses a process without start event', () => {
    expect(problemsOf(bpmnProcess('p').manualTask('a').end())).toContain('BPMN_START_EVENT_MISSING p');
  });

  it('refuses a second start event without trigger', () => {
    expect(problemsOf(start().end().start('again').end())).toEqual(['BPMN_START_EVENT_NONE_MULTIPLE again']);
  });

  it('refuses two start events of one message or signal', () => {
    // given
    const path = bpmnProcess('p')
      .start('m1', { event: { message: 'apply' } })
      .end()
      .start('m2', { event: { message: 'apply' } })
      .end()
      .start('s1', { event: { signal: 'go' } })
      .end()
      .start('s2', { event: { signal: 'go' } })
      .end();

    // then
    expect(problemsOf(path)).toEqual(['BPMN_START_MESSAGE_DUPLICATE m2', 'BPMN_START_SIGNAL_DUPLICATE s2']);
  });

  it('refuses triggers that depend on variables', () => {
    // given
    const path = bpmnProcess('p')
      .start('m', { event: { message: '= "a" + x' } })
      .end()
      .start('constant', { event: { message: '= "a" + "b"' } })
      .end()
      .start('t', { event: { timer: { date: '= due' } } })
      .end()
      .start('soon', { event: { timer: { date: '= now() + duration("PT1H")' } } })
      .end();

    // then
    expect(problemsOf(path)).toEqual(['BPMN_START_NAME_NOT_CONSTANT m', 'BPMN_START_TIMER_NOT_CONSTANT t']);
  });

  it('refuses a start timer that counts from nothing', () => {
    const path = bpmnProcess('p')
      .start('t', { event: { timer: { duration: 'PT1H' } } })
      .end();
    expect(problemsOf(path)).toEqual(['BPMN_TIMER_KIND t']);
  });
});

describe('sub-process rules', () => {
  it('refuses an embedded sub-process without or with several start events', () => {
    // given
    const path = start()
      .subProcess('none', (inner) => inner.manualTask('a'))
      .subProcess('two', (inner) => inner.start('s1').end().start('s2').end())
      .end();

    // then
    expect(problemsOf(path)).toEqual(
      expect.arrayContaining(['BPMN_SUB_PROCESS_START none', 'BPMN_SUB_PROCESS_START two']),
    );
  });

  it('refuses a triggered start event in an embedded sub-process', () => {
    const path = start()
      .subProcess('s', (inner) => inner.start('m', { event: { message: 'x', ...wait } }).end())
      .end();
    expect(problemsOf(path)).toEqual(['BPMN_EVENT_KIND m']);
  });

  it('refuses an event sub-process that is flowed to or has no event', () => {
    // given
    const path = start()
      .manualTask('a')
      .eventSubProcess('onSignal', (inner) => inner.start('sig', { event: { signal: 'x' } }).end())
      .eventSubProcess('plain', (inner) => inner.start('nothing').end())
      .eventSubProcess('empty', (inner) => inner.manualTask('b'))
      .connectTo('onSignal');

    // then
    expect(problemsOf(path)).toEqual(
      expect.arrayContaining([
        'BPMN_EVENT_SUB_PROCESS_FLOWS onSignal',
        'BPMN_EVENT_KIND nothing',
        'BPMN_EVENT_SUB_PROCESS_START empty',
      ]),
    );
  });

  it('refuses an ad-hoc sub-process that is empty or has a start', () => {
    const path = start()
      .adHocSubProcess('empty', () => undefined)
      .adHocSubProcess('started', (inner) => inner.start('s').manualTask('a'))
      .end();
    expect(problemsOf(path)).toEqual(['BPMN_AD_HOC_EMPTY empty', 'BPMN_AD_HOC_START_OR_END s']);
  });
});

describe('flow rules', () => {
  it('refuses flows into a start and out of an end', () => {
    const path = start().end().at('end').connectTo('start');
    expect(problemsOf(path)).toEqual(['BPMN_START_EVENT_INCOMING start', 'BPMN_END_EVENT_OUTGOING end']);
  });

  it('refuses a condition that nobody asks', () => {
    const path = start()
      .manualTask('a')
      .when('= x', (next) => next.end());
    expect(problemsOf(path)).toEqual(['BPMN_FLOW_CONDITION_MISPLACED flow_a_end']);
  });

  it('refuses a flow across the border of a sub-process', () => {
    const path = start()
      .subProcess('sub', (inner) => inner.start('s').connectTo('end'))
      .end();
    expect(problemsOf(path)).toEqual(['BPMN_FLOW_CROSSES_SCOPE flow_s_end']);
  });

  it('warns of what no path leads to', () => {
    const path = start()
      .end()
      .manualTask('lost')
      .subProcess('around', (inner) => inner.start('s').end());
    expect(problemsOf(path)).toEqual(['BPMN_ELEMENT_UNREACHABLE lost', 'BPMN_ELEMENT_UNREACHABLE around']);
    expect(lintBpmn(path.toXml()).map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });
});

describe('loop rules', () => {
  it('refuses a circle in which nothing waits', () => {
    // given
    const path = start()
      .exclusiveGateway('again')
      .manualTask('a')
      .exclusiveGateway('enough')
      .when('= x', (next) => next.end())
      .otherwise((next) => next.connectTo('again'));

    // then
    expect(problemsOf(path)).toEqual([expect.stringMatching(/^BPMN_LOOP_WITHOUT_WAIT (again|a|enough)$/)]);
  });

  it('refuses a circle through links and an element that leads to itself', () => {
    const path = start()
      .throwEvent('jump', { event: { link: 'A' } })
      .breakOff()
      .catchEvent('land', { event: { link: 'A' } })
      .connectTo('jump');
    expect(problemsOf(path)).toEqual([expect.stringMatching(/^BPMN_LOOP_WITHOUT_WAIT (jump|land)$/)]);
    expect(problemsOf(start().manualTask('self').connectTo('self'))).toEqual(['BPMN_LOOP_WITHOUT_WAIT self']);
  });

  it('accepts a circle with a wait', () => {
    const path = start()
      .exclusiveGateway('again')
      .userTask('ask')
      .exclusiveGateway('enough')
      .when('= x', (next) => next.end())
      .otherwise((next) => next.connectTo('again'));
    expect(problemsOf(path)).toEqual([]);
  });
});

describe('gateway rules', () => {
  it.each(['exclusiveGateway', 'inclusiveGateway'] as const)(
    'wants a condition on every way but the default of an %s',
    (kind) => {
      const gateway = start();
      const path = gateway[kind]('g')
        .when('= x', (next) => next.end('a'))
        .branch((next) => next.end('b'))
        .otherwise((next) => next.end('c'));
      expect(problemsOf(path)).toEqual(['BPMN_GATEWAY_CONDITION_MISSING flow_g_b']);
    },
  );

  it('accepts a single way without condition', () => {
    expect(problemsOf(start().exclusiveGateway('g').end())).toEqual([]);
  });

  it('refuses a default flow of another gateway', () => {
    // given
    const xml = start()
      .exclusiveGateway('g')
      .otherwise((next) => next.end('a'))
      .toXml();
    const foreign = xml.replace('default="flow_g_a"', 'default="flow_start_g"');

    // then
    expect(lintBpmn(foreign)).toMatchObject([{ code: 'BPMN_GATEWAY_DEFAULT_FOREIGN', elementId: 'g', line: 5 }]);
  });

  it('refuses an event-based gateway with one event, a task behind it, or a shared event', () => {
    // given
    const path = start()
      .parallelGateway('both')
      .branch((next) =>
        next
          .eventBasedGateway('one')
          .catchEvent('only', { event: { signal: 's' } })
          .end(),
      )
      .branch((next) =>
        next
          .eventBasedGateway('g')
          .branch((event) => event.receiveTask('task', { message: 'm', ...wait }).end())
          .branch((event) => event.connectTo('only')),
      );

    // then
    expect(problemsOf(path)).toEqual([
      'BPMN_EVENT_GATEWAY_OUTGOING one',
      'BPMN_EVENT_GATEWAY_TARGET_INCOMING only',
      'BPMN_EVENT_GATEWAY_TARGET task',
      'BPMN_EVENT_GATEWAY_TARGET_INCOMING only',
    ]);
  });

  it('refuses one message twice behind an event-based gateway', () => {
    const path = start()
      .eventBasedGateway('g')
      .branch((next) => next.catchEvent('a', { event: { message: 'm', ...wait } }).end())
      .branch((next) => next.catchEvent('b', { event: { message: 'm', correlationKey: '= other' } }).end());
    expect(problemsOf(path)).toEqual(['BPMN_EVENT_GATEWAY_MESSAGE_DUPLICATE b']);
  });
});

describe('boundary and catch rules', () => {
  it('refuses a flow into a boundary event and warn when none leaves it', () => {
    const path = start()
      .userTask('a')
      .boundary('late', { event: { timer: { duration: 'P1D' } } })
      .connectTo('late');
    expect(problemsOf(path)).toEqual(['BPMN_BOUNDARY_INCOMING late', 'BPMN_BOUNDARY_NO_OUTGOING late']);
  });

  it('refuses an interrupting cycle and a non-interrupting error', () => {
    const path = start()
      .userTask('a')
      .boundary('cycle', { event: { timer: { cycle: 'R3/PT1H' } } }, (next) => next.end())
      .boundary('error', { event: { error: 'e' }, interrupting: false }, (next) => next.end())
      .end();
    expect(problemsOf(path)).toEqual(['BPMN_TIMER_KIND cycle', 'BPMN_ERROR_NON_INTERRUPTING error']);
  });

  it('refuses to catch the same thing twice on one activity', () => {
    // given
    const path = start()
      .userTask('a')
      .boundary('e1', { event: { error: 'x' } }, (next) => next.end())
      .boundary('e2', { event: { error: 'x' } }, (next) => next.end())
      .boundary('all1', { event: { escalation: null } }, (next) => next.end())
      .boundary('all2', { event: { escalation: null } }, (next) => next.end())
      .boundary('m1', { event: { message: 'm', ...wait } }, (next) => next.end())
      .boundary('m2', { event: { message: 'm', ...wait } }, (next) => next.end())
      .boundary('t1', { event: { timer: { duration: 'P1D' } } }, (next) => next.end())
      .boundary('t2', { event: { timer: { duration: 'P1D' } } }, (next) => next.end())
      .end();

    // then
    expect(problemsOf(path)).toEqual([
      'BPMN_CATCH_DUPLICATE e2',
      'BPMN_CATCH_ALL_DUPLICATE all2',
      'BPMN_CATCH_DUPLICATE m2',
    ]);
  });

  it('refuses to catch the same thing in two event sub-processes of one scope', () => {
    const path = start()
      .userTask('a')
      .end()
      .eventSubProcess('one', (inner) => inner.start('s1', { event: { signal: 'x' } }).end())
      .eventSubProcess('two', (inner) => inner.start('s2', { event: { signal: 'x' } }).end());
    expect(problemsOf(path)).toEqual(['BPMN_CATCH_DUPLICATE s2']);
  });

  it('refuses a receive task that its own message interrupts', () => {
    const path = start()
      .receiveTask('r', { message: 'm', ...wait })
      .boundary('b', { event: { message: 'm', ...wait } }, (next) => next.end())
      .end();
    expect(problemsOf(path)).toEqual(['BPMN_RECEIVE_TASK_SAME_MESSAGE b']);
  });
});

describe('link rules', () => {
  it('wants one target a name in the same scope', () => {
    // given
    const path = start()
      .throwEvent('lost', { event: { link: 'nowhere' } })
      .breakOff()
      .catchEvent('first', { event: { link: 'A' } })
      .end()
      .catchEvent('second', { event: { link: 'A' } })
      .end()
      .subProcess('elsewhere', (inner) => inner.start('s').throwEvent('far', { event: { link: 'A' } }));

    // then
    expect(problemsOf(path).filter((problem) => problem.includes('LINK'))).toEqual([
      'BPMN_LINK_TARGET_MISSING lost',
      'BPMN_LINK_CATCH_DUPLICATE first',
      'BPMN_LINK_TARGET_MISSING far',
    ]);
  });

  it('refuses a flow into a link target and a link without name', () => {
    const path = start()
      .catchEvent('target', { event: { link: 'A' } })
      .throwEvent('nameless', { event: { link: '' } });
    expect(problemsOf(path)).toEqual(
      expect.arrayContaining(['BPMN_LINK_NAME_MISSING nameless', 'BPMN_LINK_CATCH_INCOMING target']),
    );
  });
});

describe('compensation rules', () => {
  it('wants a handler that stands apart', () => {
    // given
    const path = start()
      .serviceTask('a', { type: 't' })
      .boundary('noHandler', { event: { compensation: null } }, (next) => next.end())
      .serviceTask('b', { type: 't' })
      .compensation('undoB', (next) =>
        next
          .serviceTask('handler', { type: 't' })
          .boundary('onHandler', { event: { error: null } }, (caught) => caught.end())
          .end(),
      )
      .end();

    // then
    expect(problemsOf(path)).toEqual([
      'BPMN_COMPENSATION_HANDLER_FLOWS handler',
      'BPMN_COMPENSATION_HANDLER_BOUNDARY handler',
      'BPMN_COMPENSATION_HANDLER_MISSING noHandler',
      'BPMN_COMPENSATION_BOUNDARY_OUTGOING noHandler',
    ]);
  });

  it('refuses to undo what cannot be undone from there', () => {
    const path = start()
      .serviceTask('a', { type: 't' })
      .subProcess('sub', (inner) =>
        inner
          .start('s')
          .serviceTask('deep', { type: 't' })
          .compensation('undoDeep', (h) => h.manualTask('undo')),
      )
      .throwEvent('notCompensable', { event: { compensation: 'a' } })
      .throwEvent('otherScope', { event: { compensation: 'deep' } })
      .end('fine', { event: { compensation: 'sub' } });
    expect(problemsOf(path)).toEqual([
      'BPMN_COMPENSATION_ACTIVITY notCompensable',
      'BPMN_COMPENSATION_ACTIVITY otherScope',
    ]);
  });

  it('refuses to compensate without waiting', () => {
    const xml = start()
      .end('undo', { event: { compensation: null } })
      .toXml()
      .replace('<bpmn:compensateEventDefinition', '$& waitForCompletion="false"');
    expect(lintBpmn(xml)).toMatchObject([{ code: 'BPMN_COMPENSATION_NO_WAIT', elementId: 'undo', line: 5 }]);
  });
});

describe('supported features', () => {
  it('refuses by name what the engine does not run', () => {
    // given
    const xml = start()
      .inclusiveGateway('g')
      .serviceTask('each', { type: 't', multiInstance: { inputCollection: '= items' } })
      .throwEvent('tell', { event: { signal: 's' } })
      .end()
      .toXml();

    // when
    const problems = lintBpmn(xml, {
      supported: { inclusiveGateway: false, multiInstance: false, signalEvent: false },
    });

    // then
    expect(problems.map(({ code, elementId, params }) => [code, elementId, params['feature']])).toEqual([
      ['BPMN_FEATURE_UNSUPPORTED', 'g', 'inclusiveGateway'],
      ['BPMN_FEATURE_UNSUPPORTED', 'each', 'multiInstance'],
      ['BPMN_FEATURE_UNSUPPORTED', 'tell', 'signalEvent'],
    ]);
  });
});
