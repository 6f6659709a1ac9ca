import { alsoNamed, oneOf, pem, secret, text, url } from './setting.ts';

/** How the platform and its workers show the engine who they are, under the names that Zeebe's clients know. */
export const clientSettings = {
  zeebeClientId: text('ZEEBE_CLIENT_ID', '', 'OAuth client of the platform at the authorization server of the engine.'),
  zeebeClientSecret: secret('ZEEBE_CLIENT_SECRET', 'Secret of that client.'),
  zeebeTokenUrl: alsoNamed(
    url('ZEEBE_AUTHORIZATION_SERVER_URL', '', 'Token endpoint of the authorization server.'),
    url('CAMUNDA_OAUTH_URL', '', ''),
  ),
  zeebeAudience: alsoNamed(
    text('ZEEBE_TOKEN_AUDIENCE', '', 'Audience to ask the token for.'),
    text('CAMUNDA_ZEEBE_OAUTH_AUDIENCE', '', ''),
  ),
  zeebeScope: alsoNamed(
    text('ZEEBE_TOKEN_SCOPE', '', 'Scope to ask the token for.'),
    text('CAMUNDA_TOKEN_SCOPE', '', ''),
  ),
  zeebeBearer: secret('CAMUNDA_OAUTH_TOKEN', 'A bearer token to send as it is.'),
  zeebeUser: alsoNamed(
    text('CAMUNDA_BASIC_AUTH_USERNAME', '', 'User of Basic authentication towards the engine.'),
    text('ZEEBE_BASIC_AUTH_USERNAME', '', ''),
  ),
  zeebePassword: alsoNamed(
    secret('CAMUNDA_BASIC_AUTH_PASSWORD', 'Password of that user.'),
    secret('ZEEBE_BASIC_AUTH_PASSWORD', ''),
  ),
  zeebeTenant: alsoNamed(
    text('CAMUNDA_TENANT_ID', '', 'Tenant of the engine in which the platform works.'),
    text('ZEEBE_TENANT_ID', '', ''),
  ),
  zeebeSecure: alsoNamed(
    oneOf(
      'ZEEBE_SECURE_CONNECTION',
      ['', 'true', 'false'],
      '',
      'Whether gRPC speaks TLS; empty means as ZEEBE_REST_ADDRESS does.',
    ),
    oneOf('CAMUNDA_SECURE_CONNECTION', ['', 'true', 'false'], '', ''),
  ),
  zeebeCa: alsoNamed(
    pem('ZEEBE_CA_CERTIFICATE_PATH', 'Certificate authority that signed the certificate of the engine.'),
    pem('CAMUNDA_CUSTOM_ROOT_CERT_PATH', ''),
    pem('ZEEBE_CLIENT_SSL_ROOT_CERTS_PATH', ''),
  ),
  zeebeCertificate: alsoNamed(
    pem('CAMUNDA_CUSTOM_CERT_CHAIN_PATH', 'Certificate that the platform shows the engine (mutual TLS).'),
    pem('ZEEBE_CLIENT_SSL_CERT_CHAIN_PATH', ''),
  ),
  zeebeKey: alsoNamed(
    pem('CAMUNDA_CUSTOM_PRIVATE_KEY_PATH', 'Private key of that certificate.'),
    pem('ZEEBE_CLIENT_SSL_PRIVATE_KEY_PATH', ''),
  ),
} as const;
