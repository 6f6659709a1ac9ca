import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Queryable } from './database.ts';

const connectionOf = (queryable: Queryable): DatabaseConnection => ({
  executeQuery: async <R>(compiled: { sql: string; parameters: readonly unknown[] }): Promise<QueryResult<R>> => ({
    rows: (await queryable.query(compiled.sql, compiled.parameters)) as R[],
  }),
  streamQuery: () => {
    throw new TypeError('Expected to read rows at once, but streaming was asked; page through the rows instead');
  },
});

const refuseTransaction = async (): Promise<never> => {
  throw new TypeError('Expected a single query, but kysely asked for a transaction; use Database.transaction');
};

const driverOf = (queryable: Queryable): Driver => ({
  init: async () => undefined,
  acquireConnection: async () => connectionOf(queryable),
  beginTransaction: refuseTransaction,
  commitTransaction: refuseTransaction,
  rollbackTransaction: refuseTransaction,
  releaseConnection: async () => undefined,
  destroy: async () => undefined,
});

const dialectOf = (queryable: Queryable): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => driverOf(queryable),
  createIntrospector: (kysely) => new PostgresIntrospector(kysely),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});

/**
 * A typed query builder over a database or over an open transaction, with `schema` in front of every table. How many rows a
 * statement changed is not known (`numUpdatedRows` is always 0): ask for the changed rows with `returning`.
 * @example await database.transaction(async (tx) => kyselyOf<Tables>(tx, 'casework').insertInto('case').values(row).execute());
 */
export const kyselyOf = <Tables>(queryable: Queryable, schema: string): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: dialectOf(queryable) }).withSchema(schema);

export { sql, type ColumnType, type RawBuilder, type Selectable } from 'kysely';
