export type { CaseEffect } from './case-effect.ts';
export type { CaseEntry, CaseEvent } from './case-log.ts';
export { daysUntil, termNotices, type DescribedTerm, type PlayedTerm, type TermNotice } from './case-terms.ts';
export { coverProcedure, type ProcessCoverage } from './cover-procedure.ts';
export { differenceText, type Difference } from './difference.ts';
export type { Footprint } from './footprint.ts';
export { judgeScenario } from './judge-scenario.ts';
export { playCase, type PlayAct, type PlayedCase, type PlayedEffect, type PlayedScript } from './play-case.ts';
export { daysOfWait, needsClock, playScenario } from './play-scenario.ts';
export { recordScenario } from './record-scenario.ts';
export type {
  RecordedCase,
  RecordedMessage,
  RecordedQuestion,
  RecordedTask,
  ReplayStage,
} from './replay/recorded-case.ts';
export { replayCase } from './replay/replay-case.ts';
export type { CaseOutcome, ReplayedCase } from './replay/replayed-case.ts';
export { partingOf, type Parting } from './replay/trail.ts';
export { runScenario, type Playable, type ScenarioOutcome } from './run-scenario.ts';
export type { ConnectorAnswer, Scenario, ScenarioEnd, ScenarioStep, Values } from './scenario.ts';
export type { OpenJob, ScenarioEngine } from './scenario-engine.ts';
export { noEnd, withEnd } from './with-end.ts';
export type { Waiting } from './waiting.ts';
