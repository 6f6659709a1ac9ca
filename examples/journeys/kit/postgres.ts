import { randomBytes } from 'node:crypto';
import { openDatabase, type Database } from '@irisflow/database';
import { startPostgres, thrownAwaySettings, type TestPostgres } from '@irisflow/database/testing';

/** What the servers of an installation sign in with, as the operator guide has it: an owner, and a web that owns nothing. */
type Logins = Readonly<Record<'IRISFLOW_DATABASE_URL' | 'IRISFLOW_DATABASE_OWNER_URL', string>>;

const owner = 'irisflow_owner';
const web = 'irisflow_web';
const password = 'of-journeys';

const addressOf = (server: string, database: string, login?: string): string => {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (login !== undefined) Object.assign(url, { username: login, password });
  return url.href;
};

const asAdmin = async <T>(server: string, work: (admin: Database) => Promise<T>): Promise<T> => {
  const admin = await openDatabase({ kind: 'postgres', url: server, poolSize: 1 });
  try {
    return await work(admin);
  } finally {
    await admin.close();
  }
};

/** One PostgreSQL for a run of journeys; its databases go with it. */
export const startServer = async (): Promise<TestPostgres> => {
  const server = await startPostgres(thrownAwaySettings);
  await asAdmin(server.url, async (admin) => {
    await admin.query(`create role ${owner} login password '${password}' createrole`);
    await admin.query(`create role ${web} login password '${password}' noinherit`);
  });
  return server;
};

/** A database on that server, empty or as another one is; nobody may be signed in to that one. */
export const createDatabase = (
  server: string,
  { name, like }: { name?: string; like?: string } = {},
): Promise<Logins> =>
  asAdmin(server, async (admin) => {
    const database = name ?? `journey_${randomBytes(6).toString('hex')}`;
    await admin.query(`create database ${database}${like === undefined ? '' : ` template ${like} strategy file_copy`}`);
    await admin.query(`grant create on database ${database} to ${owner}`);
    return {
      IRISFLOW_DATABASE_URL: addressOf(server, database, web),
      IRISFLOW_DATABASE_OWNER_URL: addressOf(server, database, owner),
    };
  });
