import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { job, listAdministrationKeys, scopeOf } from '@irisflow/access';
import { migrateCasework, openCasework, type Casework } from '@irisflow/platform';
import { connectors } from '@irisflow/connector-catalog';
import { documentation, elementTemplate } from '@irisflow/connector-sdk';
import type { Database } from '@irisflow/database';
import type { Locale } from '@irisflow/foundation';
import type { ConnectorPage } from '@irisflow/procedures';
import type { Seals } from '@irisflow/signatures';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';
import { publishExamples } from '../demo/publish-examples.ts';
import { seedBrands } from '../demo/seed-brands.ts';
import { seedCounters } from '../demo/seed-counters.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import { createPlatformApp } from '../http/create-platform-app.ts';
import { registerStaticApp } from '../http/static-apps.ts';
import { createMailer } from './create-mailer.ts';
import { createFileScanner } from './create-file-scanner.ts';
import { createPaymentProvider, type OpenedProvider } from './create-payment-provider.ts';
import { openCarriers } from './open-carriers.ts';
import { openSeals, sealWarnings, strangeSeals } from './open-seals.ts';
import { createWebhookSender, type OpenedSender } from './create-webhook-sender.ts';
import { ownServers } from './own-servers.ts';
import { createPrefillSources } from '../prefill/create-prefill-sources.ts';
import { createRegisters } from '../prefill/create-registers.ts';
import { engineProblem } from './engine-problem.ts';
import { shippedTemplates } from './shipped-templates.ts';
import { openAnchorFile } from './anchor-file.ts';
import { openWebDatabase } from './open-configured-database.ts';
import { loginOf, requireBoundLogin } from './require-bound-login.ts';
import { reachable, type StartedEngine } from './start-engine.ts';
import type { Sources } from './start-sources.ts';
import type { StopStack } from './stop-stack.ts';
import { createRandom, systemClock } from './surroundings.ts';
import { reasonOf, writeLog } from './write-log.ts';

export interface WebParts {
  readonly config: Config;
  readonly port: number;
  /** The store as the login that owns it. */
  readonly owner: Database;
  readonly engine: StartedEngine;
  readonly sources: Sources;
}

export interface Web {
  readonly casework: Casework;
  /** Where this process is reached on this machine. */
  readonly url: string;
  /** Where people reach it. */
  readonly publicUrl: string;
  /** Makes whoever brings it the first administrator; null where there is one, and in a demonstration. */
  readonly firstAdministratorToken: string | null;
}

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../..');

/** The folder of procedure folders that a demonstration publishes. */
export const examplesOf = ({ examples }: Config): string => (examples === '' ? path.join(root, 'examples') : examples);

const limits = { requestsPerMinute: 600, wrongTokensPerMinute: 10 } as const;

const apps = [
  { prefix: '/desk/', pages: 'desk', folder: 'forms-runtime/desk/dist/app', policy: 'strict' },
  { prefix: '/designer/', pages: 'designer', folder: 'designer/dist/app', policy: 'styles' },
  { prefix: '/', pages: 'portal', folder: 'forms-runtime/portal/dist/app', policy: 'strict' },
] as const;

/** The store as people, connectors and jobs reach it, behind walls that stand. */
const openStore = async ({ config, owner }: WebParts, stops: StopStack): Promise<Database> => {
  const database = await openWebDatabase(config, owner);
  if (database !== owner) stops.push('store of the web', () => database.close());
  await migrateCasework(owner, { logins: [await loginOf(database)] });
  if (config.mode === 'production') await requireBoundLogin(database);
  return database;
};

interface Opened {
  readonly database: Database;
  readonly publicUrl: string;
  readonly sender: OpenedSender;
  /** Null where nothing is paid online. */
  readonly paying: OpenedProvider | null;
  /** Who carries letters. */
  readonly carriers: ReturnType<typeof openCarriers>;
  readonly seals: Seals;
}

/** The provider that was configured; in a demonstration, the one that the sandbox plays. */
const openProvider = ({ config, sources }: WebParts): OpenedProvider | null => {
  if (config.paymentUrl !== '')
    return createPaymentProvider({ url: config.paymentUrl, key: config.paymentKey, pages: config.paymentPages });
  const { sandbox } = sources;
  return sandbox === null ? null : createPaymentProvider({ ...sandbox.payments, pages: '' });
};

const openCases = (
  { config, engine, sources }: WebParts,
  { database, publicUrl, sender, paying, carriers, seals }: Opened,
): Casework => {
  const mailer = createMailer(sources);
  const access = { ...sources, egress: { ownServers: [publicUrl], privateHosts: config.privateHosts } };
  return openCasework({
    database,
    engine,
    clock: systemClock,
    random: createRandom(),
    prefill: createPrefillSources(access),
    registers: createRegisters(access),
    ...(mailer === null ? {} : { mailer }),
    fileChecks: {
      scan: config.fileScanner === '' ? null : createFileScanner(config.fileScanner),
      opensUnchecked: config.fileScanner === '' && config.uncheckedFiles === 'open',
    },
    ...(paying === null ? {} : { paymentProvider: paying.provider }),
    carriers,
    seals,
    webhookSender: sender.send,
    publicUrl,
    personalDataKey: Buffer.from(config.secretKey, 'hex'),
    rolesFrom: config.rolesFrom,
    anchors: openAnchorFile(config),
    connectorTypes: connectors.map(({ type }) => type),
    connectorTemplates: shippedTemplates,
    sourceTypes: connectors.flatMap(({ type, consults }) =>
      consults !== undefined && 'source' in consults ? [type] : [],
    ),
    privateHosts: config.privateHosts,
  });
};

const connectorPages = (locale: Locale): ConnectorPage[] =>
  connectors.map((connector) => ({
    type: connector.type,
    version: connector.version,
    title: connector.title[locale],
    isShipped: true,
    documentation: documentation(connector, locale),
    output: JSON.parse(JSON.stringify(connector.output)) as Record<string, unknown>,
    errors: Object.entries(connector.errors).map(([code, meaning]) => ({ code, meaning: meaning[locale] })),
  }));

const oidcOf = (config: Config) =>
  config.oidcIssuer === ''
    ? null
    : {
        issuer: config.oidcIssuer,
        clientId: config.oidcClientId,
        clientSecret: config.oidcClientSecret,
        rolesFrom: config.rolesFrom,
        assurance: {
          values: config.acrValues,
          minimum: {
            citizen: config.acrCitizen,
            staff: config.acrStaff,
            substantial: config.acrSubstantial,
            high: config.acrHigh,
          },
        },
      };

interface WebApp {
  readonly casework: Casework;
  readonly database: Database;
  readonly publicUrl: string;
  readonly engineProblem: () => Promise<string | null>;
}

const createWebApp = (config: Config, web: WebApp): Promise<FastifyInstance> =>
  createPlatformApp({
    ...web,
    isDemo: config.demo,
    connectorToken: config.connectorToken,
    oidc: oidcOf(config),
    trustedProxies: config.trustedProxies,
    hostConnectors: connectors.flatMap(({ type: connectorType, targets, title }) =>
      targets === 'many' ? [{ connectorType, title }] : [],
    ),
    elementTemplates: (locale) => connectors.map((connector) => elementTemplate(connector, locale)),
    connectorPages,
    logLevel: 'warn',
    ...limits,
    // The embedded store has one process, which counts faster by itself.
    sharesLimits: config.databaseUrl !== '',
  });

/** Reports what fails in the background, until we stop: then the engine's REST API closes before the last round has ended. */
const createReport = (stops: StopStack): ((thrown: unknown) => void) => {
  let isStopping = false;
  stops.push('reports', async () => {
    isStopping = true;
  });
  return (thrown) => {
    if (!isStopping) writeLog({ level: 'error', part: 'casework', message: reasonOf(thrown) });
  };
};

const warnOfSeals = async (database: Database, seals: Seals): Promise<void> => {
  const administrations = await listAdministrationKeys(database.as(scopeOf(job('operator'))));
  for (const message of [...sealWarnings(seals, systemClock.now()), ...strangeSeals(seals, administrations)])
    writeLog({ level: 'warn', part: 'seals', message });
};

/** Starts casework and the HTTP app that serves it, with the three web apps and the REST API of an embedded engine. */
export const startWeb = async (parts: WebParts, stops: StopStack): Promise<Web> => {
  const { config, port, engine } = parts;
  // `localhost` and not its number: browsers keep secure cookies over plain HTTP for that name.
  const publicUrl = config.publicUrl === '' ? `http://localhost:${port}` : config.publicUrl;
  const database = await openStore(parts, stops);
  const sender = createWebhookSender({ ownServers: ownServers(parts), privateHosts: config.privateHosts });
  stops.push('webhooks', () => sender.close());
  const paying = openProvider(parts);
  if (paying !== null) stops.push('payment provider', () => paying.close());
  const carriers = openCarriers(parts, stops);
  const seals = await openSeals(config);
  const casework = openCases(parts, { database, publicUrl, sender, paying, carriers, seals });
  stops.push('casework', () => casework.stop());
  if (config.demo) await seedDemo(casework);
  await warnOfSeals(database, seals);

  const app = await createWebApp(config, {
    casework,
    database,
    publicUrl,
    engineProblem: () => engineProblem(engine),
  });
  await engine.mount(app);
  for (const { folder, ...web } of apps)
    await registerStaticApp(app, { ...web, folder: path.join(root, folder) }, config.mode);
  await app.listen({ host: config.host, port });
  stops.push('web', () => app.close());

  if (config.demo) {
    const examples = examplesOf(config);
    const published = await publishExamples(casework, examples);
    await seedBrands(casework, examples);
    await seedCounters(casework, published);
  }
  engine.onChange(() => casework.nudge());
  casework.start({ pollMs: config.pollMs, onFailure: createReport(stops) });
  const firstAdministratorToken = config.demo
    ? null
    : await casework.people.announceFirstAdministrator({ kind: 'job', name: 'firstAdministrator' }, {});
  return { casework, url: `http://${reachable(config.host)}:${port}`, publicUrl, firstAdministratorToken };
};
