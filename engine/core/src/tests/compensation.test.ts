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
});
