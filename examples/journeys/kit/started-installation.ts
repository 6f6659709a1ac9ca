import { cpSync } from 'node:fs';
import { createInstallation, removeInstallation, startIrisflow, type Installation } from './irisflow-process.ts';
import { createDatabase, startServer } from './postgres.ts';

/** PostgreSQL as an administration runs it, or the store of a machine with nothing installed. */
export type JourneyStore = 'postgres' | 'embedded';

const postgresVariable = 'IRISFLOW_TEST_JOURNEYS_POSTGRES';
const homeVariables: Readonly<Record<JourneyStore, string>> = {
  postgres: 'IRISFLOW_TEST_HOME_ON_POSTGRES',
  embedded: 'IRISFLOW_TEST_HOME',
};
const startedDatabase = 'started';

const startOnce = async (installation: Installation): Promise<void> => {
  const server = await startIrisflow(installation);
  await server.stop();
};

/** What a first start leaves behind on each store, once a run; resolves to what throws it away. */
export const prepareStartedInstallations = async (): Promise<() => Promise<void>> => {
  const server = await startServer();
  const prepared: Readonly<Record<JourneyStore, Installation>> = {
    postgres: await createInstallation(await createDatabase(server.url, { name: startedDatabase })),
    embedded: await createInstallation(),
  };
  await Promise.all(Object.values(prepared).map(startOnce));
  process.env[postgresVariable] = server.url;
  for (const store of ['postgres', 'embedded'] as const) process.env[homeVariables[store]] = prepared[store].home;
  return async () => {
    for (const name of [postgresVariable, ...Object.values(homeVariables)]) delete process.env[name];
    Object.values(prepared).forEach(removeInstallation);
    await server.stop();
  };
};

const preparedAt = (name: string): string => {
  const value = process.env[name] ?? '';
  if (value === '') throw new Error(`Expected ${name} from the setup of the run, but it is empty`);
  return value;
};

/** One that has been started before, with its people and procedures. */
export const createStartedInstallation = async (store: JourneyStore): Promise<Installation> => {
  const installation = await createInstallation(
    store === 'embedded' ? {} : await createDatabase(preparedAt(postgresVariable), { like: startedDatabase }),
  );
  cpSync(preparedAt(homeVariables[store]), installation.home, { recursive: true });
  return installation;
};
