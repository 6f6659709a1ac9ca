import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';

import { createEgress, type EgressPolicy } from './index.ts';
import { failureOf } from './failures.ts';
import { isForbiddenAddress } from './forbidden-address.ts';

const signal = new AbortController().signal;
const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

function egress(policy: EgressPolicy = {}) {
  const opened = createEgress(policy);
  cleanups.push(opened.close);
  return opened;
}

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function refusalOf(policy: EgressPolicy, url: string) {
  const error = await egress(policy)
    .fetch({ url }, signal)
    .then(() => undefined)
    .catch((thrown: unknown) => thrown);
  return { kind: failureOf(error).kind, message: error instanceof Error ? error.message : '' };
}

describe('the egress guard', () => {
  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0177.0.0.1/',
    'https://0x7f.1/',
    'https://0.0.0.0/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
  ])('refuses the address %s', async (url) => {
    expect(await refusalOf({}, url)).toMatchObject({ kind: 'incident', message: expect.stringContaining('private') });
  });

  it('refuses a name that leads to a private address, at the moment of connecting', async () => {
    expect(await refusalOf({}, 'https://localhost/')).toMatchObject({
      kind: 'incident',
      message: expect.stringContaining('Expected localhost to be on the public internet'),
    });
  });

  it.each([
    ['file:///etc/passwd', 'http or https'],
    ['gopher://example.org/', 'http or https'],
    ['not a url', 'http or https'],
    ['https://user:pass@example.org/', 'no credentials'],
    ['http://example.org/', 'use https'],
  ])('refuses %s', async (url, found) => {
    expect(await refusalOf({}, url)).toMatchObject({ kind: 'incident', message: expect.stringContaining(found) });
  });

  it('refuses a public host that is not on the list', async () => {
    expect(await refusalOf({ publicHosts: ['api.example.org'] }, 'https://other.example.org/')).toMatchObject({
      kind: 'incident',
      message: expect.stringContaining('among the hosts'),
    });
  });

  it('reaches a trusted host and hands over status, headers and text', async () => {
    const host = await listen((_, response) => response.writeHead(418, { 'x-kind': 'teapot' }).end('short and stout'));

    const answer = await egress({ trustedHosts: [host] }).fetch({ url: `http://${host}/` }, signal);

    expect(answer).toMatchObject({ status: 418, text: 'short and stout' });
    expect(answer.headers['x-kind']).toBe('teapot');
  });

  it('does not follow a redirect', async () => {
    const host = await listen((_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end());

    const answer = await egress({ trustedHosts: [host] }).fetch({ url: `http://${host}/` }, signal);

    expect(answer.status).toBe(302);
  });

  it('stops reading an answer that is too large', async () => {
    const host = await listen((_, response) => response.end('x'.repeat(200_000)));

    const trouble = egress({ trustedHosts: [host] }).fetch({ url: `http://${host}/`, maxBytes: 1000 }, signal);

    await expect(trouble).rejects.toThrow('at most 1000 bytes');
  });

  it('gives up on a silent host as a technical failure', async () => {
    const host = await listen(() => undefined);

    const trouble = egress({ trustedHosts: [host] }).fetch({ url: `http://${host}/`, timeoutMs: 60 }, signal);

    await expect(trouble).rejects.toThrow('TIMEOUT');
  });

  it('reports a closed port as a technical failure', async () => {
    const trouble = egress({ trustedHosts: ['127.0.0.1:1'] }).fetch({ url: 'http://127.0.0.1:1/' }, signal);

    await expect(trouble).rejects.toThrow('UNAVAILABLE: Expected 127.0.0.1:1 to be reachable, but found ECONNREFUSED');
  });

  it('refuses a header value that would start a new line', async () => {
    const host = await listen((_, response) => response.end());

    const trouble = egress({ trustedHosts: [host] }).fetch(
      { url: `http://${host}/`, headers: { 'x-name': 'a\r\nx-other: b' } },
      signal,
    );

    await expect(trouble).rejects.toThrow('malformed');
  });

  it('lets public addresses through', () => {
    expect(['93.184.216.34', '2606:4700::1111'].filter(isForbiddenAddress)).toEqual([]);
  });
});
