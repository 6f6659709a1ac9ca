import {
  bucketId,
  type Change,
  type Command,
  decide,
  type Decision,
  type InstanceTree,
  type Job,
  type Outcome,
  route,
  type Settlement,
  type TreeEvent,
} from '@irisflow/core';
import type { JobKey, Key, ProcessInstanceKey } from '@irisflow/protocol';
import { randomFraction } from '../random-fraction.ts';
import type { ResourceContent } from '../storage/rows/definition-rows.ts';
import { type Caller, ENGINE_ITSELF } from './caller.ts';
import type { Loader } from './load-for.ts';
import type { LoadedState } from './loaded-state.ts';
import type { Work } from './work.ts';

/** A job that somebody waits for: handed out in the batch that made it activatable. */
export interface Claim {
  readonly command: Extract<Command, { kind: 'activateJob' }>;
  readonly settle: Work['settle'];
}

/** Who may want jobs at once. */
export interface JobMarket {
  /** A waiting worker for the job, or null. */
  claim(job: Job): Claim | null;
}

/** Work that goes on in a later batch. */
interface Continuation {
  readonly command: Command;
  /** As of {@link Work}. */
  readonly laps: number;
}

/** What one batch did in memory and still has to commit. */
export interface Batch {
  readonly now: number;
  readonly changes: Change[];
  readonly contents: ResourceContent[];
  readonly rootKeys: Set<ProcessInstanceKey>;
  readonly bucketIds: Set<string>;
  touchesDefinitions: boolean;
  /** Workers that wait for jobs of this batch. */
  readonly claims: Work[];
  readonly outcomes: { readonly work: Work; readonly outcome: Outcome }[];
  readonly settlements: Settlement[];
  /** Work that an instance could not finish within its budget. */
  readonly continuations: Continuation[];
  /** Jobs that became activatable and found no worker. */
  readonly readyJobs: Map<JobKey, Job>;
}

export interface BatchTools {
  readonly state: LoadedState;
  readonly loader: Loader;
  readonly market: JobMarket;
  readonly nextKey: <Noun extends string>() => Key<Noun>;
  readonly businessIds: 'any' | 'unique';
}

/** The engine itself failed on this work; everything that the batch did in memory has to go. */
export class WorkFailure extends Error {
  readonly work: Work;
  readonly rootKey: ProcessInstanceKey | null;

  constructor(work: Work, rootKey: ProcessInstanceKey | null, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'WorkFailure';
    this.work = work;
    this.rootKey = rootKey;
  }
}

export const createBatch = (now: number): Batch => ({
  now,
  changes: [],
  contents: [],
  rootKeys: new Set(),
  bucketIds: new Set(),
  touchesDefinitions: false,
  claims: [],
  outcomes: [],
  settlements: [],
  continuations: [],
  readyJobs: new Map(),
});

const none: Iterable<JobKey> = [];

/** The jobs that may be activatable after an event; a resumption brings back all of its tree. */
const releasedBy = (event: TreeEvent, { rootKey, jobs }: InstanceTree): Iterable<JobKey> => {
  switch (event.kind) {
    case 'jobCreated':
      return [event.job.key];
    case 'jobFailed':
    case 'jobTimedOut':
    case 'jobYielded':
    case 'jobRecovered':
      return [event.key];
    case 'instanceResumed':
      return event.key === rootKey ? jobs.keys() : none;
    default:
      return none;
  }
};

const noteReadyJobs = (batch: Batch, events: readonly TreeEvent[], tree: InstanceTree) => {
  if (tree.suspension !== null) {
    for (const key of tree.jobs.keys()) batch.readyJobs.delete(key);
    return;
  }
  for (const event of events) {
    for (const key of releasedBy(event, tree)) {
      const job = tree.jobs.get(key);
      if (job?.phase === 'activatable') batch.readyJobs.set(key, job);
    }
  }
};

/** Keeps the index of entities that commands can name in step with the trees. */
const indexEntity = (event: TreeEvent, rootKey: string, { index }: LoadedState) => {
  switch (event.kind) {
    case 'jobCreated':
      return index.add(event.job.key, rootKey);
    case 'userTaskCreated':
      return index.add(event.task.key, rootKey);
    case 'subscriptionOpened':
      return index.add(event.subscription.key, rootKey);
    case 'incidentCreated':
      return index.add(event.incident.key, rootKey);
    case 'jobCompleted':
    case 'jobCanceled':
    case 'userTaskCompleted':
    case 'userTaskCanceled':
    case 'subscriptionClosed':
    case 'incidentResolved':
      return index.remove(event.key);
    default:
      return undefined;
  }
};

const noteChange = (batch: Batch, change: Change, state: LoadedState) => {
  batch.changes.push(change);
  if (change.aggregate === 'tree') {
    batch.rootKeys.add(change.rootKey);
    for (const event of change.events) indexEntity(event, change.rootKey, state);
    const tree = state.tree(change.rootKey);
    if (tree !== undefined) noteReadyJobs(batch, change.events, tree);
  } else if (change.aggregate === 'bucket') batch.bucketIds.add(bucketId(change.ref));
  else batch.touchesDefinitions = true;
};

/** A tree that only ran out of budget lets others go first; one that waits for a definition goes on at once. */
const mayWait = (command: Command) =>
  command.kind === 'continueInstance' && command.definitionKeys.length === 0 && command.requirementsKeys.length === 0;

/** The tree of a command, for the incident that tells of our failure. */
const rootOf = (command: Command, state: LoadedState): ProcessInstanceKey | null => {
  const { entity, rootKey } = route(command, state.definitions);
  return rootKey ?? (entity === null ? null : (state.rootOf(entity.noun, entity.key) ?? null));
};

/**
 * How many follow-ups may lead to one another within a batch. Signals can wake each other for ever: what is deeper takes no step,
 * and its instances go on in a later batch, so that others get their turn.
 */
const MAX_DEPTH = 100;

/** Batches that such a chain may fill; then the instance that would go on with it shows an incident. */
const MAX_LAPS = 100;

/** A command with everything that it needs to be decided. */
interface Turn {
  readonly command: Command;
  readonly caller: Caller;
  /** How many follow-ups led here. */
  readonly depth: number;
  /** As of {@link Work}. */
  readonly laps: number;
}

/** Decides pieces of work one after the other, each with everything that follows from it. */
const createDecider = (batch: Batch, tools: BatchTools) => {
  const { state, loader } = tools;
  const context = { now: batch.now, nextKey: tools.nextKey, random: randomFraction, businessIds: tools.businessIds };
  const contextOf = ({ caller: { tenantIds, jobTypes = null }, depth, laps }: Turn) =>
    tenantIds === null && jobTypes === null && depth <= MAX_DEPTH && laps < MAX_LAPS
      ? context
      : {
          ...context,
          tenantIds,
          jobTypes,
          ...(depth > MAX_DEPTH ? { maxSteps: 0 } : {}),
          ...(laps < MAX_LAPS ? {} : { maxRounds: 0 }),
        };

  /** What follows from a command may reach further than its caller sees, but carries the name that the caller gave it. */
  const decideOne = async (turn: Turn): Promise<Decision> => {
    const { command, caller } = turn;
    const { operationReference } = caller;
    const loading = loader.load([command]);
    if (loading !== undefined) await loading;
    const decision = decide(command, state, contextOf(turn));
    for (const change of decision.changes) {
      noteChange(batch, operationReference === null ? change : { ...change, operationReference }, state);
    }
    batch.settlements.push(...decision.settled);
    return decision;
  };

  return async (work: Work): Promise<void> => {
    const { command, caller, laps = 0 } = work;
    const first = await decideOne({ command, caller, depth: 0, laps });
    batch.outcomes.push({ work, outcome: first.outcome });
    if (first.outcome.kind !== 'rejection') batch.contents.push(...work.contents);
    const consequences: Caller = { ...caller, tenantIds: null, jobTypes: null };
    const queue: Turn[] = [];
    const follow = ({ followUps }: Decision, depth: number) => {
      for (const next of followUps) {
        if (mayWait(next)) batch.continuations.push({ command: next, laps: depth > MAX_DEPTH ? laps + 1 : laps });
        else queue.push({ command: next, caller: consequences, depth, laps });
      }
    };
    follow(first, 1);
    for (let turn = queue.shift(); turn !== undefined; turn = queue.shift()) {
      follow(await decideOne(turn), turn.depth + 1);
    }
  };
};

const claimReadyJobs = async (batch: Batch, market: JobMarket, run: (work: Work) => Promise<void>) => {
  for (const [key, job] of batch.readyJobs) {
    if (job.phase !== 'activatable') batch.readyJobs.delete(key);
    const claim = job.phase === 'activatable' ? market.claim(job) : null;
    if (claim === null) continue;
    batch.readyJobs.delete(key);
    const work: Work = { command: claim.command, caller: ENGINE_ITSELF, contents: [], settle: claim.settle };
    batch.claims.push(work);
    await run(work);
  }
};

/** Decides works into the batch, in memory; fails with a {@link WorkFailure} when the engine is at fault. */
export const decideInto = async (batch: Batch, works: readonly Work[], tools: BatchTools): Promise<void> => {
  const loading = tools.loader.load(works.map(({ command }) => command));
  if (loading !== undefined) await loading;
  const decideWork = createDecider(batch, tools);
  const run = async (work: Work) => {
    try {
      await decideWork(work);
    } catch (thrown) {
      throw new WorkFailure(work, rootOf(work.command, tools.state), thrown);
    }
  };
  for (const work of works) await run(work);
  await claimReadyJobs(batch, tools.market, run);
};
