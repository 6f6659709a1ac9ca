import { expect } from 'vitest';
import type { Scenario } from './scenario.ts';
import type { ScenarioEngine } from './scenario-engine.ts';

/** What is left of `expected` after the elements of `path` passed it in order. */
const notReached = (expected: readonly string[], path: readonly string[]): readonly string[] => {
  let next = 0;
  for (const element of path) if (element === expected[next]) next += 1;
  return expected.slice(next);
};

/** Compares what happened with what the scenario says must have happened. */
export const expectScenario = async (engine: ScenarioEngine, { then }: Scenario): Promise<void> => {
  const path = await engine.path();
  const story = await engine.story();
  expect(await engine.incidents(), story).toEqual([]);
  expect(notReached(then.path, path), `not reached in order; the path was ${path.join(' > ')}`).toEqual([]);
  expect(then.never.filter((element) => path.includes(element))).toEqual([]);
  const rests = (await engine.isEnded()) ? ['end'] : (await engine.userTasks()).map(({ elementId }) => elementId);
  expect(rests.toSorted(), story).toEqual([...then.rests].toSorted());
  expect(await engine.variables()).toMatchObject(then.variables);
};
