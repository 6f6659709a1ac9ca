import type { Config } from '../config/config.ts';
import type { StartedEngine } from './start-engine.ts';
import type { Sources } from './start-sources.ts';

export interface OwnParts {
  readonly config: Config;
  readonly port: number;
  readonly engine: Pick<StartedEngine, 'grpcAddress' | 'restUrl'>;
  readonly sources: Pick<Sources, 'sandbox' | 'secrets'>;
}

/** Everything of ours that answers somewhere: no connector may be led there, whatever name it is given. */
export const ownServers = ({ config, port, engine, sources }: OwnParts): string[] =>
  [
    `localhost:${port}`,
    `${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    engine.grpcAddress,
    engine.restUrl,
    config.publicUrl,
    config.platformUrl,
    config.zeebeAddress,
    config.zeebeRestAddress,
    config.databaseUrl,
    config.oidcIssuer,
    config.smtpUrl,
    config.fileScanner,
    config.paymentUrl,
    config.registeredUrl,
    config.eboxUrl,
    sources.secrets['SMTP_URL'] ?? '',
    sources.sandbox?.mailUrl ?? '',
  ].filter((server) => server !== '');
