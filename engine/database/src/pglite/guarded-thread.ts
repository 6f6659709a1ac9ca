import type { Row, Statement } from '../database.ts';
import type { WorkerRequest } from './messages.ts';
import { type PgliteThread, startPgliteThread } from './pglite-thread.ts';

export interface GuardedThread {
  readonly version: string;
  send(mode: WorkerRequest['mode'], statements: readonly Statement[]): Promise<Row[][]>;
  close(): Promise<void>;
}

/**
 * A thread with a watchdog. After a full disk PGlite's next query spins for ever: a query past its deadline therefore
 * ends the thread, and the next one opens the store anew.
 */
export const createGuardedThread = async (options: {
  dataDir: string;
  queryDeadlineMs: number;
}): Promise<GuardedThread> => {
  const { dataDir, queryDeadlineMs } = options;
  let thread = await startPgliteThread(dataDir);
  let reopening: Promise<PgliteThread> | null = null;

  const running = async (): Promise<PgliteThread> => {
    if (!thread.isDead) return thread;
    reopening ??= startPgliteThread(dataDir);
    try {
      thread = await reopening;
      return thread;
    } finally {
      reopening = null;
    }
  };

  return {
    version: thread.version,
    send: async (mode, statements) => {
      const target = await running();
      const watchdog = setTimeout(() => {
        void target.terminate(
          `Expected an answer of the store within ${queryDeadlineMs} ms, but it did not come; the store was restarted`,
        );
      }, queryDeadlineMs);
      try {
        return await target.send(mode, statements);
      } finally {
        clearTimeout(watchdog);
      }
    },
    close: async () => thread.close(),
  };
};
