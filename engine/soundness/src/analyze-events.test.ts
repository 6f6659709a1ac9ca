import { bpmnProcess, type ProcessPath } from '@irisflow/bpmn';
import { describe, expect, it } from 'vitest';

import { found, reportOf, start, wait, wayTo } from './testing/judge.ts';

describe('events on the boundary', () => {
  it('accepts events that interrupt, and reminders that end by themselves', () => {
    const path = start()
      .userTask('a')
      .boundary('late', { event: { timer: { duration: 'P1D' } } }, (way) => way.end('tooLate'))
      .boundary('remind', { event: { timer: { cycle: 'R3/PT1H' } }, interrupting: false }, (way) =>
        way.serviceTask('send', { type: 'send' }).end('sent'),
      )
      .end();
    expect(found(path)).toEqual([]);
  });

  it('finds a reminder that flows into the path of the task', () => {
    const path = start()
      .userTask('a')
      .boundary('remind', { event: { timer: { duration: 'PT1H' } }, interrupting: false }, (way) =>
        way.exclusiveGateway('merge'),
      )
      .connectTo('merge')
      .at('merge')
      .userTask('b')
      .end();
    expect(found(path)).toEqual(['NOT_SYNCHRONIZED merge']);
    expect(wayTo(path)).toBe('started start > happened remind > passed merge > done a > passed merge');
  });

  it('finds a boundary event that starves a parallel join', () => {
    const path = start()
      .parallelGateway('split')
      .branch((way) =>
        way
          .userTask('a')
          .boundary('late', { event: { timer: { duration: 'P1D' } } }, (late) => late.end('tooLate'))
          .parallelGateway('join'),
      )
      .branch((way) => way.userTask('b').connectTo('join'))
      .at('join')
      .end();
    expect(found(path)).toEqual(['DEADLOCK join']);
  });

  it('finds events on steps that take no time', () => {
    const path = start()
      .manualTask('sign')
      .boundary('late', { event: { timer: { duration: 'P1D' } } }, (way) => way.userTask('chase').end('chased'))
      .scriptTask('sum', { expression: '= 1 + 2', resultVariable: 'sum' })
      .boundary('stop', { event: { signal: 's' } }, (way) => way.end('stopped'))
      .end();
    expect(found(path)).toEqual(['BOUNDARY_NEVER_FIRES late', 'BOUNDARY_NEVER_FIRES stop']);
  });

  it('finds compensation that nobody asks for', () => {
    const book = (end: (path: ProcessPath) => ProcessPath): ProcessPath =>
      end(
        start()
          .serviceTask('book', { type: 'book' })
          .compensation('undo', (path) => path.serviceTask('cancel', { type: 'cancel' })),
      );
    expect(found(book((path) => path.end()))).toEqual(['BOUNDARY_NEVER_FIRES undo']);
    expect(found(book((path) => path.end('undone', { event: { compensation: null } })))).toEqual([]);
    expect(found(book((path) => path.end('undone', { event: { compensation: 'book' } })))).toEqual([]);
  });
});

describe('errors and escalations', () => {
  const sub = (end: string, boundary: (path: ProcessPath) => ProcessPath): ProcessPath =>
    boundary(
      start().subProcess('sub', (inner) =>
        inner
          .start('s')
          .userTask('a')
          .end('bad', { event: { error: end } }),
      ),
    );

  it('accepts an error that the boundary catches by its code, or whatever it is', () => {
    const caught = (code: string | null) =>
      sub('E1', (path) => path.boundary('catch', { event: { error: code } }, (way) => way.end('repaired')));
    expect([found(caught('E1')), found(caught(null))]).toEqual([[], []]);
  });

  it('finds what nobody catches and what nobody throws', () => {
    const path = sub('E1', (sub1) => sub1.boundary('catch', { event: { error: 'E2' } }, (way) => way.end('repaired')));
    expect(found(path)).toEqual(['ERROR_UNCAUGHT bad', 'ERROR_NEVER_THROWN catch']);
    const [uncaught] = reportOf(path).findings;
    expect(uncaught?.path.map(({ elementId }) => elementId)).toEqual(['start', 's', 'a', 'bad']);
  });

  it('knows that workers and called processes may throw any error', () => {
    const path = start()
      .serviceTask('work', { type: 'w' })
      .boundary('failed', { event: { error: 'E' } }, (way) => way.end('x'))
      .callActivity('call', { processId: 'child' })
      .boundary('childFailed', { event: { error: 'E' } }, (way) => way.end('y'))
      .boundary('childEscalated', { event: { escalation: 'S' }, interrupting: false }, (way) => way.end('z'))
      .userTask('person')
      .boundary('personFailed', { event: { error: 'E' } }, (way) => way.end('w'))
      .end();
    expect(found(path)).toEqual(['ERROR_NEVER_THROWN personFailed']);
  });

  it('says that nothing comes after a sub-process that only ends by throwing', () => {
    const path = sub('E', (inner) => inner.boundary('catch', { event: { error: 'E' } }, (way) => way.end('repaired')))
      .userTask('after')
      .end();
    expect(found(path)).toEqual(['NEVER_REACHED after']);
  });

  it('lets an inner catch-all keep errors from the outer one', () => {
    const path = start()
      .subProcess('outer', (outer) =>
        outer
          .start('s')
          .serviceTask('work', { type: 'w' })
          .boundary('inner', { event: { error: null } }, (way) => way.end('x'))
          .end('y'),
      )
      .boundary('never', { event: { error: 'E' } }, (way) => way.end('z'))
      .end();
    expect(found(path)).toEqual(['ERROR_NEVER_THROWN never']);
  });

  it('follows escalations to those who catch them', () => {
    const escalate = (code: string): ProcessPath =>
      start()
        .subProcess('sub', (inner) =>
          inner
            .start('s')
            .throwEvent('tell', { event: { escalation: code } })
            .userTask('a')
            .end('x'),
        )
        .boundary('told', { event: { escalation: 'S' }, interrupting: false }, (way) => way.end('y'))
        .end();
    expect([found(escalate('S')), found(escalate('T')), found(escalate('= code'))]).toEqual([
      [],
      ['ESCALATION_NEVER_THROWN told'],
      [],
    ]);
  });

  it('ends the scope of an escalation that interrupts it', () => {
    const path = start()
      .subProcess('sub', (inner) =>
        inner
          .start('s')
          .throwEvent('tell', { event: { escalation: 'S' } })
          .userTask('behind')
          .end('x'),
      )
      .boundary('told', { event: { escalation: 'S' } }, (way) => way.end('y'))
      .end();
    expect(found(path)).toEqual(['NEVER_REACHED behind', 'NEVER_REACHED end']);
  });
});

describe('scopes', () => {
  it('finds what is wrong inside a sub-process, with the way from the start of the process', () => {
    const path = start()
      .userTask('before')
      .subProcess('sub', (inner) =>
        inner
          .start('s')
          .exclusiveGateway('g')
          .when('= x', (way) => way.userTask('a').parallelGateway('join'))
          .otherwise((way) => way.userTask('b').connectTo('join'))
          .at('join')
          .end('e'),
      )
      .end();
    expect(wayTo(path)).toBe('started start > done before > started s > chosen g (flow_g_a) > done a');
  });

  it('explores event sub-processes from where they begin', () => {
    const handler = (event: ProcessPath): unknown =>
      event
        .parallelGateway('f')
        .branch((way) => way.userTask('x').exclusiveGateway('m'))
        .branch((way) => way.userTask('y').connectTo('m'))
        .at('m')
        .end('handled');
    const path = start()
      .userTask('a')
      .end()
      .eventSubProcess('onCancel', (inner) =>
        handler(inner.start('cancel', { event: { message: 'cancel', ...wait } })),
      );
    expect(found(path)).toEqual(['NOT_SYNCHRONIZED m']);
    expect(wayTo(path)).toBe('started start > happened cancel > forked f > done x > passed m > done y > passed m');
  });

  it('says which event sub-process nothing triggers', () => {
    const path = start()
      .userTask('a')
      .end()
      .eventSubProcess('onError', (inner) => inner.start('failed', { event: { error: 'E' } }).end('handled'));
    expect(found(path)).toEqual(['ERROR_NEVER_THROWN failed']);
  });

  it('lets a sub-process end through the event that interrupts it', () => {
    const path = start()
      .subProcess('sub', (inner) =>
        inner
          .start('s')
          .userTask('a')
          .end('bad', { event: { error: 'E' } })
          .eventSubProcess('repair', (event) => event.start('failed', { event: { error: 'E' } }).end('repaired')),
      )
      .userTask('after')
      .end();
    expect(found(path)).toEqual([]);
  });

  it('accepts loops over collections and ad-hoc sub-processes', () => {
    const path = start()
      .subProcess('each', (inner) => inner.start('s').userTask('a').end('e'), {
        multiInstance: { inputCollection: '= items', inputElement: 'item' },
      })
      .adHocSubProcess('choose', (inner) => inner.userTask('b').userTask('c').breakOff().userTask('d'), {
        activeElements: '= ["b"]',
      })
      .end();
    expect(found(path)).toEqual([]);
  });

  it('lets activities of an ad-hoc sub-process meet at a join, or run side by side', () => {
    const path = start()
      .adHocSubProcess('choose', (inner) =>
        inner
          .userTask('b')
          .parallelGateway('join')
          .userTask('after')
          .breakOff()
          .userTask('c')
          .connectTo('join')
          .userTask('d')
          .connectTo('after'),
      )
      .end();
    expect(found(path)).toEqual([]);
  });

  it('explores every start event', () => {
    const path = bpmnProcess('p')
      .start('onPaper')
      .parallelGateway('join')
      .breakOff()
      .start('online', { event: { message: 'apply' } })
      .connectTo('join')
      .at('join')
      .end();
    expect(found(path)).toEqual(['DEADLOCK join']);
  });
});
