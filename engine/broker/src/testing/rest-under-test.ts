import { Camunda8 } from '@camunda8/sdk';
import type { DatabaseKind } from '@irisflow/database';
import fastify from 'fastify';
import type { Clock } from '../clock.ts';
import { type BrokerTestOptions, type BrokerUnderTest, startBrokerUnderTest } from './broker-under-test.ts';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Record<string, unknown>;
  readonly text: string;
}

/** A broker whose REST API listens on a port of this machine, with a real client and with plain requests. */
export interface RestUnderTest {
  readonly engine: BrokerUnderTest;
  readonly client: ReturnType<Camunda8['getCamundaRestClient']>;
  readonly url: string;
  /** Sends text as it is, a form with its files, anything else as JSON. */
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
  /** The items of a search. */
  search(path: string, body?: object): Promise<Record<string, unknown>[]>;
  /** Stops the broker and starts another one on the same store, on another port; `meanwhile` is called in between. */
  restart(meanwhile?: () => void): Promise<void>;
  stop(): Promise<void>;
}

const clientOf = (url: string) =>
  new Camunda8({
    ZEEBE_REST_ADDRESS: url,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    CAMUNDA_OAUTH_DISABLED: true,
    CAMUNDA_LOG_LEVEL: 'none',
  }).getCamundaRestClient();

const read = (text: string, type: string): Record<string, unknown> => (type.includes('json') ? JSON.parse(text) : {});

const encode = (body: unknown): RequestInit => {
  if (body === undefined) return {};
  if (body instanceof FormData) return { body };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { body: text, headers: { 'content-type': 'application/json' } };
};

const listen = async (engine: BrokerUnderTest) => {
  const app = fastify();
  await app.register(engine.broker.rest, { prefix: '/v2' });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, url, client: clientOf(url) };
};

export const startRestUnderTest = async (
  kind: DatabaseKind,
  clock: Clock = Date,
  options: BrokerTestOptions = {},
): Promise<RestUnderTest> => {
  const engine = await startBrokerUnderTest(kind, clock, options);
  let door = await listen(engine);
  const ask: RestUnderTest['ask'] = async (method, path, body) => {
    const response = await fetch(`${door.url}/v2${path}`, { method, ...encode(body) });
    const type = response.headers.get('content-type') ?? '';
    const answer = await response.text();
    return { status: response.status, type, text: answer, body: read(answer, type) };
  };
  return {
    engine,
    get client() {
      return door.client;
    },
    get url() {
      return `${door.url}/v2`;
    },
    ask,
    search: async (path, body = {}) => (await ask('POST', path, body)).body['items'] as Record<string, unknown>[],
    restart: async (meanwhile) => {
      await door.app.close();
      await engine.restart(meanwhile);
      door = await listen(engine);
    },
    stop: async () => {
      await door.app.close();
      await engine.stop();
    },
  };
};
