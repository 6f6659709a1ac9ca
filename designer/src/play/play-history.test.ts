import type { PlayAct, PlayedScript } from '@irisflow/scenarios';
import { expect, test } from 'vitest';
import { afterActs, askedAt, beginning, canUndo, redone, undone } from './play-history.ts';

const script: PlayedScript = { start: { given: {} }, acts: [], answers: {}, asked: [], terms: [] };
const wait = (days: number): PlayAct => ({ kind: 'step', step: { wait: `P${days}D` } });

test('an act is taken back and done again; another act forgets what was taken back', () => {
  const two = afterActs(beginning(script), wait(1), wait(2));
  const one = undone(two);
  expect(one.script?.acts).toEqual([wait(1)]);
  expect(redone(one)).toEqual(two);
  expect(afterActs(one, wait(3))).toMatchObject({ script: { acts: [wait(1), wait(3)] }, undone: [] });
  expect(canUndo(undone(one))).toBe(false);
});

test('a connector that answered by itself is asked where it answered, and what came after is left', () => {
  const history = afterActs(beginning(script), wait(1), wait(2));
  expect(askedAt(history, 'ask', 0).script).toMatchObject({ asked: ['ask'], acts: [wait(1)] });
  expect(askedAt(history, 'ask', -1).script?.acts).toEqual([]);
});
