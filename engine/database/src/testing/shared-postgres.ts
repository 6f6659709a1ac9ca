import { startPostgres, type TestPostgres } from './start-postgres.ts';

let server: TestPostgres | null = null;

/** For the global setup of vitest: one PostgreSQL for all test files of a run, each with databases of its own. */
export const setup = async (): Promise<void> => {
  if ((process.env['IRISFLOW_TEST_POSTGRES_URL'] ?? '') !== '') return;
  server = await startPostgres();
  process.env['IRISFLOW_TEST_POSTGRES_URL'] = server.url;
};

export const teardown = async (): Promise<void> => {
  if (server === null) return;
  delete process.env['IRISFLOW_TEST_POSTGRES_URL'];
  await server.stop();
  server = null;
};
