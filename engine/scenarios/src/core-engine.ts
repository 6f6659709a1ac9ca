import type { ParsedResource, TreeEvent } from '@irisflow/core';
import { createTestEngine, parseResource, type NamedResource, type TestEngine } from '@irisflow/core/testing';
import type { ProcessInstanceKey } from '@irisflow/protocol';
import { footprintOf, type Footprint } from './footprint.ts';
import type { OpenJob, ScenarioEngine } from './scenario-engine.ts';
import { localVariables } from './visible-variables.ts';

export const millisecondsPerDay = 86_400_000;

const resultVariableOf = (headers: string): string =>
  (JSON.parse(headers) as { resultVariable?: string }).resultVariable ?? '';

const treeEvents = (engine: TestEngine): readonly TreeEvent[] =>
  engine.changes().flatMap((change) => (change.aggregate === 'tree' ? change.events : []));

/** The core also tells where the instances have been, and lets one look inside. */
export interface CoreScenarioEngine extends ScenarioEngine {
  footprint(): Footprint;
  /** All that happened so far. */
  events(): readonly TreeEvent[];
  readonly inside: TestEngine;
}

const openJobs = (engine: TestEngine): readonly OpenJob[] =>
  engine.jobs().flatMap(({ key, elementId, elementKey, type, headers, phase }): OpenJob[] => {
    if (phase !== 'activatable') return [];
    const inputs = localVariables(engine, elementKey);
    return [{ key, elementId, type, resultVariable: resultVariableOf(headers), inputs }];
  });

/** What can be seen of the instance that the scenario started. */
const viewsOf = (engine: TestEngine, instanceKey: () => ProcessInstanceKey) => ({
  path: async () => treeEvents(engine).flatMap((event) => (event.kind === 'elementCompleted' ? [event.elementId] : [])),
  isEnded: async () => !engine.isActive(instanceKey()),
  variables: async () => engine.variables(instanceKey()),
  incidents: async () => engine.incidents().map(({ type, elementId, message }) => ({ type, elementId, message })),
  story: async () => engine.story(),
  jobs: async () => openJobs(engine),
  userTasks: async () => engine.userTasks().map(({ key, elementId }) => ({ key, elementId })),
  footprint: () => footprintOf(treeEvents(engine)),
  events: () => treeEvents(engine),
});

/** What is done to it. */
const actsOf = (engine: TestEngine) => ({
  completeJob: async (key: string, variables: object) => {
    engine.send({ kind: 'completeJob', jobKey: key as never, variables: JSON.stringify(variables), result: null });
  },
  throwError: async (key: string, errorCode: string, values: object) => {
    const variables = JSON.stringify(values);
    engine.send({ kind: 'throwError', jobKey: key as never, errorCode, errorMessage: '', variables });
  },
  completeUserTask: async (key: string, variables: object) => {
    engine.send({
      kind: 'completeUserTask',
      userTaskKey: key as never,
      variables: JSON.stringify(variables),
      action: '',
      requestId: null,
    });
  },
  publish: async (name: string, correlationKey: string, variables: object) => {
    engine.publish(name, correlationKey, { variables: JSON.stringify(variables) });
  },
  broadcast: async (name: string, variables: Readonly<Record<string, unknown>>) => engine.broadcast(name, variables),
  advanceDays: async (days: number) => engine.advance(days * millisecondsPerDay),
});

/** What was read of files: to read them takes longer than to play a case. */
const readings = new WeakMap<NamedResource, ParsedResource>();

const read = (resource: NamedResource): ParsedResource => {
  const reading = readings.get(resource) ?? parseResource(resource);
  readings.set(resource, reading);
  return reading;
};

/** The engine's core in memory: no server, and a clock that can be moved. */
export const createCoreEngine = (
  processId: string,
  resources: readonly NamedResource[],
  now: number,
): CoreScenarioEngine => {
  const engine = createTestEngine({ now });
  engine.deploy(...resources.map(read));
  let instance: ProcessInstanceKey | null = null;
  const instanceKey = () => {
    if (instance === null) throw new Error('Expected the scenario to have started, but it has not.');
    return instance;
  };
  return {
    ...viewsOf(engine, instanceKey),
    ...actsOf(engine),
    inside: engine,
    start: async (variables) => {
      instance = engine.create(processId, variables).processInstanceKey;
    },
    begin: async (name, correlationKey, variables) => {
      engine.publish(name, correlationKey, { variables: JSON.stringify(variables) });
      instance = [...engine.state.trees.keys()].at(0) ?? null;
    },
  };
};
