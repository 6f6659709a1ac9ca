import { createOriginFetch, runConnector, type ConnectorDefinition, type GuardedFetch } from '@irisflow/connector-sdk';
import { handleOf, startTestServer, type TestAnswer, type TestServer } from '@irisflow/connector-sdk/testing';
import type { Static, TObject, TSchema } from 'typebox';
import { afterAll, beforeAll, beforeEach } from 'vitest';

export type PlatformRequestSeen = {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly idempotencyKey: string | undefined;
  /** What says who asks: case handle, job and connector. */
  readonly caller: readonly (string | undefined)[];
  readonly body: unknown;
};

/** A listening stand-in for the platform's side of the agreement: it notes what it is asked and answers as told. */
export type PlatformWorld = {
  readonly seen: PlatformRequestSeen[];
  readonly url: () => string;
  /** The way to it, as a worker opens it. */
  readonly platform: GuardedFetch;
  readonly answerWith: (answer: TestAnswer) => void;
  readonly run: <I extends TObject, O extends TSchema, C extends string>(
    connector: ConnectorDefinition<I, O, C>,
    input: Static<I>,
    caseHandle?: string,
  ) => ReturnType<typeof runConnector>;
};

export const usePlatformWorld = (): PlatformWorld => {
  const seen: PlatformRequestSeen[] = [];
  let next: TestAnswer = {};
  let server: TestServer;
  const platform: GuardedFetch = async (request) => {
    const way = createOriginFetch(server.url);
    try {
      return await way.fetch(request);
    } finally {
      await way.close();
    }
  };
  beforeAll(async () => {
    server = await startTestServer(({ method, path, headers, body }) => {
      const caller = [headers['irisflow-case'], headers['irisflow-job'], headers['irisflow-connector']];
      const { authorization, 'idempotency-key': idempotencyKey } = headers;
      seen.push({ method, path, authorization, idempotencyKey, caller, body });
      return next;
    });
  });
  beforeEach(() => {
    seen.length = 0;
    next = {};
  });
  afterAll(() => server.stop());
  return {
    seen,
    url: () => server.url,
    platform,
    answerWith: (answer) => {
      next = answer;
    },
    run: (connector, input, caseHandle = handleOf('c0ffee')) =>
      runConnector(connector, input, {
        caseHandle,
        settings: { PLATFORM_URL: server.url },
        secrets: { PLATFORM_TOKEN: 'platform-token' },
        ports: { platform },
      }),
  };
};
