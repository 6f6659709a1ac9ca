import { resolve } from 'node:path';
import type { Database, DatabaseLocation, Queryable, Row, Statement } from '../database.ts';
import { asTransaction, refuseBeside } from '../beside-transaction.ts';
import { kyselyOf } from '../kysely-of.ts';
import { keepPrivate } from '../private-files.ts';
import { type Scope, scopeText } from '../scope.ts';
import { createMutex } from './mutex.ts';
import { lockDirectory } from './directory-lock.ts';
import { createGuardedThread, type GuardedThread } from './guarded-thread.ts';

type PgliteLocation = Extract<DatabaseLocation, { kind: 'pglite' }>;

type Exclusive = ReturnType<typeof createMutex>;

/** PGlite is one connection: transactions take turns with everything else. They begin with their first statement, in one message. */
const transactionOn =
  (thread: GuardedThread, runExclusive: Exclusive, begin = 'begin') =>
  <T>(work: (transaction: Queryable) => Promise<T>): Promise<T> =>
    runExclusive(async () => {
      let hasBegun = false;
      const query = async <R extends Row>(text: string, values: readonly unknown[] = []) => {
        const first = hasBegun ? [] : [{ text: begin }];
        hasBegun = true;
        return ((await thread.send('plain', [...first, { text, values }])).at(-1) ?? []) as R[];
      };
      const end = async (text: 'commit' | 'rollback') => hasBegun && query(text);
      try {
        const result = await asTransaction(thread, () => work({ query }));
        await end('commit');
        return result;
      } catch (thrown) {
        // After a restart of the thread there is no transaction left to roll back.
        await end('rollback').catch(() => undefined);
        throw thrown;
      }
    });

interface Opened {
  readonly thread: GuardedThread;
  readonly runExclusive: Exclusive;
  readonly description: string;
  readonly close: () => Promise<void>;
}

const scoped = (opened: Opened, scope: Scope): Database => {
  const { thread, runExclusive, description, close } = opened;
  const bounds: Statement = { text: scopeText(scope) };
  const commit = (statements: readonly Statement[]) =>
    statements.length === 0 ? Promise.resolve([]) : runExclusive(() => thread.send('scoped', [bounds, ...statements]));
  const run = async <R extends Row>(statement: Statement) => ((await commit([statement]))[0] ?? []) as R[];
  const queryable: Queryable = { query: (text, values = []) => run({ text, values }) };
  return {
    kind: 'pglite',
    description,
    ...queryable,
    run,
    commit,
    transaction: transactionOn(thread, runExclusive, `begin; ${bounds.text}`),
    kysely: <Tables>(schema: string) => kyselyOf<Tables>(queryable, schema),
    as: (other) => scoped(opened, other),
    close,
  };
};

/** Opens the embedded store in `dir` for this process alone. */
export const openPglite = async ({ dir, queryDeadlineMs = 30_000 }: PgliteLocation): Promise<Database> => {
  const root = resolve(dir);
  const unlock = lockDirectory(root);
  try {
    keepPrivate(root);
    const thread = await createGuardedThread({ dataDir: `${root}/pgdata`, queryDeadlineMs });
    const takeTurn = createMutex();
    const runExclusive: Exclusive = async (work) => {
      refuseBeside(thread);
      return takeTurn(work);
    };
    const run = async <R extends Row>(statement: Statement) =>
      ((await runExclusive(() => thread.send('plain', [statement])))[0] ?? []) as R[];
    let closing: Promise<void> | null = null;
    const close = async () => {
      await runExclusive(() => thread.close());
      unlock();
    };
    const queryable: Queryable = { query: (text, values = []) => run({ text, values }) };
    const description = `PGlite (PostgreSQL ${thread.version}) in ${root}: survives a killed process, not a power cut`;
    return {
      kind: 'pglite',
      description,
      ...queryable,
      run,
      commit: (statements) =>
        statements.length === 0 ? Promise.resolve([]) : runExclusive(() => thread.send('atomic', statements)),
      transaction: transactionOn(thread, runExclusive),
      kysely: <Tables>(schema: string) => kyselyOf<Tables>(queryable, schema),
      as: (scope) => scoped({ thread, runExclusive, description, close: () => (closing ??= close()) }, scope),
      close: () => (closing ??= close()),
    };
  } catch (thrown) {
    unlock();
    throw thrown;
  }
};
