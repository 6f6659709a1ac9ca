import { Worker } from 'node:worker_threads';
import type { Parting, RecordedCase, ReplayedCase, ReplayStage, Values } from '@irisflow/scenarios';

/** A case to be replayed twice: on its own version, and on the draft. */
export interface ReplayOrder {
  /** Names of stages. */
  readonly control: string;
  readonly draft: string;
  readonly recorded: RecordedCase;
  /** What it begins with on the draft. */
  readonly draftGiven: Values;
}

export interface Replays {
  readonly before: ReplayedCase;
  readonly after: Pick<ReplayedCase, 'end' | 'outcome'>;
  /** Null where both went the same way. */
  readonly parting: Parting | null;
}

export interface Replayer {
  /** Null where it took too long, or where the thread did not survive it. */
  replay(order: ReplayOrder): Promise<Replays | null>;
  close(): Promise<void>;
}

export interface ReplayerOptions {
  readonly stages: Readonly<Record<string, ReplayStage>>;
  /** For both replays of one case together. */
  readonly deadlineMs: number;
}

const module = new URL('./replay-cases.mjs', import.meta.url);
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };
const STARTING_MS = 20_000;

/** Answers once the thread does, or null at the deadline or at its end. */
const askThread = (worker: Worker, order: ReplayOrder, deadlineMs: number): Promise<Replays | null> =>
  new Promise((resolve) => {
    const settle = (answer: Replays | null): void => {
      clearTimeout(deadline);
      worker.off('message', settle);
      worker.off('exit', gone);
      resolve(answer);
    };
    const gone = (): void => settle(null);
    const deadline = setTimeout(gone, deadlineMs);
    worker.on('message', settle);
    worker.on('exit', gone);
    worker.postMessage(order);
  });

/** A thread says that it has read the engine: that is not the time of its first case. */
const open = async (stages: ReplayerOptions['stages']): Promise<Worker> => {
  const worker = new Worker(module, { workerData: stages, resourceLimits, execArgv: [] });
  // Whatever a draft does to its thread ends that thread alone; the case is then told as one that took too long.
  worker.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    const deadline = setTimeout(resolve, STARTING_MS);
    const done = (): void => {
      clearTimeout(deadline);
      resolve();
    };
    worker.once('message', done);
    worker.once('exit', done);
  });
  return worker;
};

/** A thread of its own that replays one case after the other: the server answers meanwhile, and one that never ends is ended. */
export const openReplayer = ({ stages, deadlineMs }: ReplayerOptions): Replayer => {
  let worker: Worker | null = null;
  return {
    replay: async (order) => {
      worker ??= await open(stages);
      const answer = await askThread(worker, order, deadlineMs);
      if (answer !== null) return answer;
      await worker.terminate();
      worker = null;
      return null;
    },
    close: async () => {
      await worker?.terminate();
      worker = null;
    },
  };
};
