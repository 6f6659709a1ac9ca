import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { defineConnector, LOCALES, runWorkers, Type, type Connector, type ConnectorLogEntry } from '../index.ts';
import { startTestServer, type TestAnswer, type TestServer, type TestServerOptions } from '../testing/index.ts';

const text = (en: string) => ({ fr: `${en} (fr)`, nl: `${en} (nl)`, en });

const parkingPermit = defineConnector({
  type: 'mobility.parking-permit',
  version: 2,
  title: text('Parking permit'),
  description: text('Asks the register of permits.'),
  resultName: 'permit',
  input: Type.Object({ plate: Type.String() }),
  fields: { plate: { label: text('Plate') } },
  output: Type.Object({ validUntil: Type.String() }),
  errors: {},
  settings: ['PERMITS_URL'],
  secrets: ['PERMITS_KEY'],
  timeoutMs: 1000,
  retries: 1,
  backoffMs: 1000,
  example: { plate: '1-ABC-123' },
  run: async () => ({ validUntil: '2027-01-01' }),
});

/** Nobody listens there: what happens before the first job needs no engine. */
const NO_ENGINE = '127.0.0.1:9';

describe('running workers in a process of their own', () => {
  let folder: string;
  const servers: TestServer[] = [];
  const log: ConnectorLogEntry[] = [];
  const messages = () => log.map(({ message }) => message);

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'irisflow-worker-'));
    writeFileSync(path.join(folder, 'token'), 'ifc_from-a-file\n');
    writeFileSync(path.join(folder, 'no-pem'), 'nothing');
  });
  afterEach(async () => {
    log.length = 0;
    for (const server of servers.splice(0)) await server.stop();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const startPlatform = async (answer: () => TestAnswer, options?: TestServerOptions) => {
    const server = await startTestServer(answer, options);
    servers.push(server);
    return server;
  };

  const complete = {
    ZEEBE_ADDRESS: NO_ENGINE,
    IRISFLOW_PLATFORM_URL: 'http://127.0.0.1:9',
    IRISFLOW_CONNECTOR_TOKEN: 'ifc_token',
    PERMITS_URL: 'http://127.0.0.1:4000',
    PERMITS_KEY: 'a-key-of-the-register',
  };

  type Given = {
    readonly environment: Readonly<Record<string, string>>;
    readonly connectors?: readonly Connector[];
    /** The message at which it is stopped. */
    readonly until?: string;
  };

  const run = ({ environment, connectors = [parkingPermit], until = 'Waiting for jobs' }: Given): Promise<number> => {
    const stop = new AbortController();
    return runWorkers({
      connectors,
      environment: { ...complete, ...environment },
      signal: stop.signal,
      log: (entry) => {
        log.push(entry);
        if (entry.message.startsWith(until)) stop.abort();
      },
    });
  };

  it('tells the platform what its connectors are, in three languages, before it takes jobs', async () => {
    const platform = await startPlatform(() => ({ body: { registered: ['mobility.parking-permit'] } }));

    expect(await run({ environment: { IRISFLOW_PLATFORM_URL: `${platform.url}/` } })).toBe(0);

    expect(platform.seen).toMatchObject([
      { method: 'PUT', path: '/api/connector/registration', headers: { authorization: 'Bearer ifc_token' } },
    ]);
    const [{ body } = { body: {} }] = platform.seen;
    const { connectors } = body as { connectors: Record<string, unknown>[] };
    expect(connectors).toMatchObject([
      {
        type: 'mobility.parking-permit',
        version: 2,
        title: { fr: 'Parking permit (fr)', nl: 'Parking permit (nl)', en: 'Parking permit' },
        settings: ['PERMITS_URL'],
        secrets: ['PERMITS_KEY'],
      },
    ]);
    for (const locale of LOCALES) {
      expect(connectors[0]).toHaveProperty(['templates', locale, 'id'], 'irisflow.mobility.parking-permit');
      expect(connectors[0]).toHaveProperty(['documentation', locale], expect.stringContaining('# Parking permit'));
    }
    expect(messages()).toEqual([
      `Registered mobility.parking-permit v2 at ${platform.url}.`,
      `Waiting for jobs of the engine at ${NO_ENGINE}.`,
      'Stopped.',
    ]);
  });

  it('never tells anybody the values of settings and secrets', async () => {
    const platform = await startPlatform(() => ({}));

    await run({ environment: { IRISFLOW_PLATFORM_URL: platform.url } });

    expect(JSON.stringify([platform.seen[0]?.body, log])).not.toMatch(/a-key-of-the-register|127\.0\.0\.1:4000/);
  });

  it('waits for a platform that is away', async () => {
    const answers: TestAnswer[] = [{ status: 503 }, {}];
    const platform = await startPlatform(() => answers.shift() ?? {});

    expect(await run({ environment: { IRISFLOW_PLATFORM_URL: platform.url } })).toBe(0);

    expect(platform.seen).toHaveLength(2);
    expect(log[0]).toMatchObject({ level: 'warn', message: expect.stringMatching(/status 503.*Trying again\.$/) });
    expect(messages()[1]).toMatch(/^Registered/);
  });

  it('can be stopped while it waits for the platform', async () => {
    expect(await run({ environment: {}, until: 'UNAVAILABLE' })).toBe(0);
    expect(messages()).toHaveLength(1);
  });

  it.each([
    [
      401,
      { code: 'SIGN_IN_NEEDED' },
      /^Expected IRISFLOW_CONNECTOR_TOKEN to be a token that http:\S+ knows, but it is refused/,
    ],
    [
      403,
      { code: 'TYPE_REFUSED', detail: 'Expected a type of the token, but found x.' },
      /status 403 \(TYPE_REFUSED: Expected a type/,
    ],
    [
      409,
      { code: 'NEWER_VERSION', detail: 'Version 3 is registered.' },
      /status 409 \(NEWER_VERSION: Version 3 is registered\)\.$/,
    ],
  ])('does not go on when the platform answers %i', async (status, body, sentence) => {
    const platform = await startPlatform(() => ({ status, body }));

    expect(await run({ environment: { IRISFLOW_PLATFORM_URL: platform.url } })).toBe(1);

    expect(log).toEqual([{ level: 'error', message: expect.stringMatching(sentence) }]);
    expect(platform.seen).toHaveLength(1);
  });

  it.each([
    [{ ZEEBE_ADDRESS: '' }, /^Expected ZEEBE_ADDRESS \(host:port/],
    [{ ZEEBE_ADDRESS: 'ftp://here:1' }, /^Expected ZEEBE_ADDRESS to be host:port, .* but found "ftp:\/\/here:1"/],
    [{ ZEEBE_GRPC_ADDRESS: 'grpc://elsewhere:1' }, /^Expected ZEEBE_GRPC_ADDRESS and ZEEBE_ADDRESS to say the same/],
    [
      { ZEEBE_INSECURE_CONNECTION: 'maybe' },
      /^Expected ZEEBE_INSECURE_CONNECTION to be true or false, but found "maybe"/,
    ],
    [
      { ZEEBE_INSECURE_CONNECTION: 'true', ZEEBE_SECURE_CONNECTION: 'true' },
      /^Expected ZEEBE_SECURE_CONNECTION and ZEEBE_INSECURE_CONNECTION to say the same/,
    ],
    [{ ZEEBE_CLIENT_ID: 'me' }, /^Expected ZEEBE_CLIENT_SECRET beside ZEEBE_CLIENT_ID/],
    [
      { CAMUNDA_OAUTH_TOKEN: 't', ZEEBE_BASIC_AUTH_USERNAME: 'u', ZEEBE_BASIC_AUTH_PASSWORD: 'p' },
      /^Expected one way to sign in at the engine, but found CAMUNDA_BASIC_AUTH_USERNAME and CAMUNDA_OAUTH_TOKEN/,
    ],
    [
      { ZEEBE_ADDRESS: 'zeebe.example:26500', CAMUNDA_OAUTH_TOKEN: 't' },
      /^Expected ZEEBE_SECURE_CONNECTION to be true, but credentials would travel to zeebe.example:26500 in the clear/,
    ],
    [
      { ZEEBE_CA_CERTIFICATE_PATH: '/nowhere' },
      /^Expected ZEEBE_CA_CERTIFICATE_PATH to name a readable file, but found/,
    ],
    [{ IRISFLOW_PLATFORM_URL: '' }, /^Expected IRISFLOW_PLATFORM_URL \(e\.g\./],
    [{ IRISFLOW_PLATFORM_URL: 'localhost:8080' }, /^Expected IRISFLOW_PLATFORM_URL to be an http or https URL/],
    [{ IRISFLOW_CONNECTOR_TOKEN: '' }, /^Expected IRISFLOW_CONNECTOR_TOKEN .*irisflow connector token add/],
    [{ PERMITS_URL: '' }, /^Expected PERMITS_URL \(a setting of mobility.parking-permit\) in the environment/],
    [{ PERMITS_KEY: '' }, /^Expected PERMITS_KEY \(a secret of mobility.parking-permit\) in the environment/],
  ])('says in one sentence what is wrong with %o', async (environment, sentence) => {
    expect(await run({ environment })).toBe(1);

    expect(log).toEqual([{ level: 'error', message: expect.stringMatching(sentence) }]);
    expect(messages()[0]).not.toContain('\n');
  });

  it('refuses to run nothing, or one type twice', async () => {
    expect(await run({ environment: {}, connectors: [] })).toBe(1);
    expect(await run({ environment: {}, connectors: [parkingPermit, parkingPermit] })).toBe(1);

    expect(messages()).toEqual([
      'Expected at least one connector to run, but the list is empty.',
      'Expected each connector to have a type of its own, but two have "mobility.parking-permit".',
    ]);
  });

  it('reaches a platform over TLS whose authority it was given, with a token from a file', async () => {
    const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
    const names = ['-subj', '/CN=platform', '-addext', 'subjectAltName=IP:127.0.0.1'];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '2', ...names],
      { stdio: 'pipe' },
    );
    const tls = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
    const platform = await startPlatform(() => ({}), { tls });
    const environment = {
      IRISFLOW_PLATFORM_URL: platform.url,
      IRISFLOW_CONNECTOR_TOKEN: '',
      IRISFLOW_CONNECTOR_TOKEN_FILE: path.join(folder, 'token'),
    };

    expect(await run({ environment, until: 'UNAVAILABLE' })).toBe(0);
    expect(messages()[0]).toMatch(/DEPTH_ZERO_SELF_SIGNED_CERT.*Trying again/);
    expect(await run({ environment: { ...environment, IRISFLOW_PLATFORM_CA_CERTIFICATE_PATH: cert } })).toBe(0);

    expect(platform.seen).toMatchObject([{ headers: { authorization: 'Bearer ifc_from-a-file' } }]);
  });
});
