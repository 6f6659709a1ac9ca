import { execFile } from 'node:child_process';
import path from 'node:path';
import { openDatabase, type Database } from '@irisflow/database';
import type { TestPostgres } from '@irisflow/database/testing';
import {
  createInstallation,
  program,
  removeInstallation,
  startIrisflow,
  type IrisflowProcess,
} from '../journeys/kit/irisflow-process.ts';
import { createDatabase, startServer } from '../journeys/kit/postgres.ts';
import type { Outside } from './outside.ts';
import type { KillSettings } from './settings.ts';

/** An installation whose server comes and goes. */
export interface Installed {
  readonly webUrl: string;
  /** Where the embedded store and the files are. */
  readonly home: string;
  start(): Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** What `irisflow check --deep` finds; the server must be stopped. */
  check(): Promise<string[]>;
  /** Does something to the store itself; the server must be stopped. */
  inStore<T>(work: (store: Database) => Promise<T>): Promise<T>;
  /** Ends the server; a home in which a fault was found is kept for whoever looks into it. */
  end(whatOfHome: 'remove' | 'keep'): Promise<void>;
}

/** The database of an address, for whoever may do anything in it. */
const asSuperuser = (server: string, address: string): string => {
  const url = new URL(server);
  url.pathname = new URL(address).pathname;
  return url.href;
};

const runCheck = (environment: NodeJS.ProcessEnv): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, [program, 'check', '--deep'], { env: environment }, (error, stdout, stderr) => {
      // It ends with 1 where it finds something.
      if (error === null || error.code === 1) resolve(stdout);
      else reject(new Error(`Expected a check, but it ended with ${error.code}: ${stderr}`));
    });
  });

export const install = async (store: KillSettings['store'], outside: Outside): Promise<Installed> => {
  const postgres: TestPostgres | null = store === 'postgres' ? await startServer() : null;
  const installation = await createInstallation(postgres === null ? {} : await createDatabase(postgres.url));
  const environment = () => ({ ...installation.environment, ...outside.environment() });
  const owner = installation.environment['IRISFLOW_DATABASE_OWNER_URL'] ?? '';
  let server: IrisflowProcess | null = null;
  const end = async (how: 'stop' | 'kill'): Promise<void> => {
    await server?.[how]();
    server = null;
  };
  return {
    webUrl: installation.webUrl,
    home: installation.home,
    start: async () => {
      server = await startIrisflow({ ...installation, environment: environment() });
    },
    kill: () => end('kill'),
    stop: () => end('stop'),
    check: async () => {
      const lines = (await runCheck({ ...process.env, ...environment() })).trim().split('\n');
      return lines.slice(0, -1);
    },
    inStore: async (work) => {
      const database = await openDatabase(
        postgres === null
          ? { kind: 'pglite', dir: path.join(installation.home, 'store') }
          : { kind: 'postgres', url: asSuperuser(postgres.url, owner), poolSize: 1 },
      );
      try {
        return await work(database);
      } finally {
        await database.close();
      }
    },
    end: async (whatOfHome) => {
      await end('kill');
      if (whatOfHome === 'remove') removeInstallation(installation);
      await postgres?.stop();
    },
  };
};
