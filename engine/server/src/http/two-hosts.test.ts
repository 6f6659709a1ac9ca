import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from './create-app.ts';

let app: FastifyInstance;
beforeAll(async () => {
  app = await createApp({ isSecure: false, logLevel: 'silent' });
  app.get('/api/small', async () => ({ a: 1 }));
  await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => app.close());

/** Bytes as they are: every client of ours would refuse to send them. */
const send = async (...headers: readonly string[]): Promise<string> => {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  socket.end(`GET /api/small HTTP/1.1\r\n${[...headers, 'Connection: close', '', ''].join('\r\n')}`);
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString();
  });
  await once(socket, 'close');
  return answer;
};

it('a request with two hosts, or none, is refused', async () => {
  expect(await send('Host: a.example')).toMatch(/^HTTP\/1.1 200 /);
  const two = await send('Host: a.example', 'hOsT: b.example');
  expect(two).toMatch(/^HTTP\/1.1 400 /);
  expect(two).toContain('"code":"TWO_HOSTS"');
  expect(await send('Host: a.example', 'Host: a.example')).toMatch(/^HTTP\/1.1 400 /);
  expect(await send('Accept: */*')).toMatch(/^HTTP\/1.1 400 /);
});

it('a request whose length could be read in two ways is refused', async () => {
  const both = await send('Host: a.example', 'Content-Length: 4', 'Transfer-Encoding: chunked');
  expect(both).toMatch(/^HTTP\/1.1 400 /);
  expect(await send('Host: a.example', 'Content-Length: 4', 'Content-Length: 5')).toMatch(/^HTTP\/1.1 400 /);
  expect(await send('Host: a.example', 'Transfer-Encoding: chunked, identity')).toMatch(/^HTTP\/1.1 400 /);
});
