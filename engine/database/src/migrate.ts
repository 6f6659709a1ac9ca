import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database, Queryable } from './database.ts';
import { DatabaseFault } from './database-fault.ts';

export interface MigrationFile {
  /** `0001-name.sql`; the number orders the files. */
  readonly name: string;
  readonly sql: string;
}

export interface MigrationPlan {
  /** Schema that the files fill; `:schema` in a file stands for it. */
  readonly schema: string;
  readonly files: readonly MigrationFile[];
}

const FILE_NAME = /^\d{4}-[a-z0-9-]+\.sql$/;
/** An editor that converts line ends must not look like a changed migration. */
const checksumOf = (sql: string) =>
  createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex').slice(0, 32);
const lockNumberOf = (schema: string) =>
  createHash('sha256').update(`irisflow migrate ${schema}`).digest().readInt32BE(0);

/**
 * Reads the `.sql` files of a folder in order; other files are refused, so that a misnamed migration is not skipped.
 * @example readMigrations(new URL('../../migrations/', import.meta.url))
 */
export const readMigrations = (folder: URL): MigrationFile[] => {
  const dir = fileURLToPath(folder);
  const names = readdirSync(dir).toSorted();
  const misnamed = names.find((name) => !FILE_NAME.test(name));
  if (misnamed !== undefined)
    throw new TypeError(`Expected migrations named 0001-name.sql in ${dir}, but found ${misnamed}`);
  return names.map((name) => ({ name, sql: readFileSync(join(dir, name), 'utf8') }));
};

interface Applied {
  readonly [column: string]: unknown;
  readonly name: string;
  readonly checksum: string;
}

const assertKnown = (applied: readonly Applied[], { schema, files }: MigrationPlan) => {
  const known = new Map(files.map((file) => [file.name, checksumOf(file.sql)]));
  for (const { name, checksum } of applied) {
    const expected = known.get(name);
    if (expected === undefined) {
      throw new DatabaseFault(
        'OLDER_CODE',
        `Expected schema ${schema} to be as old as this program, but it has the newer migration ${name}`,
      );
    }
    if (expected !== checksum) {
      throw new DatabaseFault(
        'STATEMENT',
        `Expected migration ${name} of schema ${schema} to be as it was applied, but its text has changed`,
      );
    }
  }
};

const migrateWithin = async (
  transaction: Queryable,
  plan: MigrationPlan,
  takesLock: 'lock' | 'alone',
): Promise<string[]> => {
  const { schema, files } = plan;
  // Racing runners queue here until the first has committed, and then find nothing left to do.
  if (takesLock === 'lock') await transaction.query(`select pg_advisory_xact_lock(${lockNumberOf(schema)})`);
  // Tables may bind even their owner; a policy of theirs lets migrations through.
  await transaction.query(`select set_config('irisflow.maintenance', 'on', true)`);
  await transaction.query(`create schema if not exists ${schema}`);
  await transaction.query(
    `create table if not exists ${schema}.migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
  );
  const applied = await transaction.query<Applied>(`select name, checksum from ${schema}.migration order by name`);
  assertKnown(applied, plan);
  const done = new Set(applied.map(({ name }) => name));
  const missing = files.filter(({ name }) => !done.has(name));
  for (const { name, sql } of missing) {
    await transaction.query(sql.replaceAll(':schema', schema));
    await transaction.query(`insert into ${schema}.migration (name, checksum) values ($1, $2)`, [
      name,
      checksumOf(sql),
    ]);
  }
  return missing.map(({ name }) => name);
};

/**
 * Brings `schema` up to the last file and returns the names that were applied now, all in one transaction. Fails with
 * OLDER_CODE when the schema is ahead of the files, and when an applied file has changed since.
 */
export const migrate = (database: Database, plan: MigrationPlan): Promise<string[]> => {
  if (!/^[a-z][a-z0-9_]*$/.test(plan.schema)) {
    throw new TypeError(`Expected a schema name of lower-case letters, digits and _, but found ${plan.schema}`);
  }
  return database.transaction((transaction) =>
    migrateWithin(transaction, plan, database.kind === 'postgres' ? 'lock' : 'alone'),
  );
};
