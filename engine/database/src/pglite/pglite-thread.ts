import { Worker } from 'node:worker_threads';
import type { Row, Statement } from '../database.ts';
import { DatabaseFault, toDatabaseFault } from '../database-fault.ts';
import { compiledStore } from './compiled-store.ts';
import type { WorkerReply, WorkerRequest, WorkerStart } from './messages.ts';

export interface PgliteThread {
  readonly version: string;
  readonly isDead: boolean;
  send(mode: WorkerRequest['mode'], statements: readonly Statement[]): Promise<Row[][]>;
  /** Ends the thread at once; what is pending fails with UNAVAILABLE. */
  terminate(reason: string): Promise<void>;
  close(): Promise<void>;
}

interface Pending {
  readonly resolve: (results: Row[][]) => void;
  readonly reject: (fault: DatabaseFault) => void;
}

const faultOf = (message: string, code: string | null) =>
  toDatabaseFault(Object.assign(new Error(message), { code: code ?? 'XX000' }));

/** The requests that wait for an answer of one thread. */
const createPending = () => {
  const pending = new Map<number, Pending>();
  return {
    add: (id: number, waiter: Pending) => pending.set(id, waiter),
    settle: (reply: Extract<WorkerReply, { id: number }>) => {
      const waiter = pending.get(reply.id);
      pending.delete(reply.id);
      if (reply.kind === 'rows') waiter?.resolve(reply.results);
      else waiter?.reject(faultOf(reply.message, reply.code));
    },
    failAll: (reason: string) => {
      for (const waiter of pending.values()) waiter.reject(new DatabaseFault('UNAVAILABLE', reason));
      pending.clear();
    },
  };
};

/** Starts PGlite on `dataDir` in a thread of its own, so that its calls never stall the event loop. */
export const startPgliteThread = async (dataDir: string): Promise<PgliteThread> => {
  const start: WorkerStart = { dataDir, compiled: await compiledStore() };
  const worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), { workerData: start });
  const pending = createPending();
  let nextId = 0;
  let isDead = false;

  const die = (reason: string) => {
    isDead = true;
    pending.failAll(reason);
  };

  const threadFor = (version: string): PgliteThread => ({
    version,
    get isDead() {
      return isDead;
    },
    send: (mode, statements) =>
      new Promise((resolve, reject) => {
        if (isDead)
          return reject(new DatabaseFault('UNAVAILABLE', 'Expected a running store, but its thread has ended'));
        nextId += 1;
        pending.add(nextId, { resolve, reject });
        worker.postMessage({ id: nextId, mode, statements } satisfies WorkerRequest);
      }),
    terminate: async (reason) => {
      die(reason);
      await worker.terminate();
    },
    close: async () => {
      if (isDead) return;
      const exited = new Promise<void>((resolve) => {
        worker.once('exit', () => resolve());
      });
      worker.postMessage('close');
      await exited;
    },
  });

  return new Promise((resolve, reject) => {
    worker.on('message', (reply: WorkerReply) => {
      if (reply.kind === 'ready') resolve(threadFor(reply.version));
      else if (reply.kind === 'failed')
        reject(faultOf(`Expected to open the store in ${dataDir}, but ${reply.message}`, reply.code));
      else if (reply.kind !== 'closed') pending.settle(reply);
    });
    worker.on('error', (thrown) => {
      die(`Expected the store to answer, but its thread failed: ${thrown.message}`);
      reject(faultOf(thrown.message, null));
    });
    worker.on('exit', () => die('Expected the store to answer, but its thread has ended'));
  });
};
