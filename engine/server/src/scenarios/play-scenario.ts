import type { ConnectorAnswer, Scenario, ScenarioStep } from './scenario.ts';
import type { OpenWork, ScenarioEngine } from './scenario-engine.ts';

const mostRounds = 200;

/** How often each step asked, so that a list answers one time after the other. */
type Asked = Map<string, number>;

const answerTo = ({ answers }: Scenario, { elementId }: OpenWork, asked: Asked): ConnectorAnswer => {
  const given = answers[elementId] ?? { output: {} };
  const time = asked.get(elementId) ?? 0;
  asked.set(elementId, time + 1);
  return Array.isArray(given)
    ? (given[Math.min(time, given.length - 1)] ?? { output: {} })
    : (given as ConnectorAnswer);
};

const answer = async (engine: ScenarioEngine, job: OpenWork, given: ConnectorAnswer): Promise<void> => {
  if ('error' in given) return engine.throwError(job.key, given.error, given.with ?? {});
  return engine.completeJob(job.key, job.resultVariable === '' ? {} : { [job.resultVariable]: given.output });
};

/** Plays the connectors until only people, messages or time can move the process. */
const settle = async (engine: ScenarioEngine, scenario: Scenario, asked: Asked): Promise<void> => {
  for (let round = 0; round < mostRounds; round += 1) {
    const jobs = await engine.jobs();
    if (jobs.length === 0) return;
    for (const job of jobs) await answer(engine, job, answerTo(scenario, job, asked));
  }
  throw new Error(
    `Expected the process to rest, but it still made jobs after ${mostRounds} rounds.\n${await engine.story()}`,
  );
};

const taskAt = async (engine: ScenarioEngine, elementId: string): Promise<OpenWork> => {
  const tasks = await engine.userTasks();
  const found = tasks.find((task) => task.elementId === elementId);
  if (found !== undefined) return found;
  const open = tasks.map((task) => task.elementId).join(', ') || 'none';
  throw new Error(`Expected a user task at "${elementId}", but the open ones are: ${open}.\n${await engine.story()}`);
};

const take = async (engine: ScenarioEngine, scenario: Scenario, step: ScenarioStep): Promise<void> => {
  if ('complete' in step) return engine.completeUserTask((await taskAt(engine, step.complete)).key, step.with);
  if ('publish' in step) return engine.publish(step.publish, step.key ?? String(scenario.given['caseId']), step.with);
  if ('broadcast' in step) return engine.broadcast(step.broadcast, step.with);
  return engine.advanceDays(Number(step.wait.slice(1, -1)));
};

/** Runs a scenario to its last step and lets the connectors finish what it caused. */
export const playScenario = async (engine: ScenarioEngine, scenario: Scenario): Promise<void> => {
  const asked: Asked = new Map();
  const { begins, given, when } = scenario;
  await (begins === undefined ? engine.start(given) : engine.begin(begins.publish, begins.key, given));
  await settle(engine, scenario, asked);
  for (const step of when) {
    await take(engine, scenario, step);
    await settle(engine, scenario, asked);
  }
};

/** True when the process can only be run by an engine whose clock can be moved. */
export const needsClock = ({ when }: Scenario): boolean => when.some((step) => 'wait' in step);
