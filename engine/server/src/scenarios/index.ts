/** A folder with the blocks that its processes call, as it is published. */
export { withBlocks } from '@irisflow/procedures';
export { createCoreEngine } from './core-engine.ts';
export { judgeScenario } from './judge-scenario.ts';
export { needsClock, playScenario } from './play-scenario.ts';
export type { ConnectorAnswer, Scenario, ScenarioStep } from './scenario.ts';
export type { OpenWork, ScenarioEngine } from './scenario-engine.ts';
