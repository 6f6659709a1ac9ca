import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface AuthorizationServer {
  readonly issuer: string;
  readonly tokenUrl: string;
  /** How many tokens it has given out. */
  issued(): number;
  stop(): Promise<void>;
}

export const engineClient = { id: 'irisflow-platform', secret: 'a-secret-of-the-platform', audience: 'zeebe-api' };

/** A real authorization server on loopback: client credentials, and access tokens as JWT that live for some seconds. */
export const startAuthorizationServer = async (seconds = 300): Promise<AuthorizationServer> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: engineClient.id,
        client_secret: engineClient.secret,
        token_endpoint_auth_method: 'client_secret_post',
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        // Clients of Zeebe name an audience, not a resource.
        defaultResource: () => 'urn:zeebe',
        getResourceServerInfo: () => ({
          scope: 'engine',
          audience: engineClient.audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: seconds,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  });
  let issued = 0;
  provider.on('client_credentials.issued', () => {
    issued += 1;
  });
  provider.on('server_error', (_, error) => process.stderr.write(`${error.stack}\n`));
  const handle = provider.callback();
  server.on('request', (request, response) => void handle(request, response));
  return {
    issuer,
    tokenUrl: `${issuer}/token`,
    issued: () => issued,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
