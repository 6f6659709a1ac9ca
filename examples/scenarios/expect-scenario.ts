import { judgeScenario, type Scenario, type ScenarioEngine } from '@irisflow/server/scenarios';
import { expect } from 'vitest';

/** Compares what happened with what the scenario says must have happened. */
export const expectScenario = async (engine: ScenarioEngine, scenario: Scenario): Promise<void> =>
  expect(await judgeScenario(engine, scenario), await engine.story()).toEqual([]);
