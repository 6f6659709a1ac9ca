import { Pool, types } from 'pg';
import type { Database, DatabaseLocation, Queryable, Row, Statement } from '../database.ts';
import { asTransaction, refuseBeside } from '../beside-transaction.ts';
import { toDatabaseFault } from '../database-fault.ts';
import { kyselyOf } from '../kysely-of.ts';
import { scopedPool } from './scoped-pool.ts';
import { createCommitConnection } from './commit-connection.ts';

type PostgresLocation = Extract<DatabaseLocation, { kind: 'postgres' }>;

/** `bigint` arrives as a decimal string in every store; pg does so by default, stated here because keys depend on it. */
types.setTypeParser(types.builtins.INT8, (text) => text);

const describe = async (pool: Queryable, url: string): Promise<string> => {
  const [row] = await pool.query<{ server_version: string; fsync: string }>(
    `select current_setting('server_version') as server_version, current_setting('fsync') as fsync`,
  );
  const { hostname, port, pathname } = new URL(url);
  const durability = row?.fsync === 'on' ? 'survives a power cut' : 'fsync is off: may lose data in a power cut';
  return `PostgreSQL ${row?.server_version ?? 'unknown'} at ${hostname}:${port || '5432'}${pathname} (${durability})`;
};

const queryWith =
  (runner: { query: (statement: { name?: string; text: string; values?: unknown[] }) => Promise<{ rows: Row[] }> }) =>
  async <R extends Row>({ name, text, values }: Statement): Promise<R[]> => {
    try {
      const statement = {
        text,
        ...(name !== undefined && { name }),
        ...(values !== undefined && { values: [...values] }),
      };
      return (await runner.query(statement)).rows as R[];
    } catch (thrown) {
      throw toDatabaseFault(thrown);
    }
  };

const transactionOn =
  (pool: Pool) =>
  async <T>(work: (transaction: Queryable) => Promise<T>): Promise<T> => {
    refuseBeside(pool);
    const client = await pool.connect().catch((thrown: unknown) => {
      throw toDatabaseFault(thrown);
    });
    const run = queryWith(client);
    let broken: Error | undefined;
    try {
      await run({ text: 'begin' });
      const query: Queryable['query'] = (text, values = []) => run({ text, values });
      const result = await asTransaction(pool, () => work({ query }));
      await run({ text: 'commit' });
      return result;
    } catch (thrown) {
      await run({ text: 'rollback' }).catch((failure: Error) => {
        broken = failure;
      });
      throw thrown;
    } finally {
      client.release(broken);
    }
  };

/** Opens a pool for reads and transactions beside one pipelined connection for the engine's commits. */
export const openPostgres = async (location: PostgresLocation): Promise<Database> => {
  const { url, poolSize = 8, statementTimeoutMs = 30_000 } = location;
  const connection = {
    connectionString: url,
    application_name: 'irisflow',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    statement_timeout: statementTimeoutMs,
    // A blackholed connection never answers; this bounds the wait on our side.
    query_timeout: statementTimeoutMs + 5_000,
  };
  // Statements of one request are over before compiling them pays: half a second of compiling for 50 ms of counting.
  const pool = new Pool({
    ...connection,
    options: '-c jit=off',
    max: poolSize,
    idleTimeoutMillis: 30_000,
    pipeline: true,
  });
  // A lost idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const commits = createCommitConnection(connection);
  const send = queryWith(pool);
  const run = async <R extends Row>(statement: Statement) => {
    refuseBeside(pool);
    return send<R>(statement);
  };
  const queryable: Queryable = { query: (text, values = []) => run({ text, values }) };
  let closing: Promise<void> | null = null;
  const close = async () => {
    await commits.close();
    await pool.end();
  };
  try {
    const description = await describe(queryable, url);
    return {
      kind: 'postgres',
      description,
      ...queryable,
      run,
      commit: (statements) => commits.commit(statements),
      transaction: transactionOn(pool),
      kysely: <Tables>(schema: string) => kyselyOf<Tables>(queryable, schema),
      as: (scope) => scopedPool({ pool, description, close: () => (closing ??= close()) }, scope),
      close: () => (closing ??= close()),
    };
  } catch (thrown) {
    await pool.end();
    throw thrown;
  }
};
