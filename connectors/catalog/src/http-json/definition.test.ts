import { runConnector } from '@irisflow/connector-sdk';
import { describe, expect, it } from 'vitest';

import { httpJson } from '../index.ts';
import { handleOf } from '@irisflow/connector-sdk/testing';
import { usePlatformWorld } from '../testing/platform-world.ts';

const allowing = (hosts: readonly string[]) => ({
  read: async () => ({ administration: 'housing', hosts }),
  refused: async () => undefined,
});

describe('the HTTP connector', () => {
  const caseHandle = handleOf('case-1');
  // Any JSON server will do.
  const world = usePlatformWorld();
  const call = (input: Omit<Parameters<typeof httpJson.run>[0], 'url'>, secrets = {}) =>
    runConnector(
      httpJson,
      { url: `${world.url()}/things`, ...input },
      {
        caseHandle,
        egress: { privateHosts: [new URL(world.url()).host] },
        allowList: allowing([new URL(world.url()).host]),
        secrets,
      },
    );

  it('hands over status and body', async () => {
    world.answerWith({ status: 200, body: { page: { total: 3 } } });

    expect(await call({})).toMatchObject({ variables: { response: { status: 200, body: { page: { total: 3 } } } } });
  });

  it('picks places out of the answer, null where there is nothing', async () => {
    world.answerWith({ status: 200, body: { page: { total: 3 }, 'a/b': ['x'] } });

    const outcome = await call({ pick: { total: '/page/total', first: '/a~1b/0', none: '/page/none/deep', all: '' } });

    expect(outcome).toMatchObject({ output: { body: { total: 3, first: 'x', none: null, all: { page: {} } } } });
  });

  it('sends a body once, as the host can tell by the key', async () => {
    await call({ method: 'POST', body: { name: 'Ada' } });

    expect(world.seen).toMatchObject([{ method: 'POST', idempotencyKey: '1-2', body: { name: 'Ada' } }]);
  });

  it.each([
    [404, { kind: 'bpmnError', code: 'REQUEST_REFUSED', variables: { status: 404 } }],
    [302, { kind: 'incident', message: expect.stringContaining('redirects') }],
    [500, { kind: 'retry', message: expect.stringContaining('500') }],
  ])('treats status %i as it deserves', async (status, expected) => {
    world.answerWith({ status, body: {}, headers: { location: 'http://169.254.169.254/' } });

    expect(await call({})).toMatchObject(expected);
    expect(world.seen).toHaveLength(1);
  });

  it('honors the pause a host asks for', async () => {
    world.answerWith({ status: 429, body: {}, headers: { 'retry-after': '7' } });

    expect(await call({})).toMatchObject({ kind: 'retry', afterMs: 7000 });
  });

  it('waits for a person when a success is not JSON or too large', async () => {
    world.answerWith({ status: 200, body: Buffer.from('<html>') });
    const page = await call({});
    world.answerWith({ status: 200, body: 'x'.repeat(1_100_000) });
    const large = await call({});

    expect(page).toMatchObject({ kind: 'incident', message: expect.stringContaining('JSON') });
    expect(large).toMatchObject({ kind: 'incident', message: expect.stringContaining('at most 1048576 bytes') });
  });

  it.each(['http://127.0.0.1:8080/', 'https://169.254.169.254/', 'https://localhost/', 'https://example.org/'])(
    'goes nowhere unless an administrator allows it, not to %s either, and tells',
    async (url) => {
      const refused: unknown[] = [];
      const allowList = { ...allowing([]), refused: async (attempt: unknown) => void refused.push(attempt) };

      const outcome = await runConnector(httpJson, { url }, { caseHandle, allowList });

      const { host } = new URL(url);
      expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining(host) });
      expect(refused).toEqual([{ caseHandle, jobKey: '3', connectorType: 'http-json', host }]);
    },
  );

  it('reaches the hosts of its case alone: without a case it goes nowhere', async () => {
    const allowList = allowing(['example.org']);

    expect(await runConnector(httpJson, { url: 'https://example.org/' }, { allowList })).toMatchObject({
      kind: 'incident',
      message: expect.stringContaining('"caseHandle"'),
    });
  });

  it.each(['localhost', '127.1', '2130706433', '0x7f000001', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0', 'LOCALHOST.'])(
    'does not reach the platform as %s, even where everybody allowed it',
    async (name) => {
      const { port } = new URL(world.url());
      const host = new URL(`http://${name}:${port}`).host;

      const outcome = await runConnector(
        httpJson,
        { url: `http://${name}:${port}/v2/topology` },
        {
          caseHandle,
          egress: { ownServers: [world.url()], privateHosts: [host] },
          allowList: allowing([host]),
        },
      );

      expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining("platform's own") });
      expect(world.seen).toEqual([]);
    },
  );

  it('shows a named credential to its own host only, and for its own administrations', async () => {
    const host = new URL(world.url()).host;
    const administrations = ['taxi', 'housing'];
    const secrets = {
      HTTP_CREDENTIALS: JSON.stringify({
        ours: { host, authorization: 'Bearer ours-4711', administrations },
        elsewhere: { host: 'api.example.org', authorization: 'Bearer elsewhere-4711', administrations },
        theirs: { host, authorization: 'Bearer theirs-4711', administrations: ['taxi'] },
      }),
    };

    await call({ credential: 'ours' }, secrets);
    const misused = await call({ credential: 'elsewhere' }, secrets);
    const stolen = await call({ credential: 'theirs' }, secrets);
    const unknown = await call({ credential: 'constructor' }, secrets);

    expect(world.seen.map(({ authorization }) => authorization)).toEqual(['Bearer ours-4711']);
    expect(stolen).toMatchObject({ kind: 'incident', message: expect.stringContaining('for others') });
    expect(misused).toMatchObject({ kind: 'incident', message: expect.stringContaining('used for api.example.org') });
    expect(unknown).toMatchObject({ kind: 'incident', message: expect.stringContaining('configured none') });
  });
});
