import { createCoreEngine, type CoreScenarioEngine } from './core-engine.ts';
import { playScenario } from './play-scenario.ts';
import type { ScenarioFolder } from './read-procedure.ts';
import type { Scenario } from './scenario.ts';

/** Plays one scenario of a folder on the core, from nine o’clock of the day on which its case is submitted, or from now. */
export const playOnCore = async (
  { processId, resources }: Pick<ScenarioFolder, 'processId' | 'resources'>,
  scenario: Scenario,
): Promise<CoreScenarioEngine> => {
  const submitted = Date.parse(`${String(scenario.given['submittedOn'])}T09:00:00Z`);
  const engine = createCoreEngine(
    scenario.process ?? processId,
    resources,
    Number.isNaN(submitted) ? Date.now() : submitted,
  );
  await playScenario(engine, scenario);
  return engine;
};
