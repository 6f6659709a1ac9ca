import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrateCasework, openCasework, type Casework } from '@irisflow/casework';
import { connectors } from '@irisflow/connector-catalog';
import { elementTemplate } from '@irisflow/connector-sdk';
import type { Database } from '@irisflow/database';
import type { FastifyInstance } from 'fastify';
import { describeApi } from '../api/openapi.ts';
import type { Config } from '../config/config.ts';
import { publishExamples } from '../demo/publish-examples.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import { createHandlers } from '../handlers/create-handlers.ts';
import { createApp } from '../http/create-app.ts';
import { createActorFinder } from '../http/find-actor.ts';
import { createOidcSignIn } from '../http/oidc-sign-in.ts';
import { registerHealth } from '../http/register-health.ts';
import { registerOperations } from '../http/register-operations.ts';
import { registerStaticApp } from '../http/static-apps.ts';
import { createPrefillSources } from '../prefill/create-prefill-sources.ts';
import type { Engine } from './start-engine.ts';
import type { Sources } from './start-sources.ts';
import type { StopStack } from './stop-stack.ts';

export interface WebParts {
  readonly config: Config;
  readonly port: number;
  readonly database: Database;
  readonly engine: Engine;
  readonly sources: Sources;
}

export interface Web {
  /** Where this process is reached on this machine. */
  readonly url: string;
  /** Where people reach it. */
  readonly publicUrl: string;
}

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../..');
const requestsPerMinute = 600;

const apps = [
  { prefix: '/desk/', folder: 'forms-runtime/desk/dist/app', policy: 'strict' },
  { prefix: '/designer/', folder: 'designer/dist/app', policy: 'styles' },
  { prefix: '/', folder: 'forms-runtime/portal/dist/app', policy: 'strict' },
] as const;

const openCases = async ({ config, database, engine, sources }: WebParts, publicUrl: string): Promise<Casework> => {
  await migrateCasework(database);
  return openCasework({
    database,
    engine: { grpcAddress: engine.grpcAddress, restUrl: engine.restUrl },
    clock: { now: () => Date.now() },
    random: { id: () => randomBytes(16).toString('base64url'), token: () => randomBytes(32).toString('base64url') },
    prefill: createPrefillSources(sources),
    publicUrl,
    personalDataKey: Buffer.from(config.secretKey, 'hex'),
    connectorTypes: connectors.map(({ type }) => type),
  });
};

const oidcOf = (config: Config, publicUrl: string) =>
  config.oidcIssuer === ''
    ? null
    : createOidcSignIn({
        issuer: config.oidcIssuer,
        clientId: config.oidcClientId,
        clientSecret: config.oidcClientSecret,
        redirectUri: `${publicUrl}/api/session/oidc/callback`,
      });

const mountApi = (
  app: FastifyInstance,
  { config, database }: WebParts,
  casework: Casework,
  publicUrl: string,
): void => {
  const handlers = createHandlers({
    casework,
    isDemo: config.demo,
    oidc: oidcOf(config, publicUrl),
    elementTemplates: (locale) => connectors.map((connector) => elementTemplate(connector, locale)),
  });
  registerOperations(app, { handlers, findActor: createActorFinder(casework, config.connectorToken) });
  registerHealth(app, database);
  app.get('/api/openapi.json', async () => describeApi());
};

/** Starts casework and the HTTP app that serves it, with the three web apps and the REST API of an embedded engine. */
export const startWeb = async (parts: WebParts, stops: StopStack): Promise<Web> => {
  const { config, port, engine } = parts;
  // `localhost` and not its number: browsers keep secure cookies over plain HTTP for that name.
  const publicUrl = config.publicUrl === '' ? `http://localhost:${port}` : config.publicUrl;
  const casework = await openCases(parts, publicUrl);
  stops.push('casework', () => casework.stop());
  if (config.demo) await seedDemo(casework);

  const app = await createApp({ isSecure: publicUrl.startsWith('https://'), logLevel: 'warn', requestsPerMinute });
  mountApi(app, parts, casework, publicUrl);
  await engine.mount(app);
  for (const { folder, ...web } of apps) await registerStaticApp(app, { ...web, folder: path.join(root, folder) });
  await app.listen({ host: config.host, port });
  stops.push('web', () => app.close());

  if (config.demo)
    await publishExamples(casework, config.examples === '' ? path.join(root, 'examples') : config.examples);
  engine.onChange(() => casework.wake());
  casework.start();
  return { url: `http://${config.host}:${port}`, publicUrl };
};
