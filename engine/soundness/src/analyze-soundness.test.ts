import { bpmnProcess, type ProcessPath } from '@irisflow/bpmn';
import { describe, expect, it } from 'vitest';

import { sentMessages } from './sent-messages.ts';
import { diamond, found, graphOf, reportOf, start, wait, wayTo } from './testing/judge.ts';

describe('splits and joins', () => {
  it.each([
    ['exclusiveGateway', 'exclusiveGateway', []],
    ['exclusiveGateway', 'inclusiveGateway', []],
    ['exclusiveGateway', 'parallelGateway', ['DEADLOCK join']],
    ['parallelGateway', 'parallelGateway', []],
    ['parallelGateway', 'inclusiveGateway', []],
    ['parallelGateway', 'exclusiveGateway', ['NOT_SYNCHRONIZED join']],
    ['inclusiveGateway', 'inclusiveGateway', []],
    ['inclusiveGateway', 'parallelGateway', ['DEADLOCK join']],
  ] as const)('judges %s closed by %s', (split, join, expected) => {
    expect(found(diamond(split, join))).toEqual(expected);
  });

  it('finds both when an inclusive split is closed by an exclusive gateway', () => {
    const path = start()
      .inclusiveGateway('split')
      .when('= x', (way) => way.userTask('a').exclusiveGateway('merge'))
      .when('= y', (way) => way.userTask('b').connectTo('merge'))
      .at('merge')
      .end();
    expect(found(path)).toEqual(['NOT_SYNCHRONIZED merge']);
  });

  it('tells the shortest way to a deadlock and where the tokens are', () => {
    const path = diamond('exclusiveGateway', 'parallelGateway');
    expect(wayTo(path)).toBe('started start > chosen split (flow_split_a) > done a');
    const [finding] = reportOf(path).findings;
    expect(finding?.path.map(({ tokens }) => tokens)).toEqual([['flow_start_split'], ['a'], ['flow_a_join']]);
    expect(finding?.elementIds).toEqual(['join', 'b']);
  });

  it('accepts parallel ways that end apart, or at one end', () => {
    const apart = start()
      .parallelGateway('split')
      .branch((way) => way.userTask('a').end('endA'))
      .branch((way) => way.userTask('b').end('endB'));
    const together = start()
      .parallelGateway('split')
      .branch((way) => way.userTask('a').end('done'))
      .branch((way) => way.userTask('b').connectTo('done'));
    expect([found(apart), found(together)]).toEqual([[], []]);
  });

  it('finds a task that two parallel ways lead to', () => {
    const path = start()
      .parallelGateway('split')
      .branch((way) => way.userTask('a').userTask('twice').end())
      .branch((way) => way.connectTo('twice'));
    expect(found(path)).toEqual(['NOT_SYNCHRONIZED twice']);
  });

  it('blames the inner join when an outer one only suffers from it', () => {
    const path = start()
      .parallelGateway('outer')
      .branch((way) =>
        way
          .exclusiveGateway('choice')
          .when('= x', (inner) => inner.userTask('a').parallelGateway('innerJoin'))
          .otherwise((inner) => inner.userTask('b').connectTo('innerJoin'))
          .at('innerJoin')
          .parallelGateway('outerJoin'),
      )
      .branch((way) => way.userTask('c').connectTo('outerJoin'))
      .at('outerJoin')
      .end();
    expect(found(path)).toEqual(['DEADLOCK innerJoin']);
  });

  it('finds a way out of a parallel branch that starves the join', () => {
    const path = start()
      .parallelGateway('split')
      .branch((way) =>
        way
          .userTask('check')
          .exclusiveGateway('fine')
          .when('= no', (inner) => inner.end('refused'))
          .otherwise((inner) => inner.parallelGateway('join')),
      )
      .branch((way) => way.userTask('b').connectTo('join'))
      .at('join')
      .end('granted');
    expect(found(path)).toEqual(['DEADLOCK join']);
  });

  it('accepts the same with a terminate end event', () => {
    const path = start()
      .parallelGateway('split')
      .branch((way) =>
        way
          .userTask('check')
          .exclusiveGateway('fine')
          .when('= no', (inner) => inner.end('refused', { event: { terminate: true } }))
          .otherwise((inner) => inner.parallelGateway('join')),
      )
      .branch((way) => way.userTask('b').connectTo('join'))
      .at('join')
      .end('granted');
    expect(found(path)).toEqual([]);
  });

  it('lets an inclusive join go on when a branch ends early', () => {
    const path = start()
      .parallelGateway('split')
      .branch((way) =>
        way
          .userTask('check')
          .exclusiveGateway('fine')
          .when('= no', (inner) => inner.end('refused'))
          .otherwise((inner) => inner.inclusiveGateway('join')),
      )
      .branch((way) => way.userTask('b').connectTo('join'))
      .at('join')
      .end('granted');
    expect(found(path)).toEqual([]);
  });

  it('follows links', () => {
    const path = start()
      .parallelGateway('split')
      .branch((way) => way.throwEvent('jump', { event: { link: 'L' } }))
      .branch((way) => way.userTask('b').parallelGateway('join'));
    path
      .breakOff()
      .catchEvent('land', { event: { link: 'L' } })
      .connectTo('join')
      .at('join')
      .end();
    expect(found(path)).toEqual([]);
  });
});

describe('two tokens that end everything', () => {
  const both = (merge: (path: ProcessPath) => ProcessPath): ProcessPath =>
    merge(
      start()
        .parallelGateway('split')
        .branch((way) => way.userTask('a').exclusiveGateway('merge'))
        .branch((way) => way.userTask('b').connectTo('merge'))
        .at('merge'),
    );
  const terminate = { event: { terminate: true } } as const;

  it('accepts that the first one to come terminates the other', () => {
    const straight = start()
      .parallelGateway('split')
      .branch((way) => way.userTask('a').end('all', terminate))
      .branch((way) => way.userTask('b').connectTo('all'));
    const chosen = both((path) =>
      path
        .exclusiveGateway('how')
        .when('= x', (way) => way.end('granted', terminate))
        .otherwise((way) => way.end('refused', terminate)),
    );
    const summed = both((path) =>
      path.scriptTask('sum', { expression: '= 1', resultVariable: 'sum' }).end('e', terminate),
    );
    expect([found(both((path) => path.end('all', terminate))), found(straight), found(chosen), found(summed)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  it('accepts that an error of the first one leaves the sub-process of the other', () => {
    const path = start()
      .subProcess('sub', (inner) =>
        inner
          .start('s')
          .parallelGateway('split')
          .branch((way) => way.userTask('a').exclusiveGateway('merge'))
          .branch((way) => way.userTask('b').connectTo('merge'))
          .at('merge')
          .end('bad', { event: { error: 'E' } }),
      )
      .boundary('caught', { event: { error: 'E' } }, (way) => way.end('repaired'));
    expect(found(path)).toEqual([]);
  });

  it('finds them where somebody works before the end, or where only one way ends everything', () => {
    const worked = both((path) => path.userTask('work').end('all', terminate));
    const half = both((path) =>
      path
        .exclusiveGateway('how')
        .when('= x', (way) => way.end('all', terminate))
        .otherwise((way) => way.end('one')),
    );
    expect([found(worked), found(half)]).toEqual([['NOT_SYNCHRONIZED merge'], ['NOT_SYNCHRONIZED merge']]);
  });
});

describe('choices', () => {
  it('counts conditions that are literally true or false', () => {
    const path = start()
      .exclusiveGateway('g')
      .when('= false', (way) => way.userTask('never').userTask('neither').end())
      .when('= true', (way) => way.end('taken'))
      .otherwise((way) => way.userTask('late').end());
    expect(found(path)).toEqual(['NEVER_REACHED never', 'NEVER_REACHED late']);
  });

  it('finds a choice without a way', () => {
    const path = start()
      .exclusiveGateway('g')
      .when('= false', (way) => way.end('a'))
      .when('=false', (way) => way.end('b'));
    expect(found(path)).toEqual(['CHOICE_WITHOUT_WAY g']);
  });

  it('finds a loop without a way out, and accept one with', () => {
    const loop = (exit: string): ProcessPath =>
      start()
        .userTask('first')
        .exclusiveGateway('again')
        .userTask('ask')
        .exclusiveGateway('enough')
        .when(exit, (way) => way.end('out'))
        .otherwise((way) => way.connectTo('again'));
    expect(found(loop('= ok'))).toEqual([]);
    expect(found(loop('= false'))).toEqual(['NO_WAY_TO_END again', 'NEVER_REACHED out']);
  });

  it('does not claim a loop to be endless while another branch can end everything', () => {
    const path = start()
      .parallelGateway('split')
      .branch((way) => way.exclusiveGateway('again').userTask('tick').connectTo('again'))
      .branch((way) => way.userTask('stop').end('stopped', { event: { terminate: true } }));
    expect(found(path)).toEqual([]);
  });
});

describe('a loop that something around it ends', () => {
  const loop = (inner: ProcessPath): ProcessPath =>
    inner.start('s').exclusiveGateway('again').userTask('tick').connectTo('again');
  const late = { event: { timer: { duration: 'P1D' } } } as const;

  it('is not endless inside a sub-process with an interrupting boundary, however far out', () => {
    const near = start()
      .subProcess('sub', loop)
      .boundary('late', late, (way) => way.end('tooLate'));
    const far = start()
      .subProcess('outer', (outer) => outer.start('o').subProcess('sub', loop))
      .boundary('late', late, (way) => way.end('tooLate'));
    expect([found(near), found(far)]).toEqual([[], []]);
  });

  it('is not endless where an event sub-process interrupts it, or another path terminates', () => {
    const stopped = loop(bpmnProcess('p')).eventSubProcess('stop', (event) =>
      event.start('stopped', { event: { message: 'stop', ...wait } }).end('done'),
    );
    const beside = start()
      .parallelGateway('split')
      .branch((way) => way.subProcess('sub', loop))
      .branch((way) => way.userTask('stop').end('all', { event: { terminate: true } }));
    expect([found(stopped), found(beside)]).toEqual([[], []]);
  });

  it('is endless where the boundary does not interrupt, never fires, or belongs to something else', () => {
    const reminded = start()
      .subProcess('sub', loop)
      .boundary('remind', { ...late, interrupting: false }, (way) => way.end('reminded'));
    const unheard = start()
      .subProcess('sub', loop)
      .boundary('failed', { event: { error: 'E' } }, (way) => way.end('repaired'));
    const inside = start().subProcess('sub', (inner) =>
      inner
        .start('s')
        .exclusiveGateway('again')
        .userTask('tick')
        .boundary('late', late, (way) => way.connectTo('again'))
        .connectTo('again'),
    );
    expect([found(reminded), found(unheard), found(inside)]).toEqual([
      ['NO_WAY_TO_END again'],
      ['NO_WAY_TO_END again', 'ERROR_NEVER_THROWN failed'],
      ['NO_WAY_TO_END again'],
    ]);
  });
});

describe('messages', () => {
  const path = (): ProcessPath =>
    start()
      .eventBasedGateway('g')
      .branch((way) => way.catchEvent('paid', { event: { message: 'paid', ...wait } }).end('x'))
      .branch((way) => way.catchEvent('canceled', { event: { message: 'canceled', ...wait } }).end('y'))
      .at('g');

  it('lets any message arrive unless told which', () => {
    expect(found(path())).toEqual([]);
    expect(found(path(), { messages: ['paid', 'canceled'] })).toEqual([]);
    expect(found(path(), { messages: ['paid'] })).toEqual(['MESSAGE_NEVER_SENT canceled']);
  });

  it('knows the messages that models send', () => {
    const sender = start()
      .throwEvent('tell', { event: { message: 'paid' }, type: 'tell' })
      .end('told', { event: { message: 'done' }, type: 'tell' });
    expect(sentMessages([graphOf(sender)])).toEqual(['done', 'paid']);
    const computed = start().end('told', { event: { message: '= name' }, type: 'tell' });
    expect(sentMessages([graphOf(sender), graphOf(computed)])).toBeNull();
  });
});

describe('the report', () => {
  it('says so when it gives up', () => {
    const report = reportOf(diamond('parallelGateway', 'parallelGateway'), { budget: 2 });
    expect(report).toMatchObject({ findings: [], isComplete: false, unfinished: ['p'] });
  });

  it('puts errors first and count the states', () => {
    const path = start()
      .parallelGateway('f')
      .branch((way) => way.userTask('a').exclusiveGateway('m'))
      .branch((way) => way.userTask('b').connectTo('m'))
      .at('m')
      .subProcess('sub', (inner) => inner.start('s').end('bad', { event: { error: 'E' } }))
      .end();
    const report = reportOf(path);
    expect(report.findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'SOUNDNESS_ERROR_UNCAUGHT error',
      'SOUNDNESS_NOT_SYNCHRONIZED warning',
      'SOUNDNESS_NEVER_REACHED warning',
    ]);
    expect(report.states).toBeGreaterThan(5);
  });
});
