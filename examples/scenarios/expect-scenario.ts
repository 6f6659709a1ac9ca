import {
  differenceText,
  judgeScenario,
  type playScenario,
  type Scenario,
  type ScenarioEngine,
} from '@irisflow/scenarios';
import { expect } from 'vitest';

/** Compares what happened with what the scenario says must have happened. */
export const expectScenario = async (
  engine: ScenarioEngine,
  scenario: Scenario,
  effects: Awaited<ReturnType<typeof playScenario>>,
): Promise<void> =>
  expect((await judgeScenario(engine, scenario, effects)).map(differenceText), await engine.story()).toEqual([]);
