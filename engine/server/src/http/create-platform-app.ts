import type { Casework } from '@irisflow/platform';
import type { ConnectorPage, HostConnector } from '@irisflow/procedures';
import type { Locale } from '@irisflow/foundation';
import type { Database } from '@irisflow/database';
import type { FastifyInstance } from 'fastify';
import { describeApi } from '../api/openapi.ts';
import { createHandlers } from '../handlers/create-handlers.ts';
import type { Assurance } from './assurance.ts';
import { createApp, type AppOptions } from './create-app.ts';
import { createActorFinder } from './find-actor.ts';
import { createOidcSignIn, type OidcOptions } from './oidc-sign-in.ts';
import { createRequestLimit, registerLimits } from './limit-requests.ts';
import { createGuessRefusal } from './refuse-guesses.ts';
import { registerHealth } from './register-health.ts';
import { registerOperations } from './register-operations.ts';

/** What is known of the identity provider; people may sign in as weakly as it lets them, and its claims name roles, unless said otherwise. */
export type PlatformOidc = Omit<OidcOptions, 'redirectUri' | 'signedOutUri' | 'assurance' | 'rolesFrom'> &
  Partial<Pick<OidcOptions, 'assurance' | 'rolesFrom'>>;

const anyAssurance: Assurance = { values: [], minimum: { citizen: '', staff: '', substantial: '', high: '' } };

const completeOidc = (oidc: PlatformOidc, publicUrl: string): OidcOptions => ({
  assurance: anyAssurance,
  rolesFrom: 'auto',
  ...oidc,
  redirectUri: `${publicUrl}/api/session/oidc/callback`,
  signedOutUri: `${publicUrl}/api/session/oidc/signed-out`,
});

export interface PlatformAppOptions extends Omit<AppOptions, 'isSecure'> {
  readonly casework: Casework;
  readonly database: Database;
  /** Why the engine takes no commands, as a sentence; without it readiness asks the store alone. */
  readonly engineProblem?: () => Promise<string | null>;
  readonly publicUrl: string;
  readonly isDemo: boolean;
  /** How often a person, or an address where nobody is signed in, may call the API. */
  readonly requestsPerMinute: number;
  /** How many wrong tokens of connectors an address may send. */
  readonly wrongTokensPerMinute: number;
  readonly connectorToken: string;
  /** The identity provider; null where nobody signs in with one. */
  readonly oidc: PlatformOidc | null;
  /** Counts requests in the store, for all web processes together; else each counts for itself. */
  readonly sharesLimits?: boolean;
  /** Connectors that go where their job says. */
  readonly hostConnectors: readonly HostConnector[];
  readonly elementTemplates: (locale: Locale) => unknown[];
  readonly connectorPages?: (locale: Locale) => ConnectorPage[];
}

const noProblem = async () => null;

/** The HTTP app with the whole platform API, before the web apps and the engine are mounted and before it listens. */
export const createPlatformApp = async (options: PlatformAppOptions): Promise<FastifyInstance> => {
  const {
    casework,
    database,
    publicUrl,
    isDemo,
    connectorToken,
    oidc,
    hostConnectors,
    elementTemplates,
    connectorPages = () => [],
    engineProblem = noProblem,
  } = options;
  const app = await createApp({ ...options, isSecure: publicUrl.startsWith('https://') });
  const handlers = createHandlers({
    casework,
    isDemo,
    oidc: oidc === null ? null : createOidcSignIn(completeOidc(oidc, publicUrl)),
    hostConnectors,
    elementTemplates,
    connectorPages,
  });
  await registerLimits(app, options.sharesLimits === true ? casework : null);
  const refuseTooMany = createRequestLimit(app, { name: 'api', max: options.requestsPerMinute, seconds: 60 });
  const refuseGuess = createGuessRefusal(casework, options.wrongTokensPerMinute);
  registerOperations(app, {
    handlers,
    findActor: createActorFinder(casework, connectorToken, refuseGuess),
    refuseTooMany,
    publicUrl,
  });
  registerHealth(app, { database, engineProblem });
  app.get('/api/openapi.json', { onRequest: refuseTooMany }, async () => describeApi());
  return app;
};
