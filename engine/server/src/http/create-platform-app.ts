import type { Casework, Locale } from '@irisflow/casework';
import type { Database } from '@irisflow/database';
import type { FastifyInstance } from 'fastify';
import { describeApi } from '../api/openapi.ts';
import { createHandlers } from '../handlers/create-handlers.ts';
import { createApp, type AppOptions } from './create-app.ts';
import { createActorFinder } from './find-actor.ts';
import { createOidcSignIn, type OidcOptions } from './oidc-sign-in.ts';
import { registerHealth } from './register-health.ts';
import { registerOperations } from './register-operations.ts';

export interface PlatformAppOptions extends Omit<AppOptions, 'isSecure'> {
  readonly casework: Casework;
  readonly database: Database;
  readonly publicUrl: string;
  readonly isDemo: boolean;
  readonly connectorToken: string;
  /** The identity provider; null where nobody signs in with one. */
  readonly oidc: Omit<OidcOptions, 'redirectUri'> | null;
  readonly elementTemplates: (locale: Locale) => unknown[];
}

/** The HTTP app with the whole platform API, before the web apps and the engine are mounted and before it listens. */
export const createPlatformApp = async (options: PlatformAppOptions): Promise<FastifyInstance> => {
  const { casework, database, publicUrl, isDemo, connectorToken, oidc, elementTemplates } = options;
  const app = await createApp({ ...options, isSecure: publicUrl.startsWith('https://') });
  const handlers = createHandlers({
    casework,
    isDemo,
    oidc: oidc === null ? null : createOidcSignIn({ ...oidc, redirectUri: `${publicUrl}/api/session/oidc/callback` }),
    elementTemplates,
  });
  registerOperations(app, { handlers, findActor: createActorFinder(casework, connectorToken), publicUrl });
  registerHealth(app, database);
  app.get('/api/openapi.json', async () => describeApi());
  return app;
};
