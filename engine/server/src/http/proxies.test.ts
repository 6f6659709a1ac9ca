import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { createApp } from './create-app.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await createApp({ isSecure: false, logLevel: 'silent', trustedProxies: ['10.9.0.0/29'] });
  app.get('/api/who', async ({ ip, protocol, host }) => ({ ip, protocol, host }));
});
afterAll(() => app.close());

const seenFrom = async (remoteAddress: string, forwardedFor: string) => {
  const headers = {
    host: 'inside',
    'x-forwarded-for': forwardedFor,
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'outside',
  };
  return (await app.inject({ url: '/api/who', remoteAddress, headers })).json<unknown>();
};

it('what a proxy of ours says of the visitor is believed', async () => {
  expect(await seenFrom('10.9.0.1', '203.0.113.9')).toEqual({ ip: '203.0.113.9', protocol: 'https', host: 'outside' });
});

it('what the visitor themselves says is not, neither past the proxy nor through it', async () => {
  expect(await seenFrom('10.9.0.9', '203.0.113.9')).toEqual({ ip: '10.9.0.9', protocol: 'http', host: 'inside' });
  expect(await seenFrom('10.9.0.1', '198.51.100.1, 203.0.113.9')).toMatchObject({ ip: '203.0.113.9' });
});
