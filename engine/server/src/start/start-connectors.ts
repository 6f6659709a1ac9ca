import { connectors, platformConsultationLog, platformDocuments } from '@irisflow/connector-catalog';
import { createEgress, startWorkers } from '@irisflow/connector-sdk';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';
import type { Engine } from './start-engine.ts';
import type { Sources } from './start-sources.ts';
import type { StopStack } from './stop-stack.ts';

export interface ConnectorParts {
  readonly config: Config;
  /** Where the platform is reached from here. */
  readonly webUrl: string;
  readonly engine: Engine;
  readonly sources: Sources;
}

/** Starts one worker a connector, on whichever engine there is. */
export const startConnectors = ({ config, webUrl, engine, sources }: ConnectorParts, stops: StopStack): void => {
  if (webUrl === '')
    throw new ConfigError('Expected IRISFLOW_PLATFORM_URL, but it is empty: connectors must reach the platform.');
  const trustedHosts = [...(sources.egress.trustedHosts ?? []), new URL(webUrl).host];
  const egress = createEgress({ ...sources.egress, trustedHosts });
  const platform = {
    url: webUrl,
    token: config.connectorToken,
    fetch: (request: Parameters<typeof egress.fetch>[0]) => egress.fetch(request, never),
  };
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
    ports: { documents: platformDocuments(platform) },
    consultationLog: platformConsultationLog(platform),
    egress: { ...sources.egress, trustedHosts },
    log: ({ level, message, fields }) => {
      if (level === 'error') process.stderr.write(`connector: ${message} ${JSON.stringify(fields ?? {})}\n`);
    },
  });
  stops.push('connectors', async () => {
    await workers.stop();
    await egress.close();
  });
};

/** Consultations are logged to the end, whatever happens to the run that caused them. */
const never = new AbortController().signal;
