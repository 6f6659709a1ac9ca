import { connectors } from '@irisflow/connector-catalog';
import {
  createOriginFetch,
  platformAllowList,
  platformConsultations,
  platformDocuments,
  startWorkers,
} from '@irisflow/connector-sdk';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';
import type { StartedEngine } from './start-engine.ts';
import { ownServers } from './own-servers.ts';
import type { Sources } from './start-sources.ts';
import type { StopStack } from './stop-stack.ts';
import { writeLog } from './write-log.ts';

export interface ConnectorParts {
  readonly config: Config;
  readonly port: number;
  /** Where the platform is reached from here. */
  readonly webUrl: string;
  readonly engine: StartedEngine;
  readonly sources: Sources;
}

/** Starts one worker a connector, on whichever engine there is. */
export const startConnectors = (parts: ConnectorParts, stops: StopStack): void => {
  const { config, webUrl, engine, sources } = parts;
  if (webUrl === '')
    throw new ConfigError('Expected IRISFLOW_PLATFORM_URL, but it is empty: connectors must reach the platform.');
  // Its own way: the guarded one that processes can steer never leads to the platform.
  const way = createOriginFetch(webUrl);
  const platform = { url: webUrl, token: config.connectorToken, fetch: way.fetch };
  const workers = startWorkers({
    connectors,
    zeebe: {
      address: engine.grpcAddress,
      ...engine.client,
      prepare: engine.prepare,
      refused: () => void engine.headers().then(engine.refused, () => undefined),
      ...(engine.tenantId === undefined ? {} : { tenantId: engine.tenantId }),
    },
    settings: { ...sources.settings, PLATFORM_URL: webUrl },
    secrets: { ...sources.secrets, PLATFORM_TOKEN: config.connectorToken },
    ports: { documents: platformDocuments(platform), platform: way.fetch },
    consultations: platformConsultations(platform),
    allowList: platformAllowList(platform),
    egress: { ownServers: ownServers(parts), privateHosts: config.privateHosts },
    log: ({ level, message, fields }) => {
      // Tries that will be repeated stand at the job itself.
      if (level === 'error')
        writeLog({ level, part: 'connectors', message, ...(fields === undefined ? {} : { fields }) });
    },
  });
  stops.push('connectors', async () => {
    await workers.stop();
    await way.close();
  });
};
