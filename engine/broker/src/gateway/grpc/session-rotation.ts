import type { Server } from '@grpc/grpc-js';
import type { ServerHttp2Session, ServerHttp2Stream } from 'node:http2';
import { http2ServersOf } from './http2-servers.ts';

/**
 * Streams after which a connection is closed in good order. Older clients reset every stream after its end; Node 20 counts
 * resets as an attack and breaks a connection after some 1,000 of them in a burst, with all calls in flight.
 * The client opens a new connection and notices nothing.
 */
const MAX_STREAMS = 800;

/** Closes each connection of a bound server after {@link MAX_STREAMS} streams. */
export const rotateSessions = (server: Server, maxStreams = MAX_STREAMS): void => {
  const streams = new WeakMap<ServerHttp2Session, number>();
  const count = ({ session }: ServerHttp2Stream) => {
    if (session === undefined) return;
    const started = (streams.get(session as ServerHttp2Session) ?? 0) + 1;
    streams.set(session as ServerHttp2Session, started);
    if (started === maxStreams) session.close();
  };
  for (const http2Server of http2ServersOf(server)) http2Server.on('stream', count);
};
