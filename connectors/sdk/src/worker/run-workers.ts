import type { Connector } from '../connector.ts';
import { createOriginFetch } from '../create-origin-fetch.ts';
import { createEngineCredentials } from '../gateway/engine-credentials.ts';
import type { Observer } from '../observe-run.ts';
import { platformAllowList } from '../platform/platform-allow-list.ts';
import { platformConsultations } from '../platform/platform-consultations.ts';
import { platformDocuments } from '../platform/platform-documents.ts';
import type { ConnectorLogEntry } from '../run-context.ts';
import { startWorkers, type GatewayOptions, type Workers } from '../start-workers.ts';
import { createStopping, type Stopping } from './create-stopping.ts';
import type { Environment } from './read-environment.ts';
import { readWorkerSettings, type WorkerSettings } from './read-worker-settings.ts';
import { registerConnectors } from './register-connectors.ts';
import { WorkerError } from './worker-error.ts';
import { writeLog } from './write-log.ts';

export type RunWorkersOptions = {
  readonly connectors: readonly Connector[];
  /** Instead of the environment of this process. */
  readonly environment?: Environment;
  /** Jobs that one connector runs at the same time, 8 unless given. */
  readonly concurrency?: number;
  /** Instead of one line a record on the standard output. */
  readonly log?: (entry: ConnectorLogEntry) => void;
  /** Told of each run once it has ended: for numbers of the operator, such as a counter by type and outcome. */
  readonly observe?: Observer;
  /** Stops the worker, as SIGTERM and SIGINT do. */
  readonly signal?: AbortSignal;
};

/**
 * Runs connectors in a process of their own until SIGTERM or SIGINT, and resolves to its exit code:
 *
 * ```ts
 * process.exit(await runWorkers({ connectors: [parkingPermit] }));
 * ```
 *
 * Life of the process: the environment is read (`ZEEBE_ADDRESS`, `IRISFLOW_PLATFORM_URL`, `IRISFLOW_CONNECTOR_TOKEN`, and the
 * settings and secrets of the connectors by their names); the platform is told what the connectors are; one worker a connector
 * takes jobs. A platform or an engine that is away is waited for. What the operator must mend is one logged sentence and 1.
 */
export const runWorkers = async (options: RunWorkersOptions): Promise<number> => {
  const { connectors, log = writeLog, environment = process.env } = options;
  const stopping = createStopping(options.signal);
  try {
    refuseOddConnectors(connectors);
    await work({ ...options, log }, readWorkerSettings(environment, connectors), stopping);
    return 0;
  } catch (error) {
    if (!(error instanceof WorkerError)) throw error;
    log({ level: 'error', message: error.message });
    return 1;
  } finally {
    stopping.release();
  }
};

const refuseOddConnectors = (connectors: readonly Connector[]): void => {
  if (connectors.length === 0) throw new WorkerError('Expected at least one connector to run, but the list is empty.');
  const types = connectors.map(({ type }) => type);
  const doubled = types.find((type, index) => types.indexOf(type) !== index);
  if (doubled !== undefined)
    throw new WorkerError(`Expected each connector to have a type of its own, but two have "${doubled}".`);
};

type Working = RunWorkersOptions & { readonly log: (entry: ConnectorLogEntry) => void };

const work = async (working: Working, settings: WorkerSettings, stopping: Stopping): Promise<void> => {
  const { connectors, log } = working;
  const { platform, gateway } = settings;
  const types = connectors.map(({ type, version }) => `${type} v${version}`).join(', ');
  const way = createOriginFetch(platform.url, { ca: platform.ca });
  try {
    await registerConnectors({ connectors, log, platform: { ...platform, fetch: way.fetch }, ...stopping });
    if (stopping.isStopping()) return;
    log({ level: 'info', message: `Registered ${types} at ${platform.url}.` });
    const workers = start(working, settings, way.fetch);
    log({ level: 'info', message: `Waiting for jobs of the engine at ${gateway.address}.` });
    await stopping.stopped;
    await workers.stop();
    log({ level: 'info', message: 'Stopped.' });
  } finally {
    await way.close();
  }
};

const start = (
  { connectors, concurrency, log, observe }: Working,
  { gateway, platform: { url, token }, settings, secrets, privateHosts }: WorkerSettings,
  fetch: ReturnType<typeof createOriginFetch>['fetch'],
): Workers => {
  const platform = { url, token, fetch };
  return startWorkers({
    connectors,
    zeebe: gatewayOptions(gateway, log),
    settings,
    secrets,
    ports: { documents: platformDocuments(platform), platform: fetch },
    consultations: platformConsultations(platform),
    allowList: platformAllowList(platform),
    egress: { ownServers: [url, gateway.address], privateHosts },
    log,
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(observe === undefined ? {} : { observe }),
  });
};

const QUIET_MS = 30_000;

const gatewayOptions = (
  { address, useTls, tenantId, credentials }: WorkerSettings['gateway'],
  log: Working['log'],
): GatewayOptions => {
  const { client, prepare, headers, refused } = createEngineCredentials(credentials, { useTls });
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    address,
    ...client,
    ...(tenantId === '' ? {} : { tenantId }),
    prepare,
    refused: () => {
      void headers().then(refused, () => undefined);
      if (Date.now() - toldAt < QUIET_MS) return;
      toldAt = Date.now();
      log({
        level: 'warn',
        message: `Expected the engine at ${address} to offer jobs, but it is away or refuses this worker. Trying again.`,
      });
    },
  };
};
