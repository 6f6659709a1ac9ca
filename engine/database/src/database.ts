import type { Kysely } from 'kysely';
import type { Scope } from './scope.ts';

export type DatabaseKind = 'postgres' | 'pglite';

/** A row as both stores return it: `bigint` is a decimal string, `json` is parsed. */
export type Row = Record<string, unknown>;

export interface Statement {
  /** With a name the store parses and plans the text once a connection; one name, one text. */
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** What can run SQL: the database itself or a transaction on it. */
export interface Queryable {
  /** Runs one statement and returns its rows; fails with a {@link DatabaseFault}. */
  query<R extends Row = Row>(text: string, values?: readonly unknown[]): Promise<R[]>;
}

export interface Database extends Queryable {
  readonly kind: DatabaseKind;
  /** For people: what the store is, where, and what it survives. */
  readonly description: string;
  /** Runs a named statement and returns its rows. */
  run<R extends Row = Row>(statement: Statement): Promise<R[]>;
  /** Runs all statements in one transaction and one round trip on the writer's own connection; rows per statement. */
  commit(statements: readonly Statement[]): Promise<Row[][]>;
  /** Runs `work` in a transaction of its own; a throw rolls back. */
  transaction<T>(work: (transaction: Queryable) => Promise<T>): Promise<T>;
  /** Typed query builder over this database, with `schema` in front of every table. */
  kysely<Tables>(schema: string): Kysely<Tables>;
  /** This store for one scope: every statement and transaction of it runs under that role, with those settings, and leaves none behind. */
  as(scope: Scope): Database;
  /** Ends the connections and gives the folder back; again is harmless. */
  close(): Promise<void>;
}

export type DatabaseLocation =
  | {
      readonly kind: 'postgres';
      readonly url: string;
      readonly poolSize?: number;
      readonly statementTimeoutMs?: number;
    }
  | { readonly kind: 'pglite'; readonly dir: string; readonly queryDeadlineMs?: number };
