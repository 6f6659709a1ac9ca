import type { Server } from '@grpc/grpc-js';
import type { Socket } from 'node:net';
import { http2ServersOf } from './http2-servers.ts';

/** The connections of a server; a client that broke the rules of HTTP/2 may leave one that no session knows any more. */
export interface Connections {
  /** Cuts what is still open. */
  cut(): void;
}

/** Follows the connections of a bound server from now on. */
export const followConnections = (server: Server): Connections => {
  const open = new Set<Socket>();
  for (const http2Server of http2ServersOf(server)) {
    http2Server.on('connection', (socket: Socket) => {
      open.add(socket);
      socket.once('close', () => void open.delete(socket));
    });
  }
  return {
    cut: () => {
      for (const socket of open) socket.destroy();
    },
  };
};
