import type { ElementCount } from '@irisflow/client';
import type { FeelWarning } from '@irisflow/feel';
import { createTestEngine, type NamedResource, type TestEngine, type Values } from '@irisflow/core/testing';

/** What a person does to a simulated instance. Keys are those that the engine gave; the same steps give the same keys. */
export type SimulationStep =
  | { readonly kind: 'start'; readonly processId: string; readonly variables: Values }
  | { readonly kind: 'job'; readonly key: string; readonly variables: Values }
  | { readonly kind: 'task'; readonly key: string; readonly variables: Values }
  | { readonly kind: 'message'; readonly name: string; readonly correlationKey: string; readonly variables: Values }
  | { readonly kind: 'timer'; readonly dueAt: number }
  | { readonly kind: 'incident'; readonly key: string; readonly variables: Values };

/** What the instance waits for, and thus what can be done next. */
export type Waiting =
  | {
      readonly kind: 'job';
      readonly key: string;
      readonly elementId: string;
      readonly type: string;
      readonly result: string | null;
    }
  | { readonly kind: 'task'; readonly key: string; readonly elementId: string }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly elementId: string;
      readonly name: string;
      readonly correlationKey: string;
    }
  | { readonly kind: 'timer'; readonly key: string; readonly elementId: string; readonly dueAt: number }
  | {
      readonly kind: 'incident';
      readonly key: string;
      readonly elementId: string;
      /** In the engine's words. */
      readonly message: string;
      /** What FEEL reported, for the language of the reader. */
      readonly warnings: readonly FeelWarning[];
    };

export interface Simulation {
  readonly waiting: readonly Waiting[];
  readonly counts: readonly ElementCount[];
  readonly variables: Values;
  /** Epoch milliseconds on the simulated clock. */
  readonly now: number;
  readonly state: 'notStarted' | 'running' | 'ended';
  /** Why the last step could not be taken, in the engine's words. */
  readonly failure: string | null;
}

interface Run {
  engine: TestEngine;
  rootKey: string | null;
}

type KeyOf<Kind extends keyof Keys> = Keys[Kind];
/** The branded keys of the engine's commands, taken from the commands themselves. */
interface Keys {
  job: Parameters<TestEngine['activate']>[0];
  task: ReturnType<TestEngine['userTasks']>[number]['key'];
  incident: ReturnType<TestEngine['incidents']>[number]['key'];
  scope: ReturnType<TestEngine['element']>['key'];
}

const start = (run: Run, { processId, variables }: Extract<SimulationStep, { kind: 'start' }>): void => {
  run.rootKey = run.engine.create(processId, variables).processInstanceKey;
};

const retry = ({ engine, rootKey }: Run, { key, variables }: Extract<SimulationStep, { kind: 'incident' }>): void => {
  if (rootKey !== null && Object.keys(variables).length > 0)
    engine.send({
      kind: 'setVariables',
      scopeKey: rootKey as KeyOf<'scope'>,
      variables: JSON.stringify(variables),
      reach: 'propagate',
    });
  engine.send({ kind: 'resolveIncident', incidentKey: key as KeyOf<'incident'> });
};

const take = (run: Run, step: SimulationStep): void => {
  const { engine } = run;
  switch (step.kind) {
    case 'start':
      return start(run, step);
    case 'job':
      engine.send({
        kind: 'completeJob',
        jobKey: step.key as KeyOf<'job'>,
        variables: JSON.stringify(step.variables),
        result: null,
      });
      return undefined;
    case 'task':
      engine.send({
        kind: 'completeUserTask',
        userTaskKey: step.key as KeyOf<'task'>,
        variables: JSON.stringify(step.variables),
        action: 'complete',
        requestId: null,
      });
      return undefined;
    case 'message':
      return engine.publish(step.name, step.correlationKey, { variables: JSON.stringify(step.variables) });
    case 'timer':
      return engine.advance(Math.max(0, step.dueAt - engine.now()));
    case 'incident':
      return retry(run, step);
  }
};

/** The variable that a connector's output goes to, as its task header says. */
const resultVariable = (headers: string): string | null => {
  const { resultVariable: name } = JSON.parse(headers) as { resultVariable?: string };
  return name ?? null;
};

const waitingIn = (engine: TestEngine): Waiting[] => [
  ...engine.incidents().map(({ key, elementId, message, warnings = [] }): Waiting => ({
    kind: 'incident',
    key,
    elementId,
    message,
    warnings,
  })),
  ...engine.userTasks().map(({ key, elementId }): Waiting => ({ kind: 'task', key, elementId })),
  ...engine.jobs().map(({ key, elementId, type, headers }): Waiting => ({
    kind: 'job',
    key,
    elementId,
    type,
    result: resultVariable(headers),
  })),
  ...engine.subscriptions().flatMap((subscription): Waiting[] => {
    const { key, catchElementId: elementId } = subscription;
    if (subscription.kind === 'timer') return [{ kind: 'timer', key, elementId, dueAt: subscription.dueAt }];
    if (subscription.kind !== 'message') return [];
    const { name, correlationKey } = subscription;
    return [{ kind: 'message', key, elementId, name, correlationKey }];
  }),
];

const tally = (ids: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

const endedIn = (engine: TestEngine, kind: 'elementCompleted' | 'elementTerminated'): string[] =>
  engine
    .changes()
    .flatMap((change) => (change.aggregate === 'tree' ? change.events : []))
    .flatMap((event) => (event.kind === kind ? [event.elementId] : []));

const countsIn = (engine: TestEngine): ElementCount[] => {
  const active = tally(engine.active());
  const completed = tally(endedIn(engine, 'elementCompleted'));
  const canceled = tally(endedIn(engine, 'elementTerminated'));
  const incidents = tally(engine.incidents().map((incident) => incident.elementId));
  return [...new Set([...active.keys(), ...completed.keys(), ...canceled.keys()])].map((elementId) => ({
    elementId,
    active: active.get(elementId) ?? 0,
    completed: completed.get(elementId) ?? 0,
    canceled: canceled.get(elementId) ?? 0,
    incidents: incidents.get(elementId) ?? 0,
  }));
};

const look = ({ engine, rootKey }: Run, failure: string | null): Simulation => {
  const active = engine.active();
  const variables = rootKey === null ? {} : engine.variables(rootKey);
  const state = rootKey === null ? 'notStarted' : active.length === 0 ? 'ended' : 'running';
  return { waiting: waitingIn(engine), counts: countsIn(engine), variables, now: engine.now(), state, failure };
};

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

/**
 * Runs steps through the real engine, from nothing: a step back is the same call with one step less.
 * A step that the engine refuses is reported and left out.
 */
export const runSimulation = (
  resources: readonly NamedResource[],
  steps: readonly SimulationStep[],
  now: number,
): Simulation => {
  const run: Run = { engine: createTestEngine({ now }), rootKey: null };
  try {
    run.engine.deploy(...resources);
    for (const step of steps) take(run, step);
    return look(run, null);
  } catch (error) {
    return look(run, firstLine(error));
  }
};
