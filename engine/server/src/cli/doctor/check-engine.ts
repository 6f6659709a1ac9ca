import { probeGateway } from '@irisflow/engine-client';
import type { Config } from '../../config/config.ts';
import { engineProblem } from '../../start/engine-problem.ts';
import { startEngine, type StartedEngine } from '../../start/start-engine.ts';
import { createStopStack } from '../../start/stop-stack.ts';
import { problem, well, type Finding } from './finding.ts';

const embedded = well('embedded: it runs in the process of the broker');
const advice = 'Check the address, the credentials and ZEEBE_CA_CERTIFICATE_PATH.';

/** The cluster as the web role would see it; nothing is started. */
const openCluster = (config: Config): Promise<StartedEngine> =>
  startEngine(
    { config, port: 0, database: null, roles: new Set(['web']) },
    createStopStack(() => undefined),
  );

/** The engine takes our credentials over gRPC. */
export const checkGrpc = async (config: Config): Promise<Finding> => {
  if (config.zeebeAddress === '') return embedded;
  try {
    await probeGateway(await openCluster(config));
    return well(config.zeebeAddress);
  } catch (thrown) {
    return problem(thrown, advice);
  }
};

/** The engine takes our credentials over REST, and leads. */
export const checkRest = async (config: Config): Promise<Finding> => {
  if (config.zeebeAddress === '') return embedded;
  const found = await engineProblem(await openCluster(config));
  return found === null ? well(config.zeebeRestAddress) : problem(found, advice);
};
