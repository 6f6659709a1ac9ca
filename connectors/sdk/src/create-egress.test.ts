import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';

import { createEgress, createOriginFetch, type EgressPolicy, type Reach } from './index.ts';
import { failureOf } from './failures.ts';
import { isForbiddenAddress } from './forbidden-address.ts';

const signal = new AbortController().signal;
const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const egress = (policy: EgressPolicy = {}) => {
  const opened = createEgress(policy);
  cleanups.push(opened.close);
  return opened;
};

const listen = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const configured = (...hosts: readonly string[]): Reach => ({ kind: 'configured', hosts });
const allowed = (...hosts: readonly string[]): Reach => ({ kind: 'allowed', hosts });
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

const refusalOf = async (url: string, policy: EgressPolicy = {}, reach: Reach = allowed(hostOf(url))) => {
  const error = await egress(policy)
    .fetch({ url }, { signal, reach })
    .then(() => undefined)
    .catch((thrown: unknown) => thrown);
  return { kind: failureOf(error).kind, message: error instanceof Error ? error.message : '' };
};

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
    expect(await refusalOf(url)).toMatchObject({ kind: 'incident', message: expect.stringContaining('private') });
  });

  it('refuses a name that leads to a private address, at the moment of connecting', async () => {
    expect(await refusalOf('https://localhost/')).toMatchObject({
      kind: 'incident',
      message: expect.stringContaining('Expected localhost to be on the public internet'),
    });
  });

  it.each([
    ['file:///etc/passwd', 'http or https'],
    ['gopher://example.org/', 'http or https'],
    ['not a url', 'http or https'],
    ['https://user:pass@example.org/', 'no credentials'],
  ])('refuses %s', async (url, found) => {
    expect(await refusalOf(url)).toMatchObject({ kind: 'incident', message: expect.stringContaining(found) });
  });

  it.each([
    ['https://other.example.org/', allowed('api.example.org'), 'an administrator can add it'],
    ['https://api.example.org:8443/', allowed('api.example.org'), 'an administrator can add it'],
    ['https://other.example.org/', configured('api.example.org'), 'own settings'],
    ['http://api.example.org/', allowed('api.example.org:80'), 'use https'],
  ])('refuses %s, which nobody allowed so', async (url, reach, found) => {
    expect(await refusalOf(url, {}, reach)).toMatchObject({
      kind: 'incident',
      message: expect.stringContaining(found),
    });
  });

  it('goes to an allowed private host only where the operator says so', async () => {
    const host = await listen((_, response) => response.end('inside'));
    const url = `http://${host}/`;

    expect(await refusalOf(url, {}, allowed(host))).toMatchObject({ kind: 'incident' });
    const answer = await egress({ privateHosts: [host] }).fetch({ url }, { signal, reach: allowed(host) });

    expect(answer.text).toBe('inside');
  });

  describe('keeps the platform’s own servers to itself', () => {
    it.each(['127.0.0.1', 'localhost', 'localhost.', '127.1', '2130706433', '0177.1', '0x7f.1', '0.0.0.0'])(
      'as %s',
      async (name) => {
        let hits = 0;
        const host = await listen((_, response) => response.end(String((hits += 1))));
        const target = new URL(`http://${name}:${host.split(':')[1]}/v2/topology`);
        const policy = { ownServers: [`http://${host}`], privateHosts: [target.host] };

        for (const reach of [configured(target.host), allowed(target.host)])
          expect(await refusalOf(target.href, policy, reach)).toMatchObject({
            kind: 'incident',
            message: expect.stringContaining("platform's own"),
          });
        expect(hits).toBe(0);
      },
    );

    it.each(['[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::]'])(
      'as %s, which means the same machine',
      async (name) => {
        const policy = { ownServers: ['localhost:26500'], privateHosts: [`${name}:26500`] };
        const { host, href } = new URL(`http://${name}:26500/`);

        expect(await refusalOf(href, policy, configured(host))).toMatchObject({
          kind: 'incident',
          message: expect.stringContaining("platform's own"),
        });
      },
    );

    it('but not another server on the same machine', async () => {
      const host = await listen((_, response) => response.end('another'));

      const answer = await egress({ ownServers: ['127.0.0.1:1', 'postgres://x:y@localhost/db'] }).fetch(
        { url: `http://${host}/` },
        { signal, reach: configured(host) },
      );

      expect(answer.text).toBe('another');
    });
  });

  it.each(['http://169.254.169.254/', 'http://[fd00:ec2::254]/', 'http://100.100.100.200/', 'http://[fe80::1]/'])(
    'never asks %s, not even as a setting: there a cloud tells a machine its secrets',
    async (url) => {
      expect(await refusalOf(url, {}, configured(`${hostOf(url)}:80`))).toMatchObject({
        kind: 'incident',
        message: expect.stringContaining('reserved'),
      });
    },
  );

  it('reaches a host of the connector’s settings and hands over status, headers and text', async () => {
    const host = await listen((_, response) => response.writeHead(418, { 'x-kind': 'teapot' }).end('short and stout'));

    const answer = await egress().fetch({ url: `http://${host}/` }, { signal, reach: configured(host) });

    expect(answer).toMatchObject({ status: 418, text: 'short and stout' });
    expect(answer.headers['x-kind']).toBe('teapot');
  });

  it('does not follow a redirect', async () => {
    const host = await listen((_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end());

    const answer = await egress().fetch({ url: `http://${host}/` }, { signal, reach: configured(host) });

    expect(answer.status).toBe(302);
  });

  it('stops reading an answer that is too large', async () => {
    const host = await listen((_, response) => response.end('x'.repeat(200_000)));

    const trouble = egress().fetch({ url: `http://${host}/`, maxBytes: 1000 }, { signal, reach: configured(host) });

    await expect(trouble).rejects.toThrow('at most 1000 bytes');
  });

  it('gives up on a silent host as a technical failure', async () => {
    const host = await listen(() => undefined);

    const trouble = egress().fetch({ url: `http://${host}/`, timeoutMs: 60 }, { signal, reach: configured(host) });

    await expect(trouble).rejects.toThrow('TIMEOUT');
  });

  it('reports a closed port as a technical failure', async () => {
    const trouble = egress().fetch({ url: 'http://127.0.0.1:1/' }, { signal, reach: configured('127.0.0.1:1') });

    await expect(trouble).rejects.toThrow('UNAVAILABLE: Expected 127.0.0.1:1 to be reachable, but found ECONNREFUSED');
  });

  it('refuses a header value that would start a new line', async () => {
    const host = await listen((_, response) => response.end());

    const trouble = egress().fetch(
      { url: `http://${host}/`, headers: { 'x-name': 'a\r\nx-other: b' } },
      { signal, reach: configured(host) },
    );

    await expect(trouble).rejects.toThrow('malformed');
  });

  it('has a way to one server, which leads to no other', async () => {
    const host = await listen((_, response) => response.end('platform'));
    const way = createOriginFetch(`http://${host}/base`);
    cleanups.push(way.close);

    expect((await way.fetch({ url: `http://${host}/api` })).text).toBe('platform');
    await expect(way.fetch({ url: 'http://127.0.0.1:1/' })).rejects.toThrow('Expected a request to');
  });

  it('lets public addresses through', () => {
    expect(['93.184.216.34', '2606:4700::1111'].filter(isForbiddenAddress)).toEqual([]);
  });
});
