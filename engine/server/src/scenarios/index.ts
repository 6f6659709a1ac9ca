export { coverProcedure } from './cover-procedure.ts';
export type { Footprint } from './footprint.ts';
export { judgeScenario } from './judge-scenario.ts';
export { playOnCore } from './play-on-core.ts';
export { needsClock, playScenario } from './play-scenario.ts';
export { readProcedure } from './read-procedure.ts';
export type { ScenarioFolder } from './read-procedure.ts';
export type { Scenario } from './scenario.ts';
export type { OpenWork, ScenarioEngine } from './scenario-engine.ts';
