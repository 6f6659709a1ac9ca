import { lastStatus, lettersOf, type CaseEffect } from './case-effect.ts';
import type { Difference } from './difference.ts';
import type { Scenario } from './scenario.ts';
import type { ScenarioEngine } from './scenario-engine.ts';

/** Where the expected path is left: what of it is not reached, and what came instead. */
const divergence = (expected: readonly string[], path: readonly string[]): Difference | null => {
  let next = 0;
  let last = -1;
  for (const [index, element] of path.entries())
    if (element === expected[next]) {
      next += 1;
      last = index;
    }
  if (next === expected.length) return null;
  const after = last === -1 ? null : (path[last] ?? null);
  return { kind: 'notReached', missed: expected.slice(next), after, instead: path.slice(last + 1) };
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

const judgePath = ({ then }: Scenario, path: readonly string[]): Difference[] => {
  const left = divergence(then.path, path);
  const elements = then.never.filter((element) => path.includes(element));
  return [...(left === null ? [] : [left]), ...(elements.length === 0 ? [] : [{ kind: 'entered', elements } as const])];
};

/** Where a process rests: `end`, or its open user tasks. */
export const restsOf = async (engine: ScenarioEngine): Promise<readonly string[]> =>
  (await engine.isEnded()) ? ['end'] : (await engine.userTasks()).map(({ elementId }) => elementId).toSorted();

const judgeRest = async (engine: ScenarioEngine, { then }: Scenario): Promise<Difference[]> => {
  const found = await restsOf(engine);
  const expected = [...then.rests].toSorted();
  return holds(found, expected) ? [] : [{ kind: 'rests', expected, found }];
};

const judgeVariables = async (engine: ScenarioEngine, { then }: Scenario): Promise<Difference[]> => {
  const found = await engine.variables();
  return Object.entries(then.variables)
    .filter(([name, value]) => !holds(found[name], value))
    .map(([name, expected]) => ({ kind: 'variable', name, expected, found: found[name] ?? null }));
};

/** What is left of a list after each item of another was taken out of it once. */
const without = (items: readonly string[], taken: readonly string[]): string[] => {
  const rest = [...items];
  for (const item of taken) {
    const index = rest.indexOf(item);
    if (index !== -1) rest.splice(index, 1);
  }
  return rest;
};

const judgeEffects = (effects: readonly CaseEffect[], { then }: Scenario): Difference[] => {
  const sent = lettersOf(effects);
  const missing = without(then.letters ?? sent, sent);
  const unexpected = without(sent, then.letters ?? sent);
  const found = lastStatus(effects);
  return [
    ...(missing.length + unexpected.length === 0 ? [] : [{ kind: 'letters', missing, unexpected } as const]),
    ...(then.status === undefined || then.status === found
      ? []
      : [{ kind: 'status', expected: then.status, found } as const]),
  ];
};

/** Compares what happened with what the scenario says must have happened. */
export const judgeScenario = async (
  engine: ScenarioEngine,
  scenario: Scenario,
  effects: readonly CaseEffect[],
): Promise<readonly Difference[]> => [
  ...(await engine.incidents()).map((incident): Difference => ({ kind: 'incident', ...incident })),
  ...judgePath(scenario, await engine.path()),
  ...(await judgeRest(engine, scenario)),
  ...(await judgeVariables(engine, scenario)),
  ...judgeEffects(effects, scenario),
];
