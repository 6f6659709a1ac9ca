import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database, DatabaseKind, DatabaseLocation } from '../database.ts';
import { openDatabase } from '../open-database.ts';
import { startPostgres, type TestPostgres } from './start-postgres.ts';

export interface TestDatabase {
  readonly database: Database;
  /** Where it is, for a second opener (a restart, another process). */
  readonly location: DatabaseLocation;
  /** Closes the database and removes it. */
  drop(): Promise<void>;
}

/** One server a test process, shared by the files that the process runs, stopped when the process ends. */
let server: Promise<TestPostgres> | null = null;

const openPostgresTest = async (): Promise<TestDatabase> => {
  server ??= startPostgres();
  const { url } = await server;
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = await openDatabase({ kind: 'postgres', url, poolSize: 1 });
  await admin.query(`create database ${name}`);
  await admin.close();
  const own = new URL(url);
  own.pathname = `/${name}`;
  const location: DatabaseLocation = { kind: 'postgres', url: own.href };
  const database = await openDatabase(location);
  return {
    database,
    location,
    drop: async () => {
      await database.close();
      const remover = await openDatabase({ kind: 'postgres', url, poolSize: 1 });
      await remover.query(`drop database if exists ${name} with (force)`);
      await remover.close();
    },
  };
};

const PGLITE_TEMPLATE = join(tmpdir(), 'irisflow-pglite-template-0.5.16');

/** The first boot of PGlite takes two seconds; a copy of its empty data folder takes a tenth. */
const ensureTemplate = async () => {
  if (existsSync(PGLITE_TEMPLATE)) return;
  const draft = mkdtempSync(join(tmpdir(), 'irisflow-pglite-draft-'));
  const database = await openDatabase({ kind: 'pglite', dir: draft });
  await database.close();
  try {
    renameSync(join(draft, 'pgdata'), PGLITE_TEMPLATE);
  } catch {
    // Another test process was faster; its template is as good.
  }
  rmSync(draft, { recursive: true, force: true });
};

const openPgliteTest = async (): Promise<TestDatabase> => {
  await ensureTemplate();
  const dir = mkdtempSync(join(tmpdir(), 'irisflow-pglite-'));
  cpSync(PGLITE_TEMPLATE, join(dir, 'pgdata'), { recursive: true });
  const location: DatabaseLocation = { kind: 'pglite', dir };
  const database = await openDatabase(location);
  return {
    database,
    location,
    drop: async () => {
      await database.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};

/** An empty real database of its own for one test file. */
export const openTestDatabase = (kind: DatabaseKind): Promise<TestDatabase> =>
  kind === 'postgres' ? openPostgresTest() : openPgliteTest();
