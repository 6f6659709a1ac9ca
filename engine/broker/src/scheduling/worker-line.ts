import type { ActivatedJob } from '@irisflow/protocol';

/** What a worker asks for, by poll or by stream. */
export interface JobRequest {
  readonly type: string;
  readonly worker: string;
  /** Milliseconds that the worker may take. */
  readonly timeout: number;
  /** Empty means all visible variables. */
  readonly fetchVariables: readonly string[];
  readonly tenantIds: ReadonlySet<string>;
}

/** Room for one job that a worker has set aside. */
export interface Place {
  /** This job is for the place once it is stored: what it weighs is known. Again, when it is decided anew. */
  take(job: ActivatedJob): void;
  /** The job after its commit, or null when there is none. */
  settle(job: ActivatedJob | null): void;
}

/** A worker that waits for jobs of one type. */
export interface Waiter {
  readonly request: JobRequest;
  /** Streams are served before polls: one message instead of one call. */
  readonly kind: 'stream' | 'poll';
  /** How many jobs it can take beside those that it set room aside for; 0 while its connection is full. */
  capacity(): number;
  /** Whether a place that it set aside can still be used, after what the others turned out to weigh. */
  hasRoom(): boolean;
  reserve(): Place;
}

/** Waiting workers of one type, served in turn. */
export interface WorkerLine {
  readonly isEmpty: boolean;
  add(waiter: Waiter): void;
  remove(waiter: Waiter): void;
  /** The next worker that can take a job of the tenant. */
  next(tenantId: string): Waiter | undefined;
}

const canTake = (waiter: Waiter, tenantId: string) => waiter.request.tenantIds.has(tenantId) && waiter.capacity() > 0;

export const createWorkerLine = (): WorkerLine => {
  // A Set keeps the order of insertion: who was served goes to the end.
  const waiters = { stream: new Set<Waiter>(), poll: new Set<Waiter>() };
  const nextIn = (line: Set<Waiter>, tenantId: string): Waiter | undefined => {
    for (const waiter of line) {
      if (!canTake(waiter, tenantId)) continue;
      line.delete(waiter);
      line.add(waiter);
      return waiter;
    }
    return undefined;
  };
  return {
    get isEmpty() {
      return waiters.stream.size + waiters.poll.size === 0;
    },
    add: (waiter) => void waiters[waiter.kind].add(waiter),
    remove: (waiter) => void waiters[waiter.kind].delete(waiter),
    next: (tenantId) => nextIn(waiters.stream, tenantId) ?? nextIn(waiters.poll, tenantId),
  };
};
