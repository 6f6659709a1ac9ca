import { request } from 'node:http';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bearerToken } from '../authenticate.ts';
import { type BrokerUnderTest, startBrokerUnderTest } from '../../testing/broker-under-test.ts';
import { guardRoutes } from './guard.ts';

/** `fetch` writes the Host header itself. */
const statusOf = (port: number, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: '/v2/topology', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .once('error', reject)
      .end();
  });

const portOf = (app: FastifyInstance) => {
  const address = app.server.address();
  if (typeof address !== 'object' || address === null) throw new TypeError(`Expected a port, but found ${address}`);
  return address.port;
};

describe('the guard', () => {
  let engine: BrokerUnderTest;
  let open: FastifyInstance;
  let locked: FastifyInstance;
  const refusals: string[] = [];
  beforeAll(async () => {
    engine = await startBrokerUnderTest('postgres');
    open = fastify();
    await open.register(engine.broker.rest, { prefix: '/v2' });
    await open.listen({ host: '127.0.0.1', port: 0 });
    locked = fastify();
    guardRoutes(locked, {
      authenticate: bearerToken('secret'),
      isTenancyOn: false,
      onRefusal: (message) => void refusals.push(message),
    });
    locked.get('/v2/topology', async () => ({}));
    await locked.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await open.close();
    await locked.close();
    await engine.stop();
  });

  test.each([
    ['its own address', { host: '127.0.0.1:8080' }, 200],
    ['its own name', { host: 'localhost:8080' }, 200],
    ['its own IPv6 address', { host: '[::1]:8080' }, 200],
    ['a page of its own', { host: 'localhost', origin: 'http://localhost:5173' }, 200],
    ['a foreign name that points here', { host: 'evil.example' }, 403],
    ['a name that only looks local', { host: '127.0.0.1.evil.example' }, 403],
    ['a page of another site', { host: 'localhost', origin: 'https://evil.example' }, 403],
    ['a page without an origin to speak of', { host: 'localhost', origin: 'null' }, 403],
  ])('without a token meets %s', async (_what, headers, expected) => {
    expect(await statusOf(portOf(open), headers)).toBe(expected);
  });

  test.each([
    ['no credentials', {}, 401],
    ['a wrong token', { authorization: 'Bearer guess' }, 401],
    ['the token', { authorization: 'Bearer secret' }, 200],
    ['the token under a public name', { authorization: 'Bearer secret', host: 'engine.example' }, 200],
  ])('with a token meets %s', async (_what, headers, expected) => {
    refusals.length = 0;
    expect(await statusOf(portOf(locked), { ...headers })).toBe(expected);
    expect(refusals).toEqual(expected === 200 ? [] : ['Expected valid credentials of 127.0.0.1, but found none']);
  });
});
