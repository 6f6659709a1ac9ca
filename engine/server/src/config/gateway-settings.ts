import { flag, pem, text, url } from './setting.ts';

/** How the embedded engine guards its gateway: TLS of its own, and tokens of an authorization server. */
export const gatewaySettings = {
  engineCertificate: pem(
    'IRISFLOW_ENGINE_TLS_CERTIFICATE',
    'Certificate chain with which the gateway speaks TLS: gRPC, and REST in a process without the web role.',
  ),
  engineKey: pem('IRISFLOW_ENGINE_TLS_KEY', 'Private key of that certificate.'),
  engineClientCa: pem(
    'IRISFLOW_ENGINE_TLS_CLIENT_CA',
    'Certificate authority of callers; with it the gateway admits only those who show a certificate (mutual TLS).',
  ),
  engineProxyTls: flag(
    'IRISFLOW_ENGINE_TLS_PROXY',
    false,
    'Says that a proxy or a mesh in front of the gateway speaks TLS.',
  ),
  engineOauthIssuer: url(
    'IRISFLOW_ENGINE_OAUTH_ISSUER',
    '',
    'Issuer whose access tokens (JWT) the gateway admits, beside IRISFLOW_ENGINE_TOKEN.',
  ),
  engineOauthAudience: text('IRISFLOW_ENGINE_OAUTH_AUDIENCE', '', 'Audience that those tokens must name.'),
  engineOauthScope: text('IRISFLOW_ENGINE_OAUTH_SCOPE', '', 'Scope that those tokens must hold; empty means any.'),
} as const;
