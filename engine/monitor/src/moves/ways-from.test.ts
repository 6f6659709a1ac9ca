import { bpmnProcess, parseBpmn, type ExecutableProcess } from '@irisflow/bpmn';
import { describe, expect, test } from 'vitest';
import { keptSteps } from './kept-apart.ts';
import { isMovable, waysFrom } from './ways-from.ts';

const compiled = (xml: string): ExecutableProcess => {
  const parsed = parseBpmn(xml);
  if (!parsed.ok || parsed.processes[0] === undefined) throw new Error('Expected a process that can be played');
  return parsed.processes[0];
};

const process = compiled(
  bpmnProcess('p')
    .start('start')
    .parallelGateway('fork')
    .branch((path) => path.serviceTask('a', { type: 'a' }).parallelGateway('join'))
    .branch((path) => path.userTask('b').connectTo('join'))
    .at('join')
    .eventBasedGateway('race')
    .branch((path) => path.catchEvent('paid', { event: { timer: { duration: 'PT1H' } } }).end('done'))
    .branch((path) =>
      path
        .catchEvent('late', { event: { timer: { duration: 'PT2H' } } })
        .serviceTask('z', { type: 'z' })
        .end('over'),
    )
    .toXml(),
);
const nothing: ReadonlySet<number> = new Set();
const idsOf = (elementId: string) => waysFrom(process, elementId, nothing).map((way) => [way.elementId, way.isNext]);

test('a case is put down at steps of its own part, never where ways meet, race or end', () => {
  expect(idsOf('a')).toEqual([
    ['b', false],
    ['z', false],
  ]);
});

test('who waits for one of several things goes on at a step behind them', () => {
  expect(isMovable(process, 'race', false)).toBe(true);
  expect(idsOf('race')).toEqual([
    ['a', false],
    ['b', false],
    ['z', false],
  ]);
});

test('people keep their work, and nothing is moved out of what holds it', () => {
  expect(isMovable(process, 'b', false)).toBe(false);
  expect(isMovable(process, 'b', true)).toBe(true);
  expect(isMovable(process, 'p', true)).toBe(false);
  expect(waysFrom(process, 'start', nothing)).toEqual([]);
});

test('what is done for each of many is not moved one by one', () => {
  const each = { inputCollection: '= items', inputElement: 'item' };
  const loop = compiled(
    bpmnProcess('q')
      .start('start')
      .subProcess('all', (inner) => inner.start('in').serviceTask('one', { type: 'one' }).end('out'), {
        multiInstance: each,
      })
      .serviceTask('after', { type: 'after' })
      .end('end')
      .toXml(),
  );
  expect(waysFrom(loop, 'one', nothing)).toEqual([]);
  expect(waysFrom(loop, 'all', nothing)).toEqual([]);
  expect(waysFrom(loop, 'after', nothing)).toMatchObject([
    { elementId: 'end', isNext: true },
    { elementId: 'all', isNext: false },
  ]);
});

describe('what four eyes are kept by', () => {
  const name = { fr: 'Valider', nl: 'Bevestigen', en: 'Approve' };
  const tasks = { approve: { name, form: 'approve', separateFrom: ['decide'] } };
  const approved = compiled(
    bpmnProcess('p')
      .start('start')
      .serviceTask('ask', { type: 'a' })
      .userTask('decide')
      .userTask('approve')
      .exclusiveGateway('answer')
      .when('= yes', (path) =>
        path.serviceTask('grant', { type: 'g' }).serviceTask('pay', { type: 'p' }).end('granted'),
      )
      .otherwise((path) => path.serviceTask('refuse', { type: 'r' }).end('refused'))
      .toXml(),
  );
  const idsFrom = (within: ExecutableProcess, elementId: string, others: readonly ExecutableProcess[] = []) =>
    waysFrom(within, elementId, keptSteps({ tasks }, [within, ...others])(within)).map((way) => way.elementId);

  test('is not jumped over, nor passed over where it stands still', () => {
    expect(idsFrom(approved, 'ask')).toEqual(['decide', 'approve']);
    expect(idsFrom(approved, 'approve')).toEqual(['ask', 'decide']);
  });

  test('makes no grant of a no: what follows the other answer is reached by another decision', () => {
    expect(idsFrom(approved, 'refuse')).toEqual(['refused', 'ask', 'decide', 'approve']);
    expect(idsFrom(approved, 'grant')).toEqual(['pay', 'ask', 'decide', 'approve']);
  });

  test('holds beside it too, where all ways have to meet, and for a process that is called', () => {
    const side = compiled(
      bpmnProcess('p')
        .start('start')
        .parallelGateway('fork')
        .branch((path) => path.serviceTask('ask', { type: 'a' }).parallelGateway('join'))
        .branch((path) => path.userTask('approve').connectTo('join'))
        .at('join')
        .serviceTask('grant', { type: 'g' })
        .end('end')
        .toXml(),
    );
    expect(idsFrom(side, 'ask')).toEqual(['approve']);
    const calling = compiled(
      bpmnProcess('q')
        .start('start')
        .serviceTask('ask', { type: 'a' })
        .callActivity('call', { processId: 'p' })
        .serviceTask('grant', { type: 'g' })
        .end('end')
        .toXml(),
    );
    expect(idsFrom(calling, 'ask', [approved])).toEqual(['call']);
  });
});
