import { bpmnProcess, parseBpmn, type ExecutableProcess } from '@irisflow/bpmn';
import { expect, test } from 'vitest';
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
const idsOf = (elementId: string) => waysFrom(process, elementId).map((way) => [way.elementId, way.isNext]);

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
  expect(waysFrom(process, 'start')).toEqual([]);
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
  expect(waysFrom(loop, 'one')).toEqual([]);
  expect(waysFrom(loop, 'all')).toEqual([]);
  expect(waysFrom(loop, 'after')).toMatchObject([
    { elementId: 'end', isNext: true },
    { elementId: 'all', isNext: false },
  ]);
});
