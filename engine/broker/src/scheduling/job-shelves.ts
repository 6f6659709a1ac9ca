import type { Database } from '@irisflow/database';
import { loadActivatable, loadActivatableTypes } from '../storage/load/load-due.ts';
import type { ReadyJob, ReadyJobs } from './ready-jobs.ts';
import { createShelving, WINDOW } from './shelving.ts';
import type { JobRequest, Waiter } from './worker-line.ts';

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

export interface JobShelves {
  /** The worker waits until it leaves. */
  join(waiter: Waiter): void;
  leave(waiter: Waiter): void;
  /** A waiting worker that can take such a job. */
  nextWaiter(type: string, tenantId: string): Waiter | undefined;
  /** A job that waits for a worker, also one that was taken and comes back. */
  add(job: TypedJob): void;
  /** A job that was taken is a worker's now, or gone. */
  decided(job: TypedJob): void;
  /** Workers may no longer have the job. */
  forget(key: string): void;
  /** How many jobs the worker may find; `Infinity` when some are only in the store. */
  count(request: JobRequest): number;
  /** The oldest job up to this new one; null when older ones are on their way or have to be read first. */
  firstUpTo(job: TypedJob): ReadyJob | null;
  /** Takes at most `limit` ready jobs, the tenants in turn: at once, or from the store when memory is used up. */
  take(request: JobRequest, limit: number): readonly ReadyJob[] | Promise<readonly ReadyJob[]>;
  /** Takes the oldest job of the type and tenant. */
  takeFirst(type: string, tenantId: string): void;
  /** Reads which jobs are ready. */
  rebuild(): Promise<void>;
  /** What is in memory. */
  entries(): Iterable<ShelfView>;
}

/** The tenants of a request, beginning with another one each time. */
const inTurn = (tenantIds: ReadonlySet<string>, turn: number): readonly string[] => {
  const all = [...tenantIds];
  const first = turn % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
};

const countOf = (ready: ReadyJobs | undefined): number => {
  if (ready === undefined) return 0;
  return ready.hasMore ? Infinity : ready.size;
};

const firstUpTo = (ready: ReadyJobs | undefined, job: ReadyJob): ReadyJob | null => {
  if (ready === undefined) return job;
  const { first, areOnTheirWay, hasMore } = ready;
  if (areOnTheirWay || (first === undefined && hasMore)) return null;
  return first !== undefined && first.key < job.key ? first : job;
};

const createStock = (database: Database) => {
  const shelving = createShelving();
  /** Where each job lies. */
  const places = new Map<string, { readonly type: string; readonly ready: ReadyJobs }>();
  const refill = async (type: string, tenantId: string, afterKey: string) => {
    const ready = shelving.openReady(type, tenantId);
    const jobs = await loadActivatable(database, { type, tenantId, afterKey, limit: WINDOW });
    ready.refill(
      jobs.map(({ key }) => ({ key, tenantId })),
      jobs.length < WINDOW ? 'complete' : 'more',
    );
    for (const { key } of jobs) places.set(key, { type, ready });
  };
  const takeFrom = (type: string, tenantIds: readonly string[], limit: number): readonly ReadyJob[] => {
    const taken: ReadyJob[] = [];
    for (const tenantId of tenantIds) {
      taken.push(...(shelving.ready(type, tenantId)?.take(limit - taken.length) ?? []));
    }
    for (const { key } of taken) places.delete(key);
    return taken;
  };
  /** Of the first tenant that has more in the store. */
  const takeFromStore = async (type: string, tenantIds: readonly string[], limit: number) => {
    for (const tenantId of tenantIds) {
      const ready = shelving.ready(type, tenantId);
      if (ready?.hasMore !== true) continue;
      await refill(type, tenantId, ready.lastKey);
      const taken = takeFrom(type, [tenantId], limit);
      if (taken.length > 0) return taken;
    }
    return [];
  };
  return { shelving, places, refill, takeFrom, takeFromStore };
};

/** Creates the shelves, one a job type; a job that is only in the store is read when its turn comes. */
export const createJobShelves = (database: Database): JobShelves => {
  const { shelving, places, refill, takeFrom, takeFromStore } = createStock(database);
  let turn = 0;
  return {
    join: (waiter) => shelving.openLine(waiter.request.type).add(waiter),
    leave: (waiter) => {
      shelving.line(waiter.request.type)?.remove(waiter);
      shelving.tidy(waiter.request.type);
    },
    nextWaiter: (type, tenantId) => shelving.line(type)?.next(tenantId),
    add: ({ key, type, tenantId }) => {
      const ready = shelving.openReady(type, tenantId);
      if (ready.add({ key, tenantId }) === 'kept') places.set(key, { type, ready });
    },
    decided: ({ key, type, tenantId }) => {
      shelving.ready(type, tenantId)?.decided(key);
      shelving.tidy(type);
    },
    forget: (key) => {
      const place = places.get(key);
      if (place === undefined) return;
      place.ready.delete(key);
      places.delete(key);
      shelving.tidy(place.type);
    },
    count: ({ type, tenantIds }) =>
      Array.from(tenantIds, (tenantId) => countOf(shelving.ready(type, tenantId))).reduce(
        (sum, count) => sum + count,
        0,
      ),
    firstUpTo: (job) => firstUpTo(shelving.ready(job.type, job.tenantId), job),
    take: ({ type, tenantIds }, limit) => {
      turn += 1;
      const tenants = inTurn(tenantIds, turn);
      const taken = takeFrom(type, tenants, limit);
      return taken.length > 0 ? taken : takeFromStore(type, tenants, limit);
    },
    takeFirst: (type, tenantId) => void takeFrom(type, [tenantId], 1),
    rebuild: async () => {
      for (const { type, tenant_id: tenantId } of await loadActivatableTypes(database)) {
        await refill(type, tenantId, '0');
      }
    },
    entries: function* () {
      for (const [type, shelf] of shelving.entries()) {
        const tenants = Array.from(shelf.tenants, ([tenantId, jobs]) => ({
          tenantId,
          keys: jobs.keys(),
          hasMore: jobs.hasMore,
        }));
        yield { type, hasWorkers: !shelf.line.isEmpty, tenants };
      }
    },
  };
};
