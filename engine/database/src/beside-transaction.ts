import { AsyncLocalStorage } from 'node:async_hooks';

interface Running {
  /** The store that it runs in: PGlite's thread, or the pool. */
  readonly store: object;
  isOpen: boolean;
}

const running = new AsyncLocalStorage<Running>();

/** Runs the work of a transaction; until it ended, `refuseBeside` holds for whatever the work calls. */
export const asTransaction = <T>(store: object, work: () => Promise<T>): Promise<T> => {
  const mark: Running = { store, isOpen: true };
  return running.run(mark, async () => {
    try {
      return await work();
    } finally {
      mark.isOpen = false;
    }
  });
};

/**
 * Fails for a statement that is sent beside the transaction that its sender has open. It would wait for the end of what waits for it:
 * on PGlite's one connection always, on PostgreSQL as soon as the pool is empty. And it would not see what the transaction wrote.
 */
export const refuseBeside = (store: object): void => {
  const mark = running.getStore();
  if (mark?.isOpen === true && mark.store === store)
    throw new Error('Expected a statement of the open transaction, but it was sent beside it');
};
