import type { Job } from '@irisflow/core';
import type { Database } from '@irisflow/database';
import type { JobKey } from '@irisflow/protocol';
import type { Effect } from '../effects/effect.ts';
import type { Claim, JobMarket } from '../pipeline/job-market.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { createJobShelves, type ShelfView } from './job-shelves.ts';
import { activate, type Activation, activationOf, type Counter, jobIn, serve } from './serve-worker.ts';
import type { JobRequest, Waiter } from './worker-line.ts';

/** Pause before a worker is served again whose jobs could not be stored as handed out, in milliseconds. */
const RETRY = 1_000;

export interface JobDispatcher extends JobMarket {
  /** Hands out at most `limit` jobs that are ready; the answer is empty when there are none. */
  activate(request: JobRequest, limit: number): Promise<Activation>;
  wait(waiter: Waiter): void;
  leave(waiter: Waiter): void;
  /** The worker cannot be reached: the job is offered to others. */
  giveBack(jobKey: JobKey): void;
  /** Follows a committed batch: what happened to jobs, and those that found no worker. */
  follow(effects: readonly Effect[], readyJobs: Iterable<Job>): void;
  /** Reads the store anew: at start, and when it is unknown what was committed. */
  rebuild(): Promise<void>;
  /** The ready jobs that are in memory. */
  shelves(): Iterable<ShelfView>;
}

/** A waiting worker takes the oldest job up to this new one in the batch that makes it: a new job overtakes none. */
const claim = ({ shelves }: Counter, job: Job): Claim | null => {
  const { type, tenantId } = job;
  const oldest = shelves.firstUpTo(job);
  if (oldest === null) return null;
  const waiter = shelves.nextWaiter(type, tenantId);
  if (waiter === undefined) return null;
  const { key } = oldest;
  const isNew = key === job.key;
  if (!isNew) shelves.takeFirst(type, tenantId);
  const place = waiter.reserve();
  return {
    command: activationOf(key, waiter.request),
    onDecided: (outcome) => {
      if (!isNew) shelves.decided({ key, type, tenantId });
      const decided = jobIn(outcome);
      if (decided !== null) place.take(decided);
    },
    settle: (outcome) => {
      // A new job whose batch failed is not there.
      if (!isNew && outcome.kind === 'failure') shelves.add({ key, type, tenantId });
      place.settle(jobIn(outcome));
    },
  };
};

/** Serves each worker one time at once, so that its jobs keep their order. */
const createServing = (counter: Counter, onFailure: DispatcherOptions['onFailure']) => {
  /** Workers that are being served, and whether something happened meanwhile. */
  const serving = new Map<Waiter, 'alone' | 'again'>();
  const { shelves } = counter;
  const serveOthers = ({ request: { type, tenantIds } }: Waiter): void => {
    for (const tenantId of tenantIds) {
      const other = shelves.nextWaiter(type, tenantId);
      if (other !== undefined) start(other);
    }
  };
  const run = async (waiter: Waiter): Promise<void> => {
    const served = await serve(counter, waiter).catch((thrown: unknown) => {
      onFailure('Expected to serve a worker, but could not', thrown);
      return 'failed' as const;
    });
    const isAsked = serving.get(waiter) === 'again';
    serving.delete(waiter);
    if (served === 'failed') setTimeout(() => start(waiter), RETRY).unref();
    else if (isAsked) start(waiter);
    if (served === 'full') serveOthers(waiter);
  };
  const start = (waiter: Waiter): void => {
    if (serving.has(waiter)) return void serving.set(waiter, 'again');
    serving.set(waiter, 'alone');
    void run(waiter);
  };
  return start;
};

export interface DispatcherOptions {
  readonly database: Database;
  /** Late, because the pipeline asks the dispatcher for claims. */
  readonly pipeline: () => Pipeline;
  readonly onFailure: (message: string, cause: unknown) => void;
}

/** Brings jobs and workers together: waiting workers take jobs in the batch that creates them, other jobs queue here. */
export const createJobDispatcher = ({ database, pipeline, onFailure }: DispatcherOptions): JobDispatcher => {
  const shelves = createJobShelves(database);
  const counter: Counter = { shelves, pipeline };
  const startServing = createServing(counter, onFailure);

  return {
    claim: (job) => claim(counter, job),
    activate: (request, limit) => activate(counter, request, limit),
    wait: (waiter) => {
      shelves.join(waiter);
      startServing(waiter);
    },
    leave: (waiter) => shelves.leave(waiter),
    giveBack: (jobKey) => void pipeline().submit<'yieldJob'>({ kind: 'yieldJob', jobKey }),
    follow: (effects, readyJobs) => {
      for (const { closes, withholds } of effects) {
        if (closes !== undefined) shelves.forget(closes);
        for (const key of withholds ?? []) shelves.forget(key);
      }
      for (const job of readyJobs) {
        shelves.add(job);
        // A worker may have begun to wait while the batch that made this job was on its way to the store.
        const waiter = shelves.nextWaiter(job.type, job.tenantId);
        if (waiter !== undefined) startServing(waiter);
      }
    },
    rebuild: async () => {
      await shelves.rebuild();
      for (const { type, tenants } of shelves.entries()) {
        for (const { tenantId } of tenants) {
          const waiter = shelves.nextWaiter(type, tenantId);
          if (waiter !== undefined) startServing(waiter);
        }
      }
    },
    shelves: () => shelves.entries(),
  };
};
