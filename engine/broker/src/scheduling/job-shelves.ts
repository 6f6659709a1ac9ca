import type { Database } from '@irisflow/database';
import { loadActivatable, loadActivatableTypes } from '../storage/load/load-due.ts';
import { createReadyJobs, type ReadyJob, type ReadyJobs } from './ready-jobs.ts';
import { createWorkerLine, type JobRequest, type WorkerLine } from './worker-line.ts';

/** Jobs of one type that stay in memory while nobody works on them. */
const WINDOW = 5_000;

/** What waits under one job type: jobs for workers, or workers for jobs. */
export interface Shelf {
  readonly ready: ReadyJobs;
  readonly line: WorkerLine;
}

export interface JobShelves {
  of(type: string): Shelf;
  find(type: string): Shelf | undefined;
  /** Takes at most `limit` ready jobs, from the store when memory is used up. */
  take(request: JobRequest, limit: number): Promise<ReadyJob[]>;
  /** Reads which jobs are ready. */
  rebuild(): Promise<void>;
}

export const createJobShelves = (database: Database): JobShelves => {
  const shelves = new Map<string, Shelf>();
  const shelfOf = (type: string): Shelf => {
    const known = shelves.get(type);
    if (known !== undefined) return known;
    const shelf = { ready: createReadyJobs(WINDOW), line: createWorkerLine() };
    shelves.set(type, shelf);
    return shelf;
  };
  const refill = async (type: string, { ready }: Shelf, afterKey: string) => {
    const jobs = await loadActivatable(database, { type, afterKey, limit: WINDOW });
    ready.refill(
      jobs.map(({ key, tenant_id: tenantId }) => ({ key, tenantId })),
      jobs.length < WINDOW ? 'complete' : 'more',
    );
  };
  return {
    of: shelfOf,
    find: (type) => shelves.get(type),
    take: async (request, limit) => {
      const shelf = shelfOf(request.type);
      if (shelf.ready.size === 0 && shelf.ready.hasMore) await refill(request.type, shelf, shelf.ready.lastKey);
      return shelf.ready.take(limit, request.tenantIds);
    },
    rebuild: async () => {
      for (const type of await loadActivatableTypes(database)) await refill(type, shelfOf(type), '0');
    },
  };
};
