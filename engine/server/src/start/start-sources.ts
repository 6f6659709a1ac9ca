import { startSandbox, type Sandbox } from '@irisflow/connector-sandbox';
import { demoAdministrations } from '../demo/demo-staff.ts';
import type { Config } from '../config/config.ts';
import { claimPort } from './free-port.ts';
import type { ServerRole } from './role.ts';
import type { StopStack } from './stop-stack.ts';

/** Where connectors reach the authentic sources and the mail server, and what they sign in with. */
export interface Sources {
  readonly sandbox: Sandbox | null;
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

const prefix = 'IRISFLOW_SOURCE_';

/** `IRISFLOW_SOURCE_NATIONAL_REGISTER_URL` and its kin, by the names that connectors declare. */
const configuredSources = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      name.startsWith(prefix) && value !== undefined ? [[name.slice(prefix.length), value]] : [],
    ),
  );

const mailOf = (config: Config): Record<string, string> => ({
  MAIL_FROM: config.mailFrom,
  ...(config.smtpUrl === '' ? {} : { SMTP_URL: config.smtpUrl }),
});

/** In a demonstration all administrations share the CRM that the sandbox plays. */
const crmOfEach = ({ crm }: Sandbox): string =>
  JSON.stringify(Object.fromEntries(demoAdministrations.map(({ key }) => [key, crm])));

/** And the service over SOAP that it plays, under one name. */
const permitsOfAll = ({ permits: { wsdl, user, password } }: Sandbox): string => {
  const administrations = demoAdministrations.map(({ key }) => key);
  return JSON.stringify({ permits: { host: new URL(wsdl).host, user, password, administrations } });
};

/** Starts the sandbox where a demonstration needs one; otherwise the sources are those that were configured. */
export const startSources = async (
  config: Config,
  roles: ReadonlySet<ServerRole>,
  stops: StopStack,
): Promise<Sources> => {
  const configured = { ...configuredSources(process.env), ...mailOf(config) };
  const needsSources = roles.has('web') || roles.has('workers');
  if (!config.demo || !needsSources || config.sourcesUrl !== '') {
    return { sandbox: null, settings: configured, secrets: configured };
  }
  const loopback = '127.0.0.1';
  const sandbox = await startSandbox({
    port: await claimPort({ host: loopback, port: config.sandboxPort, setting: 'IRISFLOW_SANDBOX_PORT' }),
    smtpPort: await claimPort({ host: loopback, port: config.smtpPort, setting: 'IRISFLOW_SMTP_PORT' }),
    mailPort: await claimPort({ host: loopback, port: config.mailPort, setting: 'IRISFLOW_MAIL_PORT' }),
  });
  stops.push('sandbox', () => sandbox.stop());
  return {
    sandbox,
    settings: { ...sandbox.settings, ...configured },
    secrets: {
      ...sandbox.secrets,
      CRM_ACCESS: crmOfEach(sandbox),
      SOAP_CREDENTIALS: permitsOfAll(sandbox),
      ...configured,
    },
  };
};
