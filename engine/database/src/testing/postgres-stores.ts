import { randomBytes } from 'node:crypto';
import type { Database, DatabaseLocation } from '../database.ts';
import { openDatabase } from '../open-database.ts';
import { startPostgres, thrownAwaySettings, type TestPostgres } from './start-postgres.ts';
import type { TestStores } from './test-database.ts';

/** One server a test process, shared by the files that the process runs, stopped when the process ends. */
let server: Promise<TestPostgres> | null = null;

const urlOfServer = async (): Promise<string> => {
  server ??= startPostgres(thrownAwaySettings);
  return (await server).url;
};

const asAdmin = async <T>(work: (admin: Database) => Promise<T>): Promise<T> => {
  const admin = await openDatabase({ kind: 'postgres', url: await urlOfServer(), poolSize: 1 });
  try {
    return await work(admin);
  } finally {
    await admin.close();
  }
};

const locationOf = async (name: string): Promise<DatabaseLocation> => {
  const own = new URL(await urlOfServer());
  own.pathname = `/${name}`;
  return { kind: 'postgres', url: own.href };
};

const nameAt = (location: DatabaseLocation): string =>
  location.kind === 'postgres' ? new URL(location.url).pathname.slice(1) : '';

const exists = async (admin: Database, name: string): Promise<boolean> =>
  (await admin.query('select 1 from pg_database where datname = $1', [name])).length > 0;

export const postgresStores: TestStores = {
  open: async (template) => {
    const name = `test_${randomBytes(6).toString('hex')}`;
    await asAdmin((admin) =>
      admin.query(`create database ${name}${template === null ? '' : ` template ${template} strategy file_copy`}`),
    );
    const location = await locationOf(name);
    const database = await openDatabase(location);
    return {
      database,
      location,
      drop: async () => {
        await database.close();
        await asAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`));
      },
    };
  },
  findTemplate: (name) =>
    asAdmin(async (admin) => ((await exists(admin, `prepared_${name}`)) ? `prepared_${name}` : null)),
  keep: async (store, name) => {
    const template = `prepared_${name}`;
    await store.database.close();
    await asAdmin(async (admin) => {
      try {
        await admin.query(`alter database ${nameAt(store.location)} rename to ${template}`);
      } catch (error) {
        if (!(await exists(admin, template))) throw error;
        await store.drop();
      }
    });
    return template;
  },
};
