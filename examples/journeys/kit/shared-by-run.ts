import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeAssessment } from './assessment.ts';
import { createInstallation, removeInstallation, startIrisflow, type Installation } from './irisflow-process.ts';

let installation: Installation | null = null;
let looked = '';

/** For the global setup of vitest: what a first start leaves behind, so that journeys begin with a second one, and which screens were looked at. */
export const setup = async (): Promise<void> => {
  installation = await createInstallation();
  const server = await startIrisflow(installation);
  await server.stop();
  looked = mkdtempSync(path.join(tmpdir(), 'irisflow-looked-'));
  process.env['IRISFLOW_TEST_HOME'] = installation.home;
  process.env['IRISFLOW_TEST_LOOKED'] = looked;
};

export const teardown = (): void => {
  delete process.env['IRISFLOW_TEST_HOME'];
  delete process.env['IRISFLOW_TEST_LOOKED'];
  if (installation !== null) removeInstallation(installation);
  installation = null;
  writeAssessment(looked);
  rmSync(looked, { recursive: true, force: true });
};
