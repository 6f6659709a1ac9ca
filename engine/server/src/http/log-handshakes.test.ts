import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:tls';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCertificates, type Certificates } from '../testing/create-certificates.ts';
import { createApp } from './create-app.ts';

let app: FastifyInstance;
let certificates: Certificates;
const lines: string[] = [];

beforeAll(async () => {
  certificates = createCertificates();
  const { certificate, key } = certificates.server;
  app = await createApp({
    isSecure: true,
    logLevel: 'warn',
    logTo: { write: (line) => void lines.push(line) },
    tls: { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') },
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await app.close();
  certificates.remove();
});

it('a handshake that fails is logged', async () => {
  const { port } = app.server.address() as AddressInfo;
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  const told = once(app.server, 'tlsClientError');
  const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ...old });
  await once(socket, 'error');
  await told;
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { level: 'warn', msg: 'TLS handshake failed', reason: expect.stringContaining('unsupported protocol') },
  ]);
});
