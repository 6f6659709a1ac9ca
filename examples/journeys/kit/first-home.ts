import { createInstallation, removeInstallation, startIrisflow, type Installation } from './irisflow-process.ts';

let installation: Installation | null = null;

/** For the global setup of vitest: what a first start leaves behind, so that journeys begin with a second one. */
export const setup = async (): Promise<void> => {
  installation = await createInstallation();
  const server = await startIrisflow(installation);
  await server.stop();
  process.env['IRISFLOW_TEST_HOME'] = installation.home;
};

export const teardown = (): void => {
  delete process.env['IRISFLOW_TEST_HOME'];
  if (installation !== null) removeInstallation(installation);
  installation = null;
};
