/** A job that waits for a worker. */
export interface ReadyJob {
  readonly key: string;
  readonly tenantId: string;
}

/** The activatable jobs of one type and tenant in order of creation, as far as they are in memory. */
export interface ReadyJobs {
  readonly size: number;
  /** A job beyond the window stays in the store alone. */
  add(job: ReadyJob): 'kept' | 'left';
  delete(key: string): void;
  keys(): readonly string[];
  /** Takes at most `limit` of the oldest jobs. */
  take(limit: number): ReadyJob[];
  /** Whether older jobs than those in memory, or newer ones, are only in the store. */
  readonly hasMore: boolean;
  /** Key after which the store has more. */
  readonly lastKey: string;
  /** Continues with what the store had after `lastKey`; fewer than asked for means that there is no more. */
  refill(jobs: readonly ReadyJob[], outcome: 'complete' | 'more'): void;
}

/** Creates a queue that keeps at most `limit` jobs in memory; the rest stays in the store until it is asked for. */
export const createReadyJobs = (limit: number): ReadyJobs => {
  // Keys ascend with time, so that appending keeps the order; a job that comes back is older and makes it sort again.
  const jobs = new Map<string, ReadyJob>();
  let isSorted = true;
  let hasMore = false;
  let lastKey = '0';

  const append = (job: ReadyJob) => {
    if (jobs.has(job.key)) return;
    if (job.key < lastKey) isSorted = false;
    else lastKey = job.key;
    jobs.set(job.key, job);
  };

  const sort = () => {
    if (isSorted) return;
    const entries = [...jobs].toSorted(([a], [b]) => (a < b ? -1 : 1));
    jobs.clear();
    for (const [key, job] of entries) jobs.set(key, job);
    isSorted = true;
  };

  return {
    get size() {
      return jobs.size;
    },
    get hasMore() {
      return hasMore;
    },
    get lastKey() {
      return lastKey;
    },
    add: (job) => {
      // Beyond the window only older jobs enter: newer ones are found in the store when their turn comes.
      if ((hasMore || jobs.size >= limit) && job.key > lastKey) {
        hasMore = true;
        return 'left';
      }
      append(job);
      return 'kept';
    },
    delete: (key) => void jobs.delete(key),
    keys: () => [...jobs.keys()],
    take: (count) => {
      sort();
      const taken: ReadyJob[] = [];
      for (const job of jobs.values()) {
        if (taken.length >= count) break;
        taken.push(job);
      }
      for (const { key } of taken) jobs.delete(key);
      return taken;
    },
    refill: (more, outcome) => {
      for (const job of more) append(job);
      hasMore = outcome === 'more';
    },
  };
};
