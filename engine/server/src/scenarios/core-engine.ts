import { createTestEngine, type NamedResource, type TestEngine } from '@irisflow/core/testing';
import type { ProcessInstanceKey } from '@irisflow/protocol';
import { footprintOf, type Footprint } from './footprint.ts';
import type { OpenWork, ScenarioEngine } from './scenario-engine.ts';

const millisecondsPerDay = 86_400_000;

const resultVariableOf = (headers: string): string =>
  (JSON.parse(headers) as { resultVariable?: string }).resultVariable ?? '';

const treeEvents = (engine: TestEngine) =>
  engine.changes().flatMap((change) => (change.aggregate === 'tree' ? change.events : []));

/** The core also tells where the instances have been. */
export interface CoreScenarioEngine extends ScenarioEngine {
  footprint(): Footprint;
}

/** What can be seen of the instance that the scenario started. */
const viewsOf = (engine: TestEngine, instanceKey: () => ProcessInstanceKey) => ({
  path: async () =>
    engine
      .changes()
      .flatMap((change) => (change.aggregate === 'tree' ? change.events : []))
      .flatMap((event) => (event.kind === 'elementCompleted' ? [event.elementId] : [])),
  isEnded: async () => !engine.isActive(instanceKey()),
  variables: async () => engine.variables(instanceKey()),
  incidents: async () =>
    engine.incidents().map(({ type, elementId, message }) => `${type} at ${elementId}: ${message}`),
  story: async () => engine.story(),
  footprint: () => footprintOf(treeEvents(engine)),
});

/** The engine's core in memory: no server, and a clock that can be moved. */
export const createCoreEngine = (
  processId: string,
  resources: readonly NamedResource[],
  now: number,
): CoreScenarioEngine => {
  const engine = createTestEngine({ now });
  engine.deploy(...resources);
  let instance: ProcessInstanceKey | null = null;
  const instanceKey = () => {
    if (instance === null) throw new Error('Expected the scenario to have started, but it has not.');
    return instance;
  };
  return {
    ...viewsOf(engine, instanceKey),
    start: async (variables) => {
      instance = engine.create(processId, variables).processInstanceKey;
    },
    begin: async (name, correlationKey, variables) => {
      engine.publish(name, correlationKey, { variables: JSON.stringify(variables) });
      instance = [...engine.state.trees.keys()].at(0) ?? null;
    },
    jobs: async () =>
      engine
        .jobs()
        .flatMap(({ key, elementId, headers, phase }): OpenWork[] =>
          phase === 'activatable' ? [{ key, elementId, resultVariable: resultVariableOf(headers) }] : [],
        ),
    userTasks: async () => engine.userTasks().map(({ key, elementId }) => ({ key, elementId, resultVariable: '' })),
    completeJob: async (key, variables) => {
      engine.send({ kind: 'completeJob', jobKey: key as never, variables: JSON.stringify(variables), result: null });
    },
    throwError: async (key, errorCode, values) => {
      const variables = JSON.stringify(values);
      engine.send({ kind: 'throwError', jobKey: key as never, errorCode, errorMessage: '', variables });
    },
    completeUserTask: async (key, variables) => {
      engine.send({
        kind: 'completeUserTask',
        userTaskKey: key as never,
        variables: JSON.stringify(variables),
        action: '',
        requestId: null,
      });
    },
    publish: async (name, correlationKey, variables) => {
      engine.publish(name, correlationKey, { variables: JSON.stringify(variables) });
    },
    broadcast: async (name, variables) => engine.broadcast(name, variables),
    advanceDays: async (days) => engine.advance(days * millisecondsPerDay),
  };
};
