import type { Database } from '@irisflow/database';
import { checkMemory } from './checking/check-memory.ts';
import type { Clock } from './clock.ts';
import type { RecordFeed } from './exporter/record-feed.ts';
import { createPipeline, type Pipeline } from './pipeline/pipeline.ts';
import { createJobDispatcher, type JobDispatcher } from './scheduling/job-dispatcher.ts';
import { createScheduler } from './scheduling/scheduler.ts';
import { loadUnfinished } from './pipeline/load-unfinished.ts';
import { acquireTenure, releaseTenure, renewTenure, type Tenure } from './storage/partition.ts';

/** What leads: everything that lives from taking the lease to losing it. */
export interface Leader {
  readonly pipeline: Pipeline;
  readonly dispatcher: JobDispatcher;
  /** See {@link checkMemory}. */
  checkMemory(): Promise<string[]>;
  stop(): Promise<void>;
}

export interface Leadership {
  /** Null while another process is the writer. */
  readonly leader: Leader | null;
  stop(): Promise<void>;
}

export interface LeadershipOptions {
  readonly database: Database;
  /** Names this process in the lease. */
  readonly holder: string;
  readonly clock: Clock;
  readonly feed: RecordFeed;
  readonly onFailure: (message: string, cause: unknown) => void;
  readonly businessIds: 'any' | 'unique';
}

/** How often the lease is renewed, or asked for, in milliseconds: a third of its length. */
const HEARTBEAT = 1_000;

const startLeader = async (options: LeadershipOptions, tenure: Tenure, onLost: () => void): Promise<Leader> => {
  const { database, clock, feed, onFailure, businessIds } = options;
  // The pipeline asks the dispatcher for claims and tells the scheduler of events; both submit commands to it.
  const late: { pipeline?: Pipeline } = {};
  const pipelineOf = (): Pipeline => {
    if (late.pipeline === undefined) throw new TypeError('Expected the pipeline to be started, but it is not yet');
    return late.pipeline;
  };
  const dispatcher = createJobDispatcher({ database, pipeline: pipelineOf, onFailure });
  const scheduler = createScheduler({ database, clock, pipeline: pipelineOf, onFailure });
  let isStopped = false;
  const rebuild = async () => {
    await dispatcher.rebuild();
    await scheduler.rebuild();
  };
  /** What a lost answer may have committed is only in the store: it is read as soon as the store answers. */
  const rebuildUntilDone = async (): Promise<void> => {
    try {
      await rebuild();
    } catch (thrown) {
      onFailure('Expected to read the open work, but could not', thrown);
      if (!isStopped) setTimeout(() => void rebuildUntilDone(), HEARTBEAT).unref();
    }
  };
  const pipeline = await createPipeline({
    database,
    tenure,
    now: () => clock.now(),
    market: dispatcher,
    businessIds,
    listener: {
      committed: (batch, records) => {
        dispatcher.follow(batch.effects, batch.readyJobs.values());
        scheduler.follow(batch.effects);
        feed.publish(records, batch.now, (rootKey) => pipelineOf().state.tree(rootKey));
      },
      uncertain: () => void rebuildUntilDone(),
      lost: onLost,
      failed: onFailure,
    },
  });
  late.pipeline = pipeline;
  await rebuild();
  for (const command of await loadUnfinished(database)) void pipeline.submit(command);
  return {
    pipeline,
    dispatcher,
    checkMemory: () => checkMemory({ database, pipeline, scheduler, dispatcher, now: () => clock.now() }),
    stop: async () => {
      isStopped = true;
      scheduler.stop();
      await pipeline.stop();
    },
  };
};

/** Takes the lease when it is free, keeps it, and starts over when it is lost. */
export const createLeadership = async (options: LeadershipOptions): Promise<Leadership> => {
  const { database, holder, onFailure } = options;
  let leader: Leader | null = null;
  let epoch: string | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  let beating: Promise<void> = Promise.resolve();

  const resign = () => {
    void leader?.stop();
    leader = null;
    epoch = null;
  };

  const campaign = async () => {
    const tenure = await acquireTenure(database, holder);
    if (tenure === null) return;
    epoch = tenure.epoch;
    leader = await startLeader(options, tenure, resign);
  };

  const beat = async () => {
    try {
      if (epoch === null) await campaign();
      else if ((await renewTenure(database, epoch)) === null) resign();
    } catch (thrown) {
      onFailure('Expected to keep the lease, but the store does not answer', thrown);
    }
    if (!isStopped) beatLater();
  };

  const beatLater = () => {
    timer = setTimeout(() => {
      beating = beat();
    }, HEARTBEAT);
  };

  await campaign();
  beatLater();
  return {
    get leader() {
      return leader;
    },
    stop: async () => {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      // One on its way would take the lease back after it is released.
      await beating;
      await leader?.stop();
      if (epoch !== null) await releaseTenure(database, epoch).catch(() => undefined);
      leader = null;
    },
  };
};
