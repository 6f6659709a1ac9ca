import type { NamedResource } from '@irisflow/core/testing';
import { createCoreEngine, type CoreScenarioEngine } from './core-engine.ts';
import { ScenarioStop, type Difference } from './difference.ts';
import { noFootprint, type Footprint } from './footprint.ts';
import { judgeScenario } from './judge-scenario.ts';
import { playScenario } from './play-scenario.ts';
import type { Scenario, Values } from './scenario.ts';

/** What an engine runs of a procedure. */
export interface Playable {
  /** The process of its cases. */
  readonly processId: string;
  readonly resources: readonly NamedResource[];
}

export interface ScenarioOutcome {
  /** None where it went as it says. */
  readonly differences: readonly Difference[];
  readonly footprint: Footprint;
  /** Ids of completed elements in the order of completion. */
  readonly path: readonly string[];
}

/** Nine o’clock of the day on which a case is submitted, or now, in epoch milliseconds. */
export const beginningOf = (given: Values): number => {
  const submitted = Date.parse(`${String(given['submittedOn'])}T09:00:00Z`);
  return Number.isNaN(submitted) ? Date.now() : submitted;
};

/** The engine for one scenario; throws where the files cannot be deployed. */
export const openScenario = ({ processId, resources }: Playable, { process, given }: Scenario): CoreScenarioEngine =>
  createCoreEngine(process ?? processId, resources, beginningOf(given));

const stopOf = (thrown: unknown): Difference => {
  if (thrown instanceof ScenarioStop) return thrown.difference;
  return { kind: 'broken', message: (thrown instanceof Error ? thrown.message : String(thrown)).split('\n')[0] ?? '' };
};

/** Plays one scenario on the core and compares it with what it says; whatever goes wrong is a difference. */
export const runScenario = async (playable: Playable, scenario: Scenario): Promise<ScenarioOutcome> => {
  let engine: CoreScenarioEngine;
  try {
    engine = openScenario(playable, scenario);
  } catch (thrown) {
    return { differences: [stopOf(thrown)], footprint: noFootprint, path: [] };
  }
  const seen = async () => ({ footprint: engine.footprint(), path: await engine.path() });
  try {
    const effects = await playScenario(engine, scenario);
    return { differences: await judgeScenario(engine, scenario, effects), ...(await seen()) };
  } catch (thrown) {
    return { differences: [stopOf(thrown)], ...(await seen()) };
  }
};
