import type { Job } from '@irisflow/core';
import type { Database } from '@irisflow/database';
import type { ActivatedJob, JobKey } from '@irisflow/protocol';
import type { Claim, JobMarket } from '../pipeline/batch.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import type { Settled, SettledCommand } from '../pipeline/work.ts';
import { loadActivatable, loadActivatableTypes } from '../storage/load/load-due.ts';
import { createReadyJobs, type ReadyJob, type ReadyJobs } from './ready-jobs.ts';
import { createWorkerLine, type JobRequest, type Waiter, type WorkerLine } from './worker-line.ts';

/** Jobs of one type that stay in memory while nobody works on them. */
const WINDOW = 5_000;
/** Ready jobs that one worker is given at a time. */
const SERVING = 128;

export type Activation = Extract<Settled<ActivatedJob>, { kind: 'reply' | 'failure' }>;

export interface JobDispatcher extends JobMarket {
  /** Hands out at most `limit` jobs that are ready; the answer is empty when there are none. */
  activate(
    request: JobRequest,
    limit: number,
  ): Promise<{ readonly jobs: ActivatedJob[]; readonly isOverloaded: boolean }>;
  wait(waiter: Waiter): void;
  leave(waiter: Waiter): void;
  /** The worker cannot be reached: the job is offered to others. */
  giveBack(jobKey: JobKey): void;
  /** Jobs of a committed batch that found no worker. */
  addReady(jobs: Iterable<Job>): void;
  /** Reads the store anew: at start, and when it is unknown what was committed. */
  rebuild(): Promise<void>;
}

interface Shelf {
  readonly ready: ReadyJobs;
  readonly line: WorkerLine;
}

const commandFor = (jobKey: string, request: JobRequest): Claim['command'] => ({
  kind: 'activateJob',
  jobKey: jobKey as JobKey,
  worker: request.worker,
  timeout: request.timeout,
  fetchVariables: request.fetchVariables,
});

export interface DispatcherOptions {
  readonly database: Database;
  /** Late, because the pipeline asks the dispatcher for claims. */
  readonly pipeline: () => Pipeline;
}

/** Brings jobs and workers together: waiting workers take jobs in the batch that creates them, other jobs queue here. */
export const createJobDispatcher = ({ database, pipeline }: DispatcherOptions): JobDispatcher => {
  const shelves = new Map<string, Shelf>();
  const shelfOf = (type: string): Shelf => {
    const known = shelves.get(type);
    if (known !== undefined) return known;
    const shelf = { ready: createReadyJobs(WINDOW), line: createWorkerLine() };
    shelves.set(type, shelf);
    return shelf;
  };

  const refill = async (type: string, { ready }: Shelf) => {
    const jobs = await loadActivatable(database, { type, afterKey: ready.lastKey, limit: WINDOW });
    ready.refill(
      jobs.map(({ key, tenant_id: tenantId }) => ({ key, tenantId })),
      jobs.length < WINDOW ? 'complete' : 'more',
    );
  };

  const take = async (request: JobRequest, limit: number) => {
    const shelf = shelfOf(request.type);
    if (shelf.ready.size === 0 && shelf.ready.hasMore) await refill(request.type, shelf);
    return shelf.ready.take(limit, request.tenantIds);
  };

  const activate: JobDispatcher['activate'] = async (request, limit) => {
    for (let keys = await take(request, limit); keys.length > 0; keys = await take(request, limit)) {
      const outcomes: SettledCommand<'activateJob'>[] = await Promise.all(
        keys.map(({ key }) => pipeline().submit<'activateJob'>(commandFor(key, request))),
      );
      const jobs = outcomes.flatMap((outcome) => (outcome.kind === 'reply' ? [outcome.reply] : []));
      // A refused job was taken or canceled meanwhile; one that failed is still ready.
      keys.forEach((job, index) => {
        if (outcomes[index]?.kind === 'failure') shelfOf(request.type).ready.add(job);
      });
      const hasFailed = outcomes.some(({ kind }) => kind === 'failure');
      if (jobs.length > 0 || hasFailed) return { jobs, isOverloaded: hasFailed && jobs.length === 0 };
    }
    return { jobs: [], isOverloaded: false };
  };

  /** A worker that can take jobs while some are ready: after it came, after its connection drained, after a commit. */
  const serve = async (waiter: Waiter): Promise<void> => {
    const { ready } = shelfOf(waiter.request.type);
    const places = Math.min(waiter.capacity(), ready.hasMore ? SERVING : ready.size, SERVING);
    if (places <= 0) return;
    for (let place = 0; place < places; place += 1) waiter.reserve();
    const { jobs } = await activate(waiter.request, places);
    for (let place = 0; place < places; place += 1) waiter.settle(jobs[place] ?? null);
    if (jobs.length === places) await serve(waiter);
  };

  /** A worker may have begun to wait while the batch that made these jobs was on its way to the store. */
  const offer = (job: ReadyJob & { readonly type: string }) => {
    const { ready, line } = shelfOf(job.type);
    ready.add(job);
    const waiter = line.next(job.tenantId);
    if (waiter !== undefined) void serve(waiter);
  };

  return {
    claim: (job) => {
      const waiter = shelves.get(job.type)?.line.next(job.tenantId);
      if (waiter === undefined) return null;
      waiter.reserve();
      return {
        command: commandFor(job.key, waiter.request),
        settle: (outcome) => waiter.settle(outcome.kind === 'reply' ? (outcome.reply as ActivatedJob) : null),
      };
    },
    activate,
    wait: (waiter) => {
      shelfOf(waiter.request.type).line.add(waiter);
      void serve(waiter);
    },
    leave: (waiter) => shelfOf(waiter.request.type).line.remove(waiter),
    giveBack: (jobKey) => void pipeline().submit<'yieldJob'>({ kind: 'yieldJob', jobKey }),
    addReady: (jobs) => {
      for (const { key, type, tenantId } of jobs) offer({ key, type, tenantId });
    },
    rebuild: async () => {
      for (const type of await loadActivatableTypes(database)) await refill(type, shelfOf(type));
    },
  };
};
