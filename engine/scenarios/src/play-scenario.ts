import { effectsOf, type CaseEffect } from './case-effect.ts';
import { ScenarioStop } from './difference.ts';
import type { ConnectorAnswer, Scenario, ScenarioStep } from './scenario.ts';
import type { OpenJob, OpenWork, ScenarioEngine } from './scenario-engine.ts';

/** How often in a row connectors are answered before the process is held to go round in circles. */
export const mostRounds = 200;

interface Playing {
  readonly engine: ScenarioEngine;
  readonly scenario: Scenario;
  /** How often each step asked, so that a list answers one time after the other. */
  readonly asked: Map<string, number>;
  readonly effects: CaseEffect[];
}

const answerTo = ({ scenario: { answers }, asked }: Playing, { elementId }: OpenWork): ConnectorAnswer => {
  const given = answers[elementId] ?? { output: {} };
  const time = asked.get(elementId) ?? 0;
  asked.set(elementId, time + 1);
  return Array.isArray(given)
    ? (given[Math.min(time, given.length - 1)] ?? { output: {} })
    : (given as ConnectorAnswer);
};

/** Gives one answer to a job that waits for it. */
export const answerJob = async (engine: ScenarioEngine, job: OpenJob, given: ConnectorAnswer): Promise<void> => {
  if ('error' in given) return engine.throwError(job.key, given.error, given.with ?? {});
  return engine.completeJob(job.key, job.resultVariable === '' ? {} : { [job.resultVariable]: given.output });
};

/** Plays the connectors until only people, messages or time can move the process. */
const settle = async (playing: Playing): Promise<void> => {
  const { engine, effects } = playing;
  for (let round = 0; round < mostRounds; round += 1) {
    const jobs = await engine.jobs();
    if (jobs.length === 0) return;
    for (const job of jobs) {
      const given = answerTo(playing, job);
      await answerJob(engine, job, given);
      effects.push(...effectsOf(job, given));
    }
  }
  throw new ScenarioStop({ kind: 'restless', rounds: mostRounds }, await engine.story());
};

const taskAt = async (engine: ScenarioEngine, elementId: string, step: number): Promise<OpenWork> => {
  const tasks = await engine.userTasks();
  const found = tasks.find((task) => task.elementId === elementId);
  if (found !== undefined) return found;
  const open = tasks.map((task) => task.elementId);
  throw new ScenarioStop({ kind: 'noTask', step, elementId, open }, await engine.story());
};

/** How many days a step lets pass. */
export const daysOfWait = (wait: string): number => Number(wait.slice(1, -1));

/** Takes one step; `number` counts from 1. */
export const takeStep = async (
  engine: ScenarioEngine,
  { given }: Pick<Scenario, 'given'>,
  { step, number }: { readonly step: ScenarioStep; readonly number: number },
): Promise<void> => {
  if ('complete' in step) return engine.completeUserTask((await taskAt(engine, step.complete, number)).key, step.with);
  if ('publish' in step) return engine.publish(step.publish, step.key ?? String(given['caseId']), step.with);
  if ('broadcast' in step) return engine.broadcast(step.broadcast, step.with);
  return engine.advanceDays(daysOfWait(step.wait));
};

/** Begins a case as its scenario says. */
export const beginCase = (engine: ScenarioEngine, { begins, given }: Pick<Scenario, 'begins' | 'given'>) =>
  begins === undefined ? engine.start(given) : engine.begin(begins.publish, begins.key, given);

/** Runs a scenario to its last step, lets the connectors finish what it caused, and says what it did to the case. */
export const playScenario = async (engine: ScenarioEngine, scenario: Scenario): Promise<readonly CaseEffect[]> => {
  const playing: Playing = { engine, scenario, asked: new Map(), effects: [] };
  await beginCase(engine, scenario);
  await settle(playing);
  for (const [index, step] of scenario.when.entries()) {
    await takeStep(engine, scenario, { step, number: index + 1 });
    await settle(playing);
  }
  return playing.effects;
};

/** True when the process can only be run by an engine whose clock can be moved. */
export const needsClock = ({ when }: Scenario): boolean => when.some((step) => 'wait' in step);
