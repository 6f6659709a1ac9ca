import type { ServerRole } from '../start/role.ts';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';

/** Whether callers of the embedded engine must say who they are. */
export const guardsEngine = ({ engineToken, engineOauthIssuer }: Config): boolean =>
  engineToken !== '' || engineOauthIssuer !== '';

type Rule = readonly [isBroken: (config: Config) => boolean, sentence: string];

/** What production needs, by the role that needs it. */
const rules: Readonly<Record<ServerRole | 'every', readonly Rule[]>> = {
  every: [[({ demo }) => demo, 'Expected IRISFLOW_DEMO=false in production, but demonstration sign-in is on.']],
  broker: [
    [
      ({ databaseUrl }) => databaseUrl === '',
      'Expected IRISFLOW_DATABASE_URL in production, but the embedded store survives no power cut.',
    ],
    // A proxy on this machine makes every caller look local: in production loopback protects nothing.
    [
      (config) => config.zeebeAddress === '' && !guardsEngine(config),
      'Expected IRISFLOW_ENGINE_TOKEN or IRISFLOW_ENGINE_OAUTH_ISSUER in production, but it is empty.',
    ],
  ],
  web: [
    [
      ({ databaseUrl }) => databaseUrl === '',
      'Expected IRISFLOW_DATABASE_URL in production, but the embedded store survives no power cut.',
    ],
    [
      ({ publicUrl }) => !publicUrl.startsWith('https://'),
      'Expected IRISFLOW_PUBLIC_URL to start with https:// in production.',
    ],
    [({ secretKey }) => secretKey === '', 'Expected IRISFLOW_SECRET_KEY in production, but it is empty.'],
    [
      ({ connectorToken }) => connectorToken === '',
      'Expected IRISFLOW_CONNECTOR_TOKEN in production, but it is empty.',
    ],
    [
      ({ oidcIssuer }) => oidcIssuer === '',
      'Expected IRISFLOW_OIDC_ISSUER in production, but it is empty: nobody could sign in.',
    ],
  ],
  workers: [
    [
      ({ connectorToken }) => connectorToken === '',
      'Expected IRISFLOW_CONNECTOR_TOKEN in production, but it is empty.',
    ],
  ],
};

/** Refuses a production that lacks what its roles need. */
export const refuseUnsafeProduction = (config: Config, roles: ReadonlySet<ServerRole>): void => {
  if (config.mode !== 'production') return;
  const broken = (['every', ...roles] as const).flatMap((role) => rules[role]).find(([isBroken]) => isBroken(config));
  if (broken !== undefined) throw new ConfigError(broken[1]);
};
