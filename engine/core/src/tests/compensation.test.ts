import { bpmnProcess } from '@irisflow/bpmn';
import { describe, expect, it } from 'vitest';
import { createTestEngine } from '../testing/index.ts';

describe('compensation', () => {
  const booking = (activity: string | null = null) =>
    bpmnProcess('p')
      .start()
      .serviceTask('book', { type: 'book' })
      .compensation('undoBook', (path) => path.serviceTask('cancelBooking', { type: 'cancelBooking' }))
      .serviceTask('pay', { type: 'pay' })
      .compensation('undoPay', (path) => path.serviceTask('refund', { type: 'refund' }))
      .serviceTask('other', { type: 'other' })
      .compensation('undoOther', (path) => path.serviceTask('never', { type: 'never' }))
      .boundary('failed', { event: { error: 'E' } }, (path) =>
        path
          .throwEvent('compensate', { event: { compensation: activity } })
          .userTask('after')
          .end('done'),
      )
      .end()
      .toXml();

  const failing = (activity: string | null = null) => {
    const engine = createTestEngine();
    engine.deploy(booking(activity));
    engine.create('p');
    engine.complete('book');
    engine.complete('pay');
    engine.send({
      kind: 'throwError',
      jobKey: engine.jobs('other')[0]!.key,
      errorCode: 'E',
      errorMessage: '',
      variables: '{}',
    });
    return engine;
  };

  it('EV 181 and 187: handlers of what completed run, and the throw event waits for them', () => {
    const engine = failing();
    expect(engine.jobs().map(({ type }) => type)).toEqual(['cancelBooking', 'refund']);
    engine.complete('refund');
    expect(engine.userTasks()).toHaveLength(0);
    engine.complete('cancelBooking');
    expect(engine.userTasks()).toHaveLength(1);
  });

  it('EV 183: compensation of one activity', () => {
    expect(
      failing('pay')
        .jobs()
        .map(({ type }) => type),
    ).toEqual(['refund']);
  });

  it('EV 182: a handler runs as often as its activity completed, and not again for a second throw', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .serviceTask('book', { type: 'book' })
        .compensation('undo', (path) => path.serviceTask('cancel', { type: 'cancel' }))
        .exclusiveGateway('again')
        .when('= more', (path) => path.connectTo('book'))
        .otherwise((path) =>
          path
            .throwEvent('first', { event: { compensation: null } })
            .throwEvent('second', { event: { compensation: null } })
            .end('done'),
        )
        .at('again')
        .toXml(),
    );
    engine.create('p');
    engine.complete('book', { more: true });
    engine.complete('book', { more: false });
    const jobs = engine.jobs('cancel');
    expect(jobs).toHaveLength(2);
    for (const { key } of jobs) engine.send({ kind: 'completeJob', jobKey: key, variables: '{}', result: null });
    expect(engine.completed('done')).toBe(1);
  });

  /** Two levels of completed sub-processes, one that is still active, and a throw that names the outer one or everything. */
  const nested = (activity: string | null) => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .parallelGateway('fork')
        .branch((path) =>
          path
            .subProcess('outer', (outer) =>
              outer
                .start()
                .subProcess('inner', (inner) =>
                  inner
                    .start()
                    .serviceTask('deep', { type: 'deep' })
                    .compensation('undoDeep', (undo) => undo.serviceTask('raise', { type: 'raise' }))
                    .end(),
                )
                .end(),
            )
            .serviceTask('go', { type: 'go' })
            .throwEvent('compensate', { event: { compensation: activity } })
            .end('done'),
        )
        .branch((path) =>
          path
            .subProcess('active', (inside) =>
              inside
                .start()
                .serviceTask('partly', { type: 'partly' })
                .compensation('undoPartly', (undo) => undo.serviceTask('never', { type: 'never' }))
                .userTask('stay')
                .end(),
            )
            .end(),
        )
        .at('fork')
        .toXml(),
    );
    engine.create('p');
    engine.complete('deep');
    engine.complete('partly');
    engine.complete('go');
    return engine;
  };

  it.each([[null], ['outer']])(
    'EV 184: reaches into completed sub-processes, not into active ones (%s)',
    (activity) => {
      const engine = nested(activity);
      expect(engine.jobs().map(({ type }) => type)).toEqual(['raise']);
      engine.complete('raise');
      expect(engine.completed('done')).toBe(1);
    },
  );

  it('EV 185: an error event sub-process compensates the scope around it', () => {
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .eventSubProcess('esp', (path) =>
          path
            .start('es', { event: { error: 'E' } })
            .throwEvent('compensate', { event: { compensation: null } })
            .end('done'),
        )
        .serviceTask('book', { type: 'book' })
        .compensation('undo', (path) => path.serviceTask('cancel', { type: 'cancel' }))
        .end('failed', { event: { error: 'E' } })
        .toXml(),
    );
    const { processInstanceKey } = engine.create('p');
    engine.complete('book');
    engine.complete('cancel');
    expect(engine.completed('done')).toBe(1);
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });

  it('EV 186: a loop is compensated once; handlers may loop, contain or call', () => {
    const engine = createTestEngine();
    const loop = (inputCollection: string) => ({ multiInstance: { inputCollection, inputElement: 'item' } });
    engine.deploy(
      bpmnProcess('p')
        .start()
        .serviceTask('many', { type: 'many', ...loop('= [1, 2]') })
        .compensation('undoMany', (path) => path.serviceTask('both', { type: 'both', ...loop('= [1, 2, 3]') }))
        .serviceTask('one', { type: 'one' })
        .compensation('undoOne', (path) =>
          path.subProcess('undoing', (inside) => inside.start().serviceTask('within', { type: 'within' }).end()),
        )
        .serviceTask('two', { type: 'two' })
        .compensation('undoTwo', (path) => path.callActivity('call', { processId: 'child' }))
        .throwEvent('compensate', { event: { compensation: null } })
        .end('done')
        .toXml(),
      { name: 'child.bpmn', text: bpmnProcess('child').start().serviceTask('c', { type: 'inChild' }).end().toXml() },
    );
    engine.create('p');
    const completeAll = (type: string) => {
      for (const { key } of engine.jobs(type))
        engine.send({ kind: 'completeJob', jobKey: key, variables: '{}', result: null });
    };
    completeAll('many');
    engine.complete('one');
    engine.complete('two');
    const types = engine.jobs().map(({ type }) => type);
    expect(types.toSorted()).toEqual(['both', 'both', 'both', 'inChild', 'within']);
    completeAll('both');
    engine.complete('within');
    expect(engine.completed('done')).toBe(0);
    engine.complete('inChild');
    expect(engine.completed('done')).toBe(1);
  });

  it('EV 187: terminating the throw event terminates its handlers; terminating a handler lets it go on', () => {
    const modify = (terminated: string, activated: readonly string[]) => {
      const engine = failing();
      const { processInstanceKey } = engine.element('compensate');
      engine.send({
        kind: 'modifyInstance',
        processInstanceKey,
        activate: activated.map((elementId) => ({ elementId, ancestorKey: null, variables: [] })),
        move: [],
        terminate: [{ by: 'key', key: engine.element(terminated).key }],
      });
      return engine;
    };
    expect(modify('compensate', ['after']).active()).toEqual(['p', 'after']);
    const engine = modify('cancelBooking', []);
    engine.complete('refund');
    expect(engine.active()).toEqual(['p', 'after']);
  });
});
