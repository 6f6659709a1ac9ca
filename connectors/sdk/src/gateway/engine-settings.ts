/** How a client shows the engine who it is; every text is empty where nothing is said. */
export type EngineSettings = {
  readonly zeebeClientId: string;
  readonly zeebeClientSecret: string;
  readonly zeebeTokenUrl: string;
  readonly zeebeAudience: string;
  readonly zeebeScope: string;
  readonly zeebeBearer: string;
  readonly zeebeUser: string;
  readonly zeebePassword: string;
  /** In PEM, as are certificate and key. */
  readonly zeebeCa: string;
  readonly zeebeCertificate: string;
  readonly zeebeKey: string;
};

/** The environment variables of these settings: the first is ours, the others are what further clients of Zeebe call it. */
export const ENGINE_NAMES: { readonly [Name in keyof EngineSettings]: readonly [string, ...string[]] } = {
  zeebeClientId: ['ZEEBE_CLIENT_ID'],
  zeebeClientSecret: ['ZEEBE_CLIENT_SECRET'],
  zeebeTokenUrl: ['ZEEBE_AUTHORIZATION_SERVER_URL', 'CAMUNDA_OAUTH_URL'],
  zeebeAudience: ['ZEEBE_TOKEN_AUDIENCE', 'CAMUNDA_ZEEBE_OAUTH_AUDIENCE'],
  zeebeScope: ['ZEEBE_TOKEN_SCOPE', 'CAMUNDA_TOKEN_SCOPE'],
  zeebeBearer: ['CAMUNDA_OAUTH_TOKEN'],
  zeebeUser: ['CAMUNDA_BASIC_AUTH_USERNAME', 'ZEEBE_BASIC_AUTH_USERNAME'],
  zeebePassword: ['CAMUNDA_BASIC_AUTH_PASSWORD', 'ZEEBE_BASIC_AUTH_PASSWORD'],
  zeebeCa: ['ZEEBE_CA_CERTIFICATE_PATH', 'CAMUNDA_CUSTOM_ROOT_CERT_PATH', 'ZEEBE_CLIENT_SSL_ROOT_CERTS_PATH'],
  zeebeCertificate: ['CAMUNDA_CUSTOM_CERT_CHAIN_PATH', 'ZEEBE_CLIENT_SSL_CERT_CHAIN_PATH'],
  zeebeKey: ['CAMUNDA_CUSTOM_PRIVATE_KEY_PATH', 'ZEEBE_CLIENT_SSL_PRIVATE_KEY_PATH'],
};
