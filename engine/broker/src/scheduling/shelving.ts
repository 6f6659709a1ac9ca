import { createReadyJobs, type ReadyJobs } from './ready-jobs.ts';
import { createWorkerLine, type WorkerLine } from './worker-line.ts';

/** Jobs of one type and tenant that stay in memory while nobody works on them. */
export const WINDOW = 5_000;

/** What waits under one job type: jobs for workers, or workers for jobs. */
interface Shelf {
  readonly line: WorkerLine;
  /** Each tenant has jobs of its own: a crowd in one must not hide those of another. */
  readonly tenants: Map<string, ReadyJobs>;
}

/** One shelf a job type. */
export interface Shelving {
  line(type: string): WorkerLine | undefined;
  ready(type: string, tenantId: string): ReadyJobs | undefined;
  openLine(type: string): WorkerLine;
  openReady(type: string, tenantId: string): ReadyJobs;
  /** Takes a shelf away on which nothing lies and at which nobody waits: callers name the types, as many as they like. */
  tidy(type: string): void;
  entries(): Iterable<readonly [string, Shelf]>;
}

const isIdle = ({ size, hasMore, areOnTheirWay }: ReadyJobs) => size === 0 && !hasMore && !areOnTheirWay;

export const createShelving = (): Shelving => {
  const shelves = new Map<string, Shelf>();
  const open = (type: string): Shelf => {
    const shelf = shelves.get(type) ?? { line: createWorkerLine(), tenants: new Map() };
    shelves.set(type, shelf);
    return shelf;
  };
  return {
    line: (type) => shelves.get(type)?.line,
    ready: (type, tenantId) => shelves.get(type)?.tenants.get(tenantId),
    openLine: (type) => open(type).line,
    openReady: (type, tenantId) => {
      const { tenants } = open(type);
      const ready = tenants.get(tenantId) ?? createReadyJobs(WINDOW);
      tenants.set(tenantId, ready);
      return ready;
    },
    tidy: (type) => {
      const shelf = shelves.get(type);
      if (shelf === undefined) return;
      for (const [tenantId, ready] of shelf.tenants) if (isIdle(ready)) shelf.tenants.delete(tenantId);
      if (shelf.tenants.size === 0 && shelf.line.isEmpty) shelves.delete(type);
    },
    entries: () => shelves.entries(),
  };
};
