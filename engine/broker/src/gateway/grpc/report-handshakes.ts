import type { Server } from '@grpc/grpc-js';
import type { TLSSocket } from 'node:tls';
import { http2ServersOf } from './http2-servers.ts';

/** Whoever only looks whether a port is open leaves before saying anything. */
const hasLeft = (failure: Error): boolean => 'code' in failure && failure.code === 'ECONNRESET';

/** Reports callers of a bound server that speak an old TLS or show no certificate of the authority: nobody else hears of them. */
export const reportHandshakes = (server: Server, onRefusal: (message: string) => void): void => {
  for (const http2Server of http2ServersOf(server))
    http2Server.on('tlsClientError', (failure: Error, { remoteAddress = 'a caller that is gone' }: TLSSocket) => {
      if (!hasLeft(failure))
        onRefusal(`Expected a TLS handshake with ${remoteAddress}, but it failed: ${failure.message}`);
    });
};
