import type { Database } from '@irisflow/database';
import { loadActivatable, loadActivatableTypes } from '../storage/load/load-due.ts';
import { createReadyJobs, type ReadyJob, type ReadyJobs } from './ready-jobs.ts';
import { createWorkerLine, type JobRequest, type Waiter, type WorkerLine } from './worker-line.ts';

/** Jobs of one type and tenant that stay in memory while nobody works on them. */
const WINDOW = 5_000;

export interface JobShelves {
  /** The worker waits until it leaves. */
  join(waiter: Waiter): void;
  leave(waiter: Waiter): void;
  /** A waiting worker that can take such a job. */
  nextWaiter(type: string, tenantId: string): Waiter | undefined;
  /** A job that waits for a worker. */
  add(job: TypedJob): void;
  /** Workers may no longer have the job. */
  forget(key: string): void;
  /** How many jobs the worker may find; `Infinity` when some are only in the store. */
  count(request: JobRequest): number;
  /** Takes at most `limit` ready jobs, the tenants in turn, from the store when memory is used up. */
  take(request: JobRequest, limit: number): Promise<ReadyJob[]>;
  /** Reads which jobs are ready. */
  rebuild(): Promise<void>;
  /** What is in memory. */
  entries(): Iterable<ShelfView>;
}

type TypedJob = ReadyJob & { readonly type: string };

/** One shelf as it is now. */
export interface ShelfView {
  readonly type: string;
  readonly hasWorkers: boolean;
  readonly tenants: readonly {
    readonly tenantId: string;
    readonly keys: readonly string[];
    readonly hasMore: boolean;
  }[];
}

/** What waits under one job type: jobs for workers, or workers for jobs. */
interface Shelf {
  readonly line: WorkerLine;
  /** Each tenant has jobs of its own: a crowd in one must not hide those of another. */
  readonly ready: Map<string, ReadyJobs>;
}

/** The tenants of a request, beginning with another one each time. */
const inTurn = (tenantIds: ReadonlySet<string>, turn: number): readonly string[] => {
  const all = [...tenantIds];
  const first = turn % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
};

/** The shelves of all types. One on which nothing lies and at which nobody waits is taken away: callers name the types. */
const createRoom = () => {
  const shelves = new Map<string, Shelf>();
  return {
    shelves,
    shelfOf: (type: string): Shelf => {
      const shelf = shelves.get(type) ?? { line: createWorkerLine(), ready: new Map() };
      shelves.set(type, shelf);
      return shelf;
    },
    readyOf: ({ ready }: Shelf, tenantId: string): ReadyJobs => {
      const jobs = ready.get(tenantId) ?? createReadyJobs(WINDOW);
      ready.set(tenantId, jobs);
      return jobs;
    },
    tidy: (type: string): void => {
      const shelf = shelves.get(type);
      if (shelf === undefined) return;
      for (const [tenantId, { size, hasMore }] of shelf.ready) {
        if (size === 0 && !hasMore) shelf.ready.delete(tenantId);
      }
      if (shelf.ready.size === 0 && shelf.line.isEmpty) shelves.delete(type);
    },
  };
};

/** Creates the shelves, one a job type; a job that is only in the store is read when its turn comes. */
export const createJobShelves = (database: Database): JobShelves => {
  const { shelves, shelfOf, readyOf, tidy } = createRoom();
  /** Where each job lies. */
  const places = new Map<string, { readonly type: string; readonly ready: ReadyJobs }>();
  let turn = 0;
  const refill = async (
    ready: ReadyJobs,
    place: { readonly type: string; readonly tenantId: string; afterKey: string },
  ) => {
    const jobs = await loadActivatable(database, { ...place, limit: WINDOW });
    ready.refill(
      jobs.map(({ key }) => ({ key, tenantId: place.tenantId })),
      jobs.length < WINDOW ? 'complete' : 'more',
    );
    for (const { key } of jobs) places.set(key, { type: place.type, ready });
  };
  const takeOf = async (tenantId: string, type: string, limit: number) => {
    const ready = shelves.get(type)?.ready.get(tenantId);
    if (ready === undefined) return [];
    if (ready.size === 0 && ready.hasMore) await refill(ready, { type, tenantId, afterKey: ready.lastKey });
    const taken = ready.take(limit);
    for (const { key } of taken) places.delete(key);
    return taken;
  };
  return {
    join: (waiter) => shelfOf(waiter.request.type).line.add(waiter),
    leave: (waiter) => {
      shelves.get(waiter.request.type)?.line.remove(waiter);
      tidy(waiter.request.type);
    },
    nextWaiter: (type, tenantId) => shelves.get(type)?.line.next(tenantId),
    add: ({ key, type, tenantId }) => {
      const ready = readyOf(shelfOf(type), tenantId);
      if (ready.add({ key, tenantId }) === 'kept') places.set(key, { type, ready });
    },
    forget: (key) => {
      const place = places.get(key);
      if (place === undefined) return;
      place.ready.delete(key);
      places.delete(key);
      tidy(place.type);
    },
    count: ({ type, tenantIds }) => {
      const shelf = shelves.get(type);
      if (shelf === undefined) return 0;
      const counts = Array.from(tenantIds, (tenantId) => shelf.ready.get(tenantId));
      return counts.reduce((sum, ready) => sum + (ready === undefined ? 0 : ready.hasMore ? Infinity : ready.size), 0);
    },
    take: async ({ type, tenantIds }, limit) => {
      turn += 1;
      const taken: ReadyJob[] = [];
      for (const tenantId of inTurn(tenantIds, turn)) {
        if (taken.length < limit) taken.push(...(await takeOf(tenantId, type, limit - taken.length)));
      }
      tidy(type);
      return taken;
    },
    rebuild: async () => {
      for (const { type, tenant_id: tenantId } of await loadActivatableTypes(database)) {
        await refill(readyOf(shelfOf(type), tenantId), { type, tenantId, afterKey: '0' });
      }
    },
    entries: function* () {
      for (const [type, { line, ready }] of shelves) {
        const tenants = Array.from(ready, ([tenantId, jobs]) => ({
          tenantId,
          keys: jobs.keys(),
          hasMore: jobs.hasMore,
        }));
        yield { type, hasWorkers: !line.isEmpty, tenants };
      }
    },
  };
};
