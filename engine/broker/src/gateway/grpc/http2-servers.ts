import type { Server } from '@grpc/grpc-js';
import type { Http2Server } from 'node:http2';

const isHttp2Server = (value: unknown): value is Http2Server =>
  typeof value === 'object' && value !== null && 'on' in value && typeof value.on === 'function';

/** The HTTP/2 servers inside a gRPC server: no public door leads to them. */
export const http2ServersOf = (server: Server): Http2Server[] => {
  const servers: unknown = Reflect.get(server, 'http2Servers');
  const found = servers instanceof Map ? [...servers.keys()].filter(isHttp2Server) : [];
  if (found.length === 0)
    throw new TypeError('Expected to find the HTTP/2 server of @grpc/grpc-js, but its inside has changed');
  return found;
};
