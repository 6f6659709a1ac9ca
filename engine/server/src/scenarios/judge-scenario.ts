import type { Scenario } from './scenario.ts';
import type { ScenarioEngine } from './scenario-engine.ts';

/** What is left of `expected` after the elements of `path` passed it in order. */
const notReached = (expected: readonly string[], path: readonly string[]): readonly string[] => {
  let next = 0;
  for (const element of path) if (element === expected[next]) next += 1;
  return expected.slice(next);
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value has everything that is expected of it; objects may have more. */
const holds = (found: unknown, expected: unknown): boolean => {
  if (Array.isArray(expected))
    return (
      Array.isArray(found) &&
      found.length === expected.length &&
      expected.every((item, index) => holds(found[index], item))
    );
  if (isObject(expected))
    return isObject(found) && Object.entries(expected).every(([name, value]) => holds(found[name], value));
  return Object.is(found, expected);
};

const list = (items: readonly string[]): string => (items.length === 0 ? 'none' : items.join(', '));

const judgePath = ({ then }: Scenario, path: readonly string[]): string[] => {
  const missed = notReached(then.path, path);
  const entered = then.never.filter((element) => path.includes(element));
  return [
    ...(missed.length === 0
      ? []
      : [`Expected to reach ${list(missed)} in this order, but the path was ${path.join(' > ')}.`]),
    ...(entered.length === 0 ? [] : [`Expected never to enter ${list(entered)}, but the path did.`]),
  ];
};

const judgeRest = async (engine: ScenarioEngine, { then }: Scenario): Promise<string[]> => {
  const open = (await engine.userTasks()).map(({ elementId }) => elementId);
  const rests = ((await engine.isEnded()) ? ['end'] : open).toSorted();
  const expected = [...then.rests].toSorted();
  return holds(rests, expected) ? [] : [`Expected to rest at ${list(expected)}, but it rests at ${list(rests)}.`];
};

const judgeVariables = async (engine: ScenarioEngine, { then }: Scenario): Promise<string[]> => {
  const found = await engine.variables();
  return Object.entries(then.variables)
    .filter(([name, value]) => !holds(found[name], value))
    .map(
      ([name, value]) =>
        `Expected ${name} to hold ${JSON.stringify(value)}, but it is ${JSON.stringify(found[name] ?? null)}.`,
    );
};

/** Compares what happened with what the scenario says must have happened; each difference is a sentence. */
export const judgeScenario = async (engine: ScenarioEngine, scenario: Scenario): Promise<readonly string[]> => [
  ...(await engine.incidents()).map((incident) => `Expected no incident, but found ${incident}.`),
  ...judgePath(scenario, await engine.path()),
  ...(await judgeRest(engine, scenario)),
  ...(await judgeVariables(engine, scenario)),
];
