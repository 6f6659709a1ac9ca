import {
  DEFAULT_TENANT,
  type ActivatedJob,
  type CommandRejection,
  type JobKey,
  type ProcessInstanceKey,
} from '@irisflow/protocol';
import type { CommandOf, Request } from '../command/command.ts';
import type { ParsedResource } from '../command/definition-command.ts';
import type { DeployReply, InstanceReply, ReplyOf, Settlement } from '../command/reply.ts';
import type { Change } from '../event/engine-event.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { Incident, InstanceTree, Job, Subscription, UserTask } from '../state/instance-tree.ts';
import { dueCommands } from './due-commands.ts';
import { createEngineLoop, failure, replayChanges, type EngineLoop, type TestEngineOptions } from './engine-loop.ts';
import type { MemoryState } from './memory-state.ts';
import { parseResource, type NamedResource } from './parse-resource.ts';
import { writeStory } from './write-story.ts';

type RequestKind = Request['kind'];
type RequestOf<Kind extends RequestKind> = Extract<Request, { readonly kind: Kind }>;

/** What a test or a simulation may want to vary when it starts an instance. */
export type CreateOptions = Partial<Omit<CommandOf<'createInstance'>, 'kind' | 'variables'>>;

/** Variables as values. */
export type Values = Readonly<Record<string, unknown>>;

/** What can be done to the engine. A refused command throws an error that tells the story, except in `refused`. */
export interface EngineActs {
  send<Kind extends RequestKind>(command: RequestOf<Kind>): ReplyOf<Kind>;
  /** The rejection of a command that must be refused; throws when it is accepted. */
  refused(command: Request): CommandRejection;
  /** Deploys BPMN, DMN or form texts, or what was read of them; the suffix of the name tells which. */
  deploy(...resources: readonly (string | NamedResource | ParsedResource)[]): DeployReply;
  create(processId: string, variables?: Values, options?: CreateOptions): InstanceReply;
  activate(jobKey: JobKey, timeout?: number): ActivatedJob;
  /** Completes the only open job of the type. */
  complete(type: string, variables?: Values): void;
  publish(name: string, correlationKey: string, more?: Partial<CommandOf<'publishMessage'>>): void;
  broadcast(name: string, variables?: Values): void;
  /** Lets time pass: timers, time-outs, back-offs and expiries happen in order. */
  advance(milliseconds: number): void;
}

/** What can be seen of the engine. */
export interface EngineViews {
  readonly state: MemoryState;
  now(): number;
  jobs(type?: string): readonly Job[];
  userTasks(): readonly UserTask[];
  incidents(): readonly Incident[];
  subscriptions(): readonly Subscription[];
  /** Ids of what is active, in the order of activation, scopes included. */
  active(): readonly string[];
  element(elementId: string): ElementInstance;
  isActive(key: ProcessInstanceKey): boolean;
  /** The variables of exactly one scope, also after its end. */
  variables(scopeKey: string): Values;
  /** How often an element completed. */
  completed(elementId: string): number;
  settled(): readonly Settlement[];
  changes(): readonly Change[];
  story(): string;
  /** A state rebuilt from the events alone. */
  replay(): MemoryState;
}

/** The real engine in memory, with a clock that only moves when told to. Every command is followed to its end and checked. */
export type TestEngine = EngineActs & EngineViews;

export const createTestEngine = (options: TestEngineOptions = {}): TestEngine => {
  const loop = createEngineLoop(options);
  return { ...createActs(loop), ...createViews(loop) };
};

const sendTo = <Kind extends RequestKind>(loop: EngineLoop, command: RequestOf<Kind>): ReplyOf<Kind> => {
  const outcome = loop.run(command);
  if (outcome.kind === 'rejection') {
    throw failure(`'${command.kind}' was refused: ${outcome.rejection.reason}`, loop.changes);
  }
  return (outcome.kind === 'reply' ? outcome.reply : null) as ReplyOf<Kind>;
};

const readResource = (resource: string | NamedResource | ParsedResource): ParsedResource =>
  typeof resource === 'object' && 'kind' in resource ? resource : parseResource(resource);

const latest = (id: string) => ({ by: 'id', id, version: null }) as const;

const creation = { tenantId: DEFAULT_TENANT, startAt: [], awaited: null, tags: [], businessId: null } as const;

const publication = { tenantId: DEFAULT_TENANT, timeToLive: 0, messageId: '', variables: '{}' } as const;

const createActs = (loop: EngineLoop): EngineActs => ({
  send: (command) => sendTo(loop, command),
  refused(command) {
    const outcome = loop.run(command);
    if (outcome.kind === 'rejection') return outcome.rejection;
    throw failure(`'${command.kind}' was expected to be refused, but it was accepted`, loop.changes);
  },
  deploy: (...resources) =>
    sendTo<'deploy'>(loop, { kind: 'deploy', tenantId: DEFAULT_TENANT, resources: resources.map(readResource) }),
  create: (processId, variables = {}, options = {}) =>
    sendTo<'createInstance'>(loop, {
      kind: 'createInstance',
      process: latest(processId),
      variables: JSON.stringify(variables),
      ...creation,
      ...options,
    }),
  activate: (jobKey, timeout = 60_000) =>
    sendTo<'activateJob'>(loop, { kind: 'activateJob', jobKey, worker: 'test', timeout, fetchVariables: [] }),
  complete(type, variables = {}) {
    const [job, ...others] = jobsOf(loop, type);
    if (job === undefined || others.length > 0) {
      throw failure(
        `one open job of type '${type}' was expected, but there are ${jobsOf(loop, type).length}`,
        loop.changes,
      );
    }
    const command = {
      kind: 'completeJob',
      jobKey: job.key,
      variables: JSON.stringify(variables),
      result: null,
    } as const;
    sendTo<'completeJob'>(loop, command);
  },
  publish: (name, correlationKey, more = {}) =>
    void sendTo<'publishMessage'>(loop, { kind: 'publishMessage', name, correlationKey, ...publication, ...more }),
  broadcast: (name, variables = {}) =>
    void sendTo<'broadcastSignal'>(loop, {
      kind: 'broadcastSignal',
      tenantId: DEFAULT_TENANT,
      name,
      variables: JSON.stringify(variables),
    }),
  advance: (milliseconds) => advance(loop, milliseconds),
});

const advance = (loop: EngineLoop, milliseconds: number): void => {
  const until = loop.now + milliseconds;
  for (let [due] = dueCommands(loop.state); due !== undefined && due.at <= until; [due] = dueCommands(loop.state)) {
    loop.now = Math.max(loop.now, due.at);
    sendTo(loop, due.command);
  }
  loop.now = until;
};

const collect = <Entity>(
  { state }: EngineLoop,
  of: (tree: InstanceTree) => ReadonlyMap<string, Entity>,
): readonly Entity[] => Array.from(state.trees.values(), (tree) => [...of(tree).values()]).flat();

const jobsOf = (loop: EngineLoop, type?: string): readonly Job[] => {
  const jobs = collect(loop, (tree) => tree.jobs);
  return type === undefined ? jobs : jobs.filter((job) => job.type === type);
};

const createViews = (loop: EngineLoop): EngineViews => ({
  state: loop.state,
  now: () => loop.now,
  jobs: (type) => jobsOf(loop, type),
  userTasks: () => collect(loop, (tree) => tree.userTasks),
  incidents: () => collect(loop, (tree) => tree.incidents),
  subscriptions: () => collect(loop, (tree) => tree.subscriptions),
  active: () => collect(loop, (tree) => tree.elements).map(({ elementId }) => elementId),
  element(elementId) {
    const found = collect(loop, (tree) => tree.elements).find((element) => element.elementId === elementId);
    if (found === undefined) throw failure(`'${elementId}' was expected to be active, but it is not`, loop.changes);
    return found;
  },
  isActive: (key) => loop.state.tree(key)?.ended === false,
  variables: (scopeKey) => variablesOf(loop.changes, scopeKey),
  completed: (elementId) => completionsOf(loop.changes, elementId),
  settled: () => loop.settled,
  changes: () => loop.changes,
  story: () => writeStory(loop.changes),
  replay: () => replayChanges(loop.changes),
});

const variablesOf = (changes: readonly Change[], scopeKey: string): Values => {
  const values: Record<string, unknown> = {};
  for (const { events } of changes) {
    for (const event of events) {
      const isWrite = event.kind === 'variableCreated' || event.kind === 'variableUpdated';
      if (isWrite && event.scopeKey === scopeKey) values[event.name] = JSON.parse(event.value) as unknown;
    }
  }
  return values;
};

const completionsOf = (changes: readonly Change[], elementId: string): number => {
  const events = changes.flatMap((change) => (change.aggregate === 'tree' ? change.events : []));
  return events.filter((event) => event.kind === 'elementCompleted' && event.elementId === elementId).length;
};
