import type { Pool, PoolClient } from 'pg';
import type { Database, Queryable, Row, Statement } from '../database.ts';
import { asTransaction, refuseBeside } from '../beside-transaction.ts';
import { DatabaseFault, toDatabaseFault } from '../database-fault.ts';
import { kyselyOf } from '../kysely-of.ts';
import { type Scope, scopeStatement } from '../scope.ts';
import { sendAll, sendBegin } from './send-all.ts';

interface Opened {
  readonly pool: Pool;
  readonly description: string;
  readonly close: () => Promise<void>;
}

/** Nobody knows what a connection without an answer still carries: it never goes back into the pool. */
const isBroken = (thrown: unknown): boolean => thrown instanceof DatabaseFault && thrown.code === 'UNAVAILABLE';

const withClient = async <T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> => {
  refuseBeside(pool);
  const client = await pool.connect().catch((thrown: unknown) => {
    throw toDatabaseFault(thrown);
  });
  let broken = false;
  try {
    return await work(client);
  } catch (thrown) {
    broken = isBroken(thrown);
    throw thrown;
  } finally {
    client.release(broken);
  }
};

const transactionOn =
  (pool: Pool, bounds: Statement) =>
  <T>(work: (transaction: Queryable) => Promise<T>): Promise<T> =>
    withClient(pool, async (client) => {
      const query = async <R extends Row>(text: string, values: readonly unknown[] = []) =>
        ((await sendAll(client, [{ text, values }]))[0] ?? []) as R[];
      try {
        await sendBegin(client, bounds);
        const result = await asTransaction(pool, () => work({ query }));
        await query('commit');
        return result;
      } catch (thrown) {
        await query('rollback').catch((failure: unknown) => {
          throw new DatabaseFault('UNAVAILABLE', 'Expected to roll back, but the connection is lost', {
            cause: failure,
          });
        });
        throw thrown;
      }
    });

/** The pool for one scope: bounds and statement go out together, so that they cost no round trip of their own. */
export const scopedPool = (opened: Opened, scope: Scope): Database => {
  const { pool, description, close } = opened;
  const bounds = scopeStatement(scope);
  const commit = async (statements: readonly Statement[]) =>
    statements.length === 0
      ? []
      : (await withClient(pool, (client) => sendAll(client, [bounds, ...statements]))).slice(1);
  const run = async <R extends Row>(statement: Statement) => ((await commit([statement]))[0] ?? []) as R[];
  const queryable: Queryable = { query: (text, values = []) => run({ text, values }) };
  return {
    kind: 'postgres',
    description,
    ...queryable,
    run,
    commit,
    transaction: transactionOn(pool, bounds),
    kysely: <Tables>(schema: string) => kyselyOf<Tables>(queryable, schema),
    as: (other) => scopedPool(opened, other),
    close,
  };
};
