import type { Database } from '@irisflow/database';
import { loadActivatable, loadActivatableTypes } from '../storage/load/load-due.ts';
import { createReadyJobs, type ReadyJob, type ReadyJobs } from './ready-jobs.ts';
import { createWorkerLine, type JobRequest, type WorkerLine } from './worker-line.ts';

/** Jobs of one type and tenant that stay in memory while nobody works on them. */
const WINDOW = 5_000;

/** What waits under one job type: jobs for workers, or workers for jobs. */
export interface Shelf {
  readonly line: WorkerLine;
  /** Each tenant has jobs of its own: a crowd in one must not hide those of another. */
  ready(tenantId: string): ReadyJobs;
}

export interface JobShelves {
  of(type: string): Shelf;
  find(type: string): Shelf | undefined;
  /** How many jobs the worker may find; `Infinity` when some are only in the store. */
  count(request: JobRequest): number;
  /** Takes at most `limit` ready jobs, the tenants in turn, from the store when memory is used up. */
  take(request: JobRequest, limit: number): Promise<ReadyJob[]>;
  /** Reads which jobs are ready. */
  rebuild(): Promise<void>;
}

const createShelf = (): Shelf => {
  const byTenant = new Map<string, ReadyJobs>();
  return {
    line: createWorkerLine(),
    ready: (tenantId) => {
      const known = byTenant.get(tenantId) ?? createReadyJobs(WINDOW);
      byTenant.set(tenantId, known);
      return known;
    },
  };
};

/** The tenants of a request, beginning with another one each time. */
const inTurn = (tenantIds: ReadonlySet<string>, turn: number): readonly string[] => {
  const all = [...tenantIds];
  const first = turn % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
};

/** Creates the shelves, one a job type; a job that is only in the store is read when its turn comes. */
export const createJobShelves = (database: Database): JobShelves => {
  const shelves = new Map<string, Shelf>();
  let turn = 0;
  const shelfOf = (type: string): Shelf => {
    const known = shelves.get(type) ?? createShelf();
    shelves.set(type, known);
    return known;
  };
  const refill = async (
    ready: ReadyJobs,
    place: { readonly type: string; readonly tenantId: string; afterKey: string },
  ) => {
    const jobs = await loadActivatable(database, { ...place, limit: WINDOW });
    ready.refill(
      jobs.map(({ key }) => ({ key, tenantId: place.tenantId })),
      jobs.length < WINDOW ? 'complete' : 'more',
    );
  };
  const takeOf = async (tenantId: string, type: string, limit: number) => {
    const ready = shelfOf(type).ready(tenantId);
    if (ready.size === 0 && ready.hasMore) await refill(ready, { type, tenantId, afterKey: ready.lastKey });
    return ready.take(limit);
  };
  return {
    of: shelfOf,
    find: (type) => shelves.get(type),
    count: ({ type, tenantIds }) => {
      const counts = Array.from(tenantIds, (tenantId) => shelfOf(type).ready(tenantId));
      return counts.reduce((sum, { size, hasMore }) => sum + (hasMore ? Infinity : size), 0);
    },
    take: async ({ type, tenantIds }, limit) => {
      turn += 1;
      const taken: ReadyJob[] = [];
      for (const tenantId of inTurn(tenantIds, turn)) {
        if (taken.length < limit) taken.push(...(await takeOf(tenantId, type, limit - taken.length)));
      }
      return taken;
    },
    rebuild: async () => {
      for (const { type, tenant_id: tenantId } of await loadActivatableTypes(database)) {
        await refill(shelfOf(type).ready(tenantId), { type, tenantId, afterKey: '0' });
      }
    },
  };
};
