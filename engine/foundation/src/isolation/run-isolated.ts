import { Worker } from 'node:worker_threads';

/** Its sentence says what the thread did instead of answering. */
export class IsolationFault extends Error {
  constructor(reason: string, cause?: unknown) {
    super(`Expected an answer of the thread that reads a file, but ${reason}`, cause === undefined ? {} : { cause });
    this.name = 'IsolationFault';
  }
}

export interface Isolated {
  /** A module in plain JavaScript that reads `workerData` and posts one answer. */
  readonly module: URL;
  readonly input: unknown;
  readonly deadlineMs: number;
  /** What it may keep in memory beside the bytes that it was given; 128 where it is left out. */
  readonly memoryMb?: number;
  /** By how much the whole process may grow meanwhile: buffers are not counted above. Unwatched where it is left out. */
  readonly growthMb?: number;
}

const MEMORY_MB = 128;
const YOUNG_MEMORY_MB = 16;

const WATCH_MS = 100;
const MB = 1024 * 1024;

/** Calls once the process has grown by more than that; answers how to stop looking. */
const watchGrowth = (growthMb: number | undefined, tooLarge: () => void): (() => void) => {
  if (growthMb === undefined) return () => undefined;
  const before = process.memoryUsage.rss();
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() - before > growthMb * MB) tooLarge();
  }, WATCH_MS);
  return () => clearInterval(timer);
};

/**
 * Runs a module on bytes of strangers in a thread of its own: however long it computes, nobody else waits, and at its
 * deadline or beyond its memory it ends.
 */
export const runIsolated = <T>({ module, input, deadlineMs, memoryMb = MEMORY_MB, growthMb }: Isolated): Promise<T> => {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MEMORY_MB };
  const worker = new Worker(module, { workerData: input, resourceLimits, execArgv: [] });
  return new Promise<T>((resolve, reject) => {
    const fail = (reason: string, cause?: unknown) => reject(new IsolationFault(reason, cause));
    const deadline = setTimeout(() => {
      fail(`there was none within ${deadlineMs} ms`);
      void worker.terminate();
    }, deadlineMs);
    const unwatch = watchGrowth(growthMb, () => {
      fail(`it took more than ${growthMb} MB`);
      void worker.terminate();
    });
    worker.once('message', (answer: T) => resolve(answer));
    worker.once('error', (cause) => fail('it failed', cause));
    worker.once('exit', () => {
      clearTimeout(deadline);
      unwatch();
      fail('it ended');
    });
  });
};
