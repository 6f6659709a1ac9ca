import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createOriginFetch, runConnector, type ConnectorDefinition, type GuardedFetch } from '@irisflow/connector-sdk';
import type { Static, TObject, TSchema } from 'typebox';
import { afterAll, beforeAll, beforeEach } from 'vitest';

import { handleOf } from './handle-of.ts';

export type PlatformRequestSeen = {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly idempotencyKey: string | undefined;
  /** What says who asks: case handle, job and connector. */
  readonly caller: readonly (string | undefined)[];
  readonly body: unknown;
};

type PlatformAnswer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A listening stand-in for the platform's side of the agreement: it notes what it is asked and answers as told. */
export type PlatformWorld = {
  readonly seen: PlatformRequestSeen[];
  readonly url: () => string;
  /** The way to it, as a worker opens it. */
  readonly platform: GuardedFetch;
  readonly answerWith: (answer: PlatformAnswer) => void;
  readonly run: <I extends TObject, O extends TSchema, C extends string>(
    connector: ConnectorDefinition<I, O, C>,
    input: Static<I>,
    caseHandle?: string,
  ) => ReturnType<typeof runConnector>;
};

export function usePlatformWorld(): PlatformWorld {
  const seen: PlatformRequestSeen[] = [];
  let next: PlatformAnswer = { status: 200, body: {} };
  let server: Server;
  const platform: GuardedFetch = async (request) => {
    const way = createOriginFetch(url());
    try {
      return await way.fetch(request);
    } finally {
      await way.close();
    }
  };
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  beforeAll(async () => {
    const answer = async (request: IncomingMessage, response: ServerResponse) => {
      seen.push(await note(request));
      response.writeHead(next.status, { 'content-type': 'application/json', ...next.headers });
      response.end(next.body instanceof Uint8Array ? next.body : JSON.stringify(next.body));
    };
    server = createServer((request, response) => void answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    seen.length = 0;
    next = { status: 200, body: {} };
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    seen,
    url,
    platform,
    answerWith: (answer) => {
      next = answer;
    },
    run: (connector, input, caseHandle = handleOf('c0ffee')) =>
      runConnector(connector, input, {
        caseHandle,
        settings: { PLATFORM_URL: url() },
        secrets: { PLATFORM_TOKEN: 'platform-token' },
        ports: { platform },
      }),
  };
}

async function note(request: IncomingMessage): Promise<PlatformRequestSeen> {
  const chunks = await request.toArray();
  const text = Buffer.concat(chunks).toString('utf8');
  const header = (name: string) => request.headers[name] as string | undefined;
  return {
    method: request.method,
    path: request.url,
    authorization: request.headers.authorization,
    idempotencyKey: header('idempotency-key'),
    caller: [header('irisflow-case'), header('irisflow-job'), header('irisflow-connector')],
    body: text === '' ? undefined : JSON.parse(text),
  };
}
