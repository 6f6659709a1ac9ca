import type { TLSSocket } from 'node:tls';
import type { FastifyInstance } from 'fastify';

/** Whoever only looks whether a port is open leaves before saying anything. */
const hasLeft = (failure: Error): boolean => 'code' in failure && failure.code === 'ECONNRESET';

/** Writes down who speaks an old TLS or shows no certificate of the authority: such a caller never becomes a request. */
export const logHandshakes = (app: FastifyInstance): void => {
  app.server.on('tlsClientError', (failure: Error, { remoteAddress }: TLSSocket) => {
    if (!hasLeft(failure)) app.log.warn({ address: remoteAddress, reason: failure.message }, 'TLS handshake failed');
  });
};
