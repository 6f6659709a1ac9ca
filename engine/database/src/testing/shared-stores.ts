import { rmSync } from 'node:fs';
import { makeScratchFolder } from './scratch-folder.ts';
import { startPostgres, thrownAwaySettings, type TestPostgres } from './start-postgres.ts';

let server: TestPostgres | null = null;
let templates = '';

/** For the global setup of vitest: one PostgreSQL for all test files of a run, each with databases of its own, and one folder for stores that are prepared once. */
export const setup = async (): Promise<void> => {
  if ((process.env['IRISFLOW_TEST_POSTGRES_URL'] ?? '') !== '') return;
  server = await startPostgres(thrownAwaySettings);
  templates = makeScratchFolder('irisflow-templates-');
  process.env['IRISFLOW_TEST_POSTGRES_URL'] = server.url;
  process.env['IRISFLOW_TEST_TEMPLATES'] = templates;
};

export const teardown = async (): Promise<void> => {
  if (server === null) return;
  delete process.env['IRISFLOW_TEST_POSTGRES_URL'];
  delete process.env['IRISFLOW_TEST_TEMPLATES'];
  await server.stop();
  rmSync(templates, { recursive: true, force: true });
  server = null;
};
