import { EngineFailure } from '../engine-failure.ts';
import type {
  DeployedDefinition,
  Engine,
  EngineIncident,
  EngineJob,
  EngineResource,
  EngineVariable,
  Variables,
} from '../engine.ts';
import { instanceOf, recordingMonitor, type Standing } from './recording-monitor.ts';
import { recordingTasks, type TaskRecording } from './recording-tasks.ts';

export interface StartedInstance {
  readonly processInstanceKey: string;
  readonly processDefinitionId: string;
  readonly version: number;
  readonly variables: Variables;
}

/**
 * The engine seam without an engine: it keeps what it was told and can be made to fail where a real one cannot be asked
 * to (a lost answer, an instance that shows too late). Journeys run on the real one.
 */
export interface RecordingEngine extends Engine, TaskRecording {
  readonly instances: StartedInstance[];
  readonly messages: { name: string; correlationKey: string; messageId: string; variables: Variables }[];
  /** Messages that processes took, by their ids, which are their keys here; tests put them in by hand. */
  readonly taken: string[];
  readonly canceled: string[];
  readonly deleted: string[];
  /** Instances that tests let come to their end. */
  readonly ended: Set<string>;
  /** What instances know, by their key; tests put it in by hand, corrections change it. */
  readonly variables: Map<string, EngineVariable[]>;
  readonly incidents: EngineIncident[];
  /** Jobs that tests put in by hand, by key. */
  readonly jobs: Map<string, EngineJob>;
  /** Which instance called which, by the key of the called one. */
  readonly calls: Map<string, string>;
  /** The next command fails: `unavailable` before its work, `uncertain` after it, so that only the answer is lost. */
  failNext(kind: 'unavailable' | 'uncertain'): void;
}

const FIRST_KEY = 2251799813685249;

const processIdOf = (xml: string): string => /<bpmn:process id="([^"]+)"/.exec(xml)?.[1] ?? 'process';

const createFailures = () => {
  let failure: 'unavailable' | 'uncertain' | null = null;
  return {
    failNext: (kind: 'unavailable' | 'uncertain') => {
      failure = kind;
    },
    perform: async <T>(work: () => T): Promise<T> => {
      const kind = failure;
      failure = null;
      if (kind === 'unavailable') throw new EngineFailure(kind, 'Expected an answer, but the engine is away');
      const result = work();
      if (kind === 'uncertain') throw new EngineFailure(kind, 'Expected an answer, but it was lost');
      return result;
    },
  };
};

const createDeployments = (nextKey: () => string) => {
  const versions = new Map<string, number>();
  const keys = new Map<string, string>();
  const deploy = (resources: readonly EngineResource[]): DeployedDefinition[] =>
    resources
      .filter(({ name }) => name.endsWith('.bpmn'))
      .map(({ content }) => {
        const id = processIdOf(content);
        const version = (versions.get(id) ?? 0) + 1;
        versions.set(id, version);
        const key = nextKey();
        keys.set(`${id}@${version}`, key);
        return { kind: 'process', key, id, version };
      });
  return { deploy, keyOf: (id: string, version: number): string => keys.get(`${id}@${version}`) ?? '1' };
};

const correct = (variables: RecordingEngine['variables'], scopeKey: string, changed: Variables): void => {
  const kept = (variables.get(scopeKey) ?? []).filter(({ name }) => !Object.hasOwn(changed, name));
  const added = Object.entries(changed).map(([name, value]) => ({ name, value: JSON.stringify(value), scopeKey }));
  variables.set(scopeKey, [...kept, ...added]);
};

type Told = Pick<RecordingEngine, 'instances' | 'messages' | 'canceled' | 'deleted' | 'variables'> & {
  readonly suspended: Set<string>;
};

interface Means {
  readonly nextKey: () => string;
  readonly deploy: (resources: readonly EngineResource[]) => DeployedDefinition[];
  readonly perform: <T>(work: () => T) => Promise<T>;
}

const onlyForReal = async (): Promise<never> => {
  throw new EngineFailure('refused', 'Expected a test with the real engine, but this is the recording one');
};

/** What the engine is told to do to instances. */
const recordingCommands = ({ instances, messages, canceled, deleted, variables, suspended }: Told, means: Means) => {
  const { nextKey, deploy, perform } = means;
  return {
    deploy: (resources) => perform(() => deploy(resources)),
    startInstance: (start) =>
      perform(() => {
        const processInstanceKey = nextKey();
        instances.push({ processInstanceKey, ...start });
        return processInstanceKey;
      }),
    publishMessage: ({ name, correlationKey, messageId, variables: carried }) =>
      perform(() => {
        if (messages.some((message) => message.messageId === messageId))
          throw new EngineFailure('conflict', `Expected a new message, but ${messageId} is known`);
        messages.push({ name, correlationKey, messageId, variables: carried });
        return messageId;
      }),
    cancelInstance: (key) => perform(() => void canceled.push(key)),
    deleteInstance: (key) => perform(() => void deleted.push(key)),
    suspendInstance: (key) => perform(() => void suspended.add(key)),
    resumeInstance: (key) => perform(() => void suspended.delete(key)),
    migrateInstance: onlyForReal,
    moveElement: onlyForReal,
    setVariables: ({ scopeKey, variables: changed }) => perform(() => correct(variables, scopeKey, changed)),
    setRetries: () => perform(() => undefined),
    resolveIncident: () => perform(() => undefined),
  } satisfies Partial<Engine>;
};

export const createRecordingEngine = (now: () => number = Date.now): RecordingEngine => {
  let keys = FIRST_KEY;
  const nextKey = () => String((keys += 1));
  const { deploy, keyOf } = createDeployments(nextKey);
  const { failNext, perform } = createFailures();
  const instances: StartedInstance[] = [];
  const messages: RecordingEngine['messages'] = [];
  const [canceled, deleted]: [string[], string[]] = [[], []];
  const [taken, incidents]: [RecordingEngine['taken'], EngineIncident[]] = [[], []];
  const [suspended, ended] = [new Set<string>(), new Set<string>()];
  const variables: RecordingEngine['variables'] = new Map();
  const tasks = { taskList: [], taskVariables: new Map(), completions: [], sentBack: [], taskSearches: [] };
  const taskRecording: TaskRecording = { ...tasks, suspended };
  const jobs = new Map<string, EngineJob>();
  const calls = new Map<string, string>();
  const standingOf = (key: string): Standing => {
    const started = instances.find(({ processInstanceKey }) => processInstanceKey === key);
    return {
      processDefinitionKey: started === undefined ? '1' : keyOf(started.processDefinitionId, started.version),
      parentProcessInstanceKey: calls.get(key) ?? null,
      isSuspended: suspended.has(key),
      isEnded: ended.has(key),
    };
  };
  const commands = recordingCommands(
    { instances, messages, canceled, deleted, variables, suspended },
    { nextKey, deploy, perform },
  );
  return {
    ...taskRecording,
    jobs,
    calls,
    taken,
    instances,
    messages,
    canceled,
    deleted,
    ended,
    variables,
    incidents,
    failNext,
    ...commands,
    canAskForJobs: async () => true,
    rootInstancesWith: ({ name, value }) =>
      perform(() =>
        instances
          .filter(
            ({ variables, processInstanceKey }) => variables[name] === value && !canceled.includes(processInstanceKey),
          )
          .map(({ processInstanceKey }) => instanceOf(processInstanceKey, standingOf(processInstanceKey))),
      ),
    tasks: recordingTasks(taskRecording, perform, () => new Date(now()).toISOString()),
    monitor: recordingMonitor(
      { variables, incidents, jobs, calls, taken },
      (key) => instanceOf(key, standingOf(key)),
      perform,
    ),
    close: async () => undefined,
  };
};
