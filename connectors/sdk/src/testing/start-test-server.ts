import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export type SeenRequest = {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Read as JSON where it is JSON. */
  readonly body: unknown;
};

/** What to answer: 200 and `{}` unless said otherwise. A body that is no bytes is sent as JSON. */
export type TestAnswer = {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A server that listens on loopback, to be ended with `stop`. */
export type TestServer = {
  readonly url: string;
  /** What it was asked, in order. */
  readonly seen: SeenRequest[];
  readonly stop: () => Promise<void>;
};

export type TestServerOptions = {
  /** Certificate and key in PEM, to speak TLS. */
  readonly tls?: { readonly cert: string; readonly key: string };
};

/**
 * Stands in for a source or for the platform: a connector reaches it over real HTTP through its real guard, and what was sent
 * can be read afterwards.
 */
export const startTestServer = async (
  answer: (request: SeenRequest) => TestAnswer = () => ({}),
  { tls }: TestServerOptions = {},
): Promise<TestServer> => {
  const seen: SeenRequest[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const noted = await note(request);
    seen.push(noted);
    reply(response, answer(noted));
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => void handle(request, response);
  const server = tls === undefined ? createHttpServer(listener) : createHttpsServer(tls, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    seen,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const note = async (request: IncomingMessage): Promise<SeenRequest> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]);
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: Object.fromEntries(headers) as SeenRequest['headers'],
    body: read(Buffer.concat(chunks).toString('utf8')),
  };
};

const read = (text: string): unknown => {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const reply = (response: ServerResponse, { status = 200, body = {}, headers = {} }: TestAnswer): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body instanceof Uint8Array ? body : JSON.stringify(body));
};
