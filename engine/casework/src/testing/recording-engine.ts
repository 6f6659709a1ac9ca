import { EngineFailure } from '../engine/engine-failure.ts';
import type { Engine, EngineTask, Variables } from '../engine/engine.ts';

export interface StartedInstance {
  readonly processInstanceKey: string;
  readonly processDefinitionId: string;
  readonly version: number;
  readonly variables: Variables;
}

/** The engine seam without an engine: it keeps what it was told and can be made to fail. Journeys use the real one. */
export interface RecordingEngine extends Engine {
  readonly instances: StartedInstance[];
  readonly messages: { name: string; correlationKey: string; messageId: string; variables: Variables }[];
  readonly canceled: string[];
  readonly completions: { userTaskKey: string; variables: Variables }[];
  readonly taskList: EngineTask[];
  readonly taskVariables: Map<string, Variables>;
  /** What the next command does after doing its work: `uncertain` loses the answer. */
  failNext(kind: 'unavailable' | 'uncertain'): void;
}

const firstKey = 2251799813685249;

const processIdOf = (xml: string): string => /<bpmn:process id="([^"]+)"/.exec(xml)?.[1] ?? 'process';

const notUsed = async (): Promise<never> => {
  throw new EngineFailure('refused', 'Expected a test with the real engine, but this is the recording one');
};

export const createRecordingEngine = (): RecordingEngine => {
  const versions = new Map<string, number>();
  const deployed = new Map<string, string>();
  let keys = firstKey;
  let failure: 'unavailable' | 'uncertain' | null = null;
  const nextKey = () => String((keys += 1));
  const perform = async <T>(work: () => T): Promise<T> => {
    const kind = failure;
    failure = null;
    if (kind === 'unavailable') throw new EngineFailure(kind, 'Expected an answer, but the engine is away');
    const result = work();
    if (kind === 'uncertain') throw new EngineFailure(kind, 'Expected an answer, but it was lost');
    return result;
  };
  const recording: RecordingEngine = {
    instances: [],
    messages: [],
    canceled: [],
    completions: [],
    taskList: [],
    taskVariables: new Map(),
    failNext: (kind) => {
      failure = kind;
    },
    deploy: (resources) =>
      perform(() =>
        resources
          .filter(({ name }) => name.endsWith('.bpmn'))
          .map(({ content }) => {
            const processDefinitionId = processIdOf(content);
            const version = (versions.get(processDefinitionId) ?? 0) + 1;
            versions.set(processDefinitionId, version);
            const processDefinitionKey = nextKey();
            deployed.set(processDefinitionKey, content);
            return { processDefinitionKey, processDefinitionId, version };
          }),
      ),
    startInstance: (start) =>
      perform(() => {
        const processInstanceKey = nextKey();
        recording.instances.push({ processInstanceKey, ...start });
        return processInstanceKey;
      }),
    publishMessage: ({ name, correlationKey, messageId, variables }) =>
      perform(() => {
        if (recording.messages.some((message) => message.messageId === messageId))
          throw new EngineFailure('conflict', `Expected a new message, but ${messageId} is known`);
        recording.messages.push({ name, correlationKey, messageId, variables });
      }),
    cancelInstance: (key) =>
      perform(() => {
        recording.canceled.push(key);
      }),
    setVariables: notUsed,
    setRetries: notUsed,
    resolveIncident: notUsed,
    instancesOfCase: (caseId) =>
      perform(() =>
        recording.instances
          .filter(({ variables }) => variables['caseId'] === caseId)
          .map(({ processInstanceKey }) => processInstanceKey)
          .filter((key) => !recording.canceled.includes(key)),
      ),
    tasks: {
      search: ({ state, from, limit }) =>
        perform(() => {
          const items = recording.taskList.filter((task) => task.state === state);
          return { items: items.slice(from, from + limit), total: items.length };
        }),
      get: (key) =>
        perform(() => {
          const task = recording.taskList.find(({ userTaskKey }) => userTaskKey === key);
          if (task === undefined) throw new EngineFailure('notFound', `Expected user task ${key}, but there is none`);
          return task;
        }),
      assign: ({ userTaskKey, assignee, override }) =>
        perform(() => {
          const index = recording.taskList.findIndex((task) => task.userTaskKey === userTaskKey);
          const task = recording.taskList[index];
          if (task === undefined)
            throw new EngineFailure('notFound', `Expected user task ${userTaskKey}, but there is none`);
          if (override === 'refused' && task.assignee !== null)
            throw new EngineFailure('conflict', `Expected an unassigned task, but ${task.assignee} has it`);
          recording.taskList[index] = { ...task, assignee };
        }),
      unassign: (key) =>
        perform(() => {
          const index = recording.taskList.findIndex((task) => task.userTaskKey === key);
          const task = recording.taskList[index];
          if (task !== undefined) recording.taskList[index] = { ...task, assignee: null };
        }),
      complete: ({ userTaskKey, variables }) =>
        perform(() => {
          const index = recording.taskList.findIndex((task) => task.userTaskKey === userTaskKey);
          const task = recording.taskList[index];
          if (task?.state !== 'open')
            throw new EngineFailure(
              'conflict',
              `Expected an open task, but ${userTaskKey} is ${task?.state ?? 'unknown'}`,
            );
          recording.taskList[index] = { ...task, state: 'completed' };
          recording.completions.push({ userTaskKey, variables });
        }),
      variables: ({ userTaskKey }) => perform(() => recording.taskVariables.get(userTaskKey) ?? {}),
    },
    monitor: {
      searchInstances: notUsed,
      instance: notUsed,
      xml: (key) => perform(() => deployed.get(key) ?? ''),
      definitionCounts: notUsed,
      instanceCounts: notUsed,
      incidents: notUsed,
      elements: notUsed,
      variables: notUsed,
    },
    close: async () => undefined,
  };
  return recording;
};
