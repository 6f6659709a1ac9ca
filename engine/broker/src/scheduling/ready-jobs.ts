/** A job that waits for a worker. */
export interface ReadyJob {
  readonly key: string;
  readonly tenantId: string;
}

/** The activatable jobs of one type and tenant in order of creation, as far as they are in memory. */
export interface ReadyJobs {
  readonly size: number;
  /** The oldest one. */
  readonly first: ReadyJob | undefined;
  /** A job beyond the window stays in the store alone. */
  add(job: ReadyJob): 'kept' | 'left';
  delete(key: string): void;
  keys(): readonly string[];
  /** Takes at most `limit` of the oldest jobs. Each is on its way until it is added again or decided about. */
  take(limit: number): ReadyJob[];
  /** A job that was taken is a worker's now, or gone. */
  decided(key: string): void;
  /** Whether jobs are on their way to a worker; a newer one must not overtake them. */
  readonly areOnTheirWay: boolean;
  /** Whether older jobs than those in memory, or newer ones, are only in the store. */
  readonly hasMore: boolean;
  /** Key after which the store has more. */
  readonly lastKey: string;
  /** Continues with what the store had after `lastKey`; fewer than asked for means that there is no more. */
  refill(jobs: readonly ReadyJob[], outcome: 'complete' | 'more'): void;
}

/** Jobs by key, in order. Keys ascend with time, so that appending keeps the order; a job that comes back is older and makes it sort again. */
const createSortedJobs = () => {
  const jobs = new Map<string, ReadyJob>();
  let isSorted = true;
  let lastKey = '0';
  const sort = (): void => {
    if (isSorted) return;
    const entries = [...jobs].toSorted(([a], [b]) => (a < b ? -1 : 1));
    jobs.clear();
    for (const [key, job] of entries) jobs.set(key, job);
    isSorted = true;
  };
  return {
    size: () => jobs.size,
    lastKey: () => lastKey,
    delete: (key: string) => void jobs.delete(key),
    keys: () => [...jobs.keys()],
    inOrder: (): IterableIterator<ReadyJob> => {
      sort();
      return jobs.values();
    },
    add: (job: ReadyJob): void => {
      if (jobs.has(job.key)) return;
      if (job.key < lastKey) isSorted = false;
      else lastKey = job.key;
      jobs.set(job.key, job);
    },
  };
};

/** Creates a queue that keeps at most `limit` jobs in memory; the rest stays in the store until it is asked for. */
export const createReadyJobs = (limit: number): ReadyJobs => {
  const jobs = createSortedJobs();
  const onTheirWay = new Set<string>();
  let hasMore = false;
  return {
    get size() {
      return jobs.size();
    },
    get first() {
      return jobs.inOrder().next().value;
    },
    get areOnTheirWay() {
      return onTheirWay.size > 0;
    },
    get hasMore() {
      return hasMore;
    },
    get lastKey() {
      return jobs.lastKey();
    },
    add: (job) => {
      onTheirWay.delete(job.key);
      // Beyond the window only older jobs enter: newer ones are found in the store when their turn comes.
      if ((hasMore || jobs.size() >= limit) && job.key > jobs.lastKey()) {
        hasMore = true;
        return 'left';
      }
      jobs.add(job);
      return 'kept';
    },
    delete: (key) => jobs.delete(key),
    keys: () => jobs.keys(),
    take: (count) => {
      const taken: ReadyJob[] = [];
      for (const job of jobs.inOrder()) {
        if (taken.length >= count) break;
        taken.push(job);
      }
      for (const { key } of taken) {
        jobs.delete(key);
        onTheirWay.add(key);
      }
      return taken;
    },
    decided: (key) => void onTheirWay.delete(key),
    refill: (more, outcome) => {
      for (const job of more) if (!onTheirWay.has(job.key)) jobs.add(job);
      hasMore = outcome === 'more';
    },
  };
};
