import type { AnyReply, Command, Outcome } from '@irisflow/core';
import type { ActivatedJob, JobKey } from '@irisflow/protocol';
import { ENGINE_ITSELF } from '../pipeline/caller.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import type { Settled, SettledCommand, WorkHooks } from '../pipeline/work.ts';
import type { JobShelves } from './job-shelves.ts';
import type { ReadyJob } from './ready-jobs.ts';
import type { JobRequest, Place, Waiter } from './worker-line.ts';

/** Ready jobs that one worker is given at a time. */
const SERVING = 128;

/** Where jobs are handed out over. */
export interface Counter {
  readonly shelves: JobShelves;
  readonly pipeline: () => Pipeline;
}

/** The jobs that were handed out; `isOverloaded` when there were some and the engine could not. */
export interface Activation {
  readonly jobs: ActivatedJob[];
  readonly isOverloaded: boolean;
}

export const activationOf = (jobKey: string, request: JobRequest): Extract<Command, { kind: 'activateJob' }> => ({
  kind: 'activateJob',
  jobKey: jobKey as JobKey,
  worker: request.worker,
  timeout: request.timeout,
  fetchVariables: request.fetchVariables,
});

/** The job that the command handed out. */
export const jobIn = (outcome: Outcome | Settled<AnyReply>): ActivatedJob | null =>
  outcome.kind === 'reply' ? (outcome.reply as ActivatedJob) : null;

/**
 * Hands out a job that was taken from its shelf. A refused one was taken or canceled meanwhile, or its instance is suspended:
 * then the resumption brings it back. One that failed is still ready.
 */
const handOut = (
  { shelves, pipeline }: Counter,
  request: JobRequest,
  { key, tenantId }: ReadyJob,
  hooks: WorkHooks = {},
): Promise<SettledCommand<'activateJob'>> => {
  const job = { key, tenantId, type: request.type };
  return pipeline().submit<'activateJob'>(activationOf(key, request), [], ENGINE_ITSELF, {
    ...hooks,
    onDecided: (decided) => {
      shelves.decided(job);
      hooks.onDecided?.(decided);
    },
    onSettled: (settled) => {
      if (settled.kind === 'failure') shelves.add(job);
      hooks.onSettled?.(settled);
    },
  });
};

/** Hands out at most `limit` jobs that are ready, in one batch; none when there are none. */
export const activate = async (counter: Counter, request: JobRequest, limit: number): Promise<Activation> => {
  for (;;) {
    const ready = await counter.shelves.take(request, limit);
    if (ready.length === 0) return { jobs: [], isOverloaded: false };
    const outcomes = await Promise.all(ready.map((job) => handOut(counter, request, job)));
    const jobs = outcomes.map(jobIn).filter((job) => job !== null);
    if (jobs.length > 0) return { jobs, isOverloaded: false };
    if (outcomes.some(({ kind }) => kind === 'failure')) return { jobs, isOverloaded: true };
  }
};

/** Fills places that a worker set aside. Nothing is waited for when the jobs are in memory: they join the next batch. */
const fill = async (
  counter: Counter,
  waiter: Waiter,
  places: readonly Place[],
): Promise<SettledCommand<'activateJob'>[]> => {
  let ready: readonly ReadyJob[] = [];
  try {
    const found = counter.shelves.take(waiter.request, places.length);
    ready = found instanceof Promise ? await found : found;
  } finally {
    for (const place of places.slice(ready.length)) place.settle(null);
  }
  // Where one had to stay the newer ones stay too, though there may be room again by then.
  let isFull = false;
  const isWanted = () => {
    isFull ||= !waiter.hasRoom();
    return !isFull;
  };
  return Promise.all(
    ready.map((job, at) => {
      const place = places[at];
      return handOut(counter, waiter.request, job, {
        isWanted,
        onDecided: (decided) => {
          const decidedJob = jobIn(decided);
          if (decidedJob !== null) place?.take(decidedJob);
        },
        // At once: a new job that is claimed in the same batch comes after it.
        onSettled: (settled) => place?.settle(jobIn(settled)),
      });
    }),
  );
};

const isUnwanted = (outcome: SettledCommand<'activateJob'>): boolean =>
  outcome.kind === 'failure' && outcome.code === 'CANCELED';

/**
 * How serving a worker ended. `done`: it can take no more, or there is no more. `full`: jobs that were meant for it are there for
 * others. `failed`: the engine could not, and has to try again.
 */
export type Served = 'done' | 'full' | 'failed';

/** Gives ready jobs to a worker that can take some: after it came, after its connection drained, after a commit. */
export const serve = async (counter: Counter, waiter: Waiter): Promise<Served> => {
  let served: Served = 'done';
  for (;;) {
    const limit = Math.min(waiter.capacity(), counter.shelves.count(waiter.request), SERVING);
    if (limit <= 0) return served;
    const outcomes = await fill(
      counter,
      waiter,
      Array.from({ length: limit }, () => waiter.reserve()),
    );
    if (outcomes.length === 0) return served;
    if (outcomes.some((outcome) => outcome.kind === 'failure' && !isUnwanted(outcome))) return 'failed';
    served = outcomes.some(isUnwanted) ? 'full' : 'done';
  }
};
