import { noEnd, withEnd, type Scenario, type ScenarioOutcome } from '@irisflow/scenarios';
import { expect, test } from 'vitest';
import type { Player } from '../play/player.ts';
import { createRunBoard } from './scenario-runs.ts';

const scenario = (title: string): Scenario => withEnd({ title, given: {}, answers: {}, when: [] }, noEnd);
const outcome = (isGreen: boolean): ScenarioOutcome => ({
  differences: isGreen ? [] : [{ kind: 'broken', message: 'x' }],
  footprint: { elements: new Set(), choices: new Set() },
  path: [],
});
const player = (run: Player['run']): Player => ({
  run,
  play: () => Promise.reject(new Error('not asked')),
  record: () => Promise.reject(new Error('not asked')),
  close: () => undefined,
});
const playable = (text: string) => ({ processId: 'p', resources: [{ name: 'p.bpmn', text }] });
const kept = [
  { path: 'a', scenario: scenario('a') },
  { path: 'b', scenario: scenario('b') },
];

test('each scenario becomes green or red, and stays so while nothing changes', async () => {
  const board = createRunBoard();
  board.keepFor(playable('1'), kept);
  await board.run(
    player(async (_, { title }) => outcome(title === 'a')),
    playable('1'),
    kept,
  );
  expect([...board.state()].map(([path, { state }]) => [path, state])).toEqual([
    ['a', 'green'],
    ['b', 'red'],
  ]);
  board.keepFor(playable('1'), [kept[0]!, { path: 'b', scenario: scenario('b, corrected') }]);
  expect([...board.state().keys()]).toEqual(['a']);
});

test('a draft that changes while its scenarios are played gives up what is under way', async () => {
  const board = createRunBoard();
  board.keepFor(playable('1'), kept);
  await board.run(
    player(async () => {
      board.keepFor(playable('2'), kept);
      return outcome(true);
    }),
    playable('1'),
    kept,
  );
  expect(board.state().size).toBe(0);
});
