import { ServerCredentials } from '@grpc/grpc-js';

/** Certificates of the gateway, in PEM. */
export interface GatewayTls {
  readonly certificate: string;
  readonly key: string;
  /** With it only callers are admitted whose certificate this authority signed. */
  readonly clientCa?: string | undefined;
}

const bytes = (pem: string | undefined): Buffer | null => (pem === undefined ? null : Buffer.from(pem));

export const credentialsOf = (tls: GatewayTls | undefined): ServerCredentials => {
  if (tls === undefined) return ServerCredentials.createInsecure();
  const pair = { cert_chain: Buffer.from(tls.certificate), private_key: Buffer.from(tls.key) };
  return ServerCredentials.createSsl(bytes(tls.clientCa), [pair], tls.clientCa !== undefined);
};
