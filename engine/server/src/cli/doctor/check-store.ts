import type { Database } from '@irisflow/database';
import type { Config } from '../../config/config.ts';
import { openConfiguredDatabase } from '../../start/open-configured-database.ts';
import { problem, well, type Finding } from './finding.ts';

const OLDEST_POSTGRES = 15;
const LARGEST_SKEW_MS = 5_000;

const lastMigration = async (database: Database, schema: 'engine' | 'casework'): Promise<string | null> => {
  const [found] = await database.query<{ name: string | null }>('select to_regclass($1)::text as name', [
    `${schema}.migration`,
  ]);
  if (found?.name == null) return null;
  const [last] = await database.query<{ name: string }>(
    `select name from ${schema}.migration order by name desc limit 1`,
  );
  return last?.name ?? null;
};

interface Seen {
  readonly version: string;
  readonly now: number;
  readonly askedAt: number;
  readonly migrations: readonly (string | null)[];
  readonly description: string;
}

const look = async (config: Config): Promise<Seen> => {
  const database = await openConfiguredDatabase(config);
  try {
    const askedAt = Date.now();
    const [row] = await database.query<{ version: string; now: string }>(
      `select current_setting('server_version') as version, (extract(epoch from clock_timestamp()) * 1000)::text as now`,
    );
    const migrations = [await lastMigration(database, 'engine'), await lastMigration(database, 'casework')];
    const { description } = database;
    return { version: row?.version ?? '', now: Number(row?.now ?? 0), askedAt, migrations, description };
  } finally {
    await database.close();
  }
};

/** The store answers, is new enough, has its schemas, and its clock agrees with ours. */
export const checkStore = async (config: Config): Promise<Finding> => {
  try {
    const { version, now, askedAt, migrations, description } = await look(config);
    if (Number.parseInt(version, 10) < OLDEST_POSTGRES)
      return problem(`Expected PostgreSQL ${OLDEST_POSTGRES} or newer, but found ${version}`, 'Upgrade the server.');
    if (migrations.includes(null))
      return problem('Expected the schemas of engine and casework, but they are not there', 'Run: irisflow migrate');
    if (Math.abs(now - askedAt) > LARGEST_SKEW_MS)
      return problem(
        `Expected the clocks of this machine and of the store to agree, but they differ by ${Math.round(Math.abs(now - askedAt) / 1000)} s`,
        'Let both follow a time server.',
      );
    return well(`${description}, version ${version}, migrated to ${migrations.join(' and ')}, clocks agree`);
  } catch (thrown) {
    return problem(thrown, 'Check IRISFLOW_DATABASE_URL, or stop the process that holds the embedded store.');
  }
};
