import type { Job } from '@irisflow/core';
import type { Database } from '@irisflow/database';
import type { ActivatedJob, JobKey } from '@irisflow/protocol';
import type { Effect } from '../effects/effect.ts';
import type { Claim, JobMarket } from '../pipeline/job-market.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { createJobShelves, type JobShelves, type ShelfView } from './job-shelves.ts';
import type { ReadyJob } from './ready-jobs.ts';
import type { JobRequest, Waiter } from './worker-line.ts';

/** Ready jobs that one worker is given at a time. */
const SERVING = 128;

/** The jobs that were handed out; `isOverloaded` when there were some and the engine could not. */
export interface Activation {
  readonly jobs: ActivatedJob[];
  readonly isOverloaded: boolean;
}

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

const commandFor = (jobKey: string, request: JobRequest): Claim['command'] => ({
  kind: 'activateJob',
  jobKey: jobKey as JobKey,
  worker: request.worker,
  timeout: request.timeout,
  fetchVariables: request.fetchVariables,
});

/**
 * Activates these jobs in one batch. A refused one was taken or canceled meanwhile, or its instance is suspended: then the
 * resumption brings it back. One that failed is still ready.
 */
const activateAll = async (
  { shelves, pipeline }: Counter,
  request: JobRequest,
  ready: readonly ReadyJob[],
): Promise<Activation> => {
  const outcomes = await Promise.all(
    ready.map(({ key }) => pipeline().submit<'activateJob'>(commandFor(key, request))),
  );
  const jobs: ActivatedJob[] = [];
  let failed = 0;
  outcomes.forEach((outcome, index) => {
    const job = ready[index];
    if (outcome.kind === 'reply') jobs.push(outcome.reply);
    if (outcome.kind !== 'failure' || job === undefined) return;
    failed += 1;
    shelves.add({ ...job, type: request.type });
  });
  return { jobs, isOverloaded: failed > 0 && jobs.length === 0 };
};

/** Where jobs are handed out over. */
interface Counter {
  readonly shelves: JobShelves;
  readonly pipeline: () => Pipeline;
}

const activate = async (counter: Counter, request: JobRequest, limit: number): Promise<Activation> => {
  for (;;) {
    const ready = await counter.shelves.take(request, limit);
    if (ready.length === 0) return { jobs: [], isOverloaded: false };
    const activation = await activateAll(counter, request, ready);
    if (activation.jobs.length > 0 || activation.isOverloaded) return activation;
  }
};

/** Gives ready jobs to a worker that can take some: after it came, after its connection drained, after a commit. */
const serve = async (counter: Counter, waiter: Waiter): Promise<void> => {
  const places = Math.min(waiter.capacity(), counter.shelves.count(waiter.request), SERVING);
  if (places <= 0) return;
  for (let place = 0; place < places; place += 1) waiter.reserve();
  let jobs: ActivatedJob[] = [];
  try {
    ({ jobs } = await activate(counter, waiter.request, places));
  } finally {
    for (let place = 0; place < places; place += 1) waiter.settle(jobs[place] ?? null);
  }
  if (jobs.length === places) await serve(counter, waiter);
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
  const startServing = (waiter: Waiter) =>
    void serve(counter, waiter).catch((thrown: unknown) =>
      onFailure('Expected to serve a worker, but could not', thrown),
    );

  return {
    claim: (job) => {
      const waiter = shelves.nextWaiter(job.type, job.tenantId);
      if (waiter === undefined) return null;
      waiter.reserve();
      return {
        command: commandFor(job.key, waiter.request),
        settle: (outcome) => waiter.settle(outcome.kind === 'reply' ? (outcome.reply as ActivatedJob) : null),
      };
    },
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
    rebuild: () => shelves.rebuild(),
    shelves: () => shelves.entries(),
  };
};
