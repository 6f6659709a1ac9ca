import { readFileSync } from 'node:fs';
import { connect, type ConnectionOptions } from 'node:tls';
import type { Casework } from '@irisflow/platform';
import { freePort, openTestDatabase, type TestDatabase, usualStore } from '@irisflow/database/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../config/config.ts';
import { createCertificates, type Certificates } from '../testing/create-certificates.ts';
import { givenCase, givenProcedure, taskOf } from '../testing/given-case.ts';
import { givenPlatform } from '../testing/given-platform.ts';
import {
  engineClient,
  startAuthorizationServer,
  type AuthorizationServer,
} from '../testing/start-authorization-server.ts';
import { requireModernTls } from './require-modern-tls.ts';
import { startEngine, type StartedEngine } from './start-engine.ts';
import { createStopStack, type StopStack } from './stop-stack.ts';
import { preparedPlatform } from '../testing/prepared-platform.ts';

const host = '127.0.0.1';

type Environment = Readonly<Record<string, string>>;

/** What the operator sets on either side, on top of addresses. */
interface Sides {
  readonly broker: Environment;
  readonly web: Environment;
}

describe('a platform whose engine is a secured gateway elsewhere', () => {
  let store: TestDatabase;
  let stops: StopStack;
  let certificates: Certificates;
  let authorization: AuthorizationServer;

  beforeAll(async () => {
    certificates = createCertificates();
    authorization = await startAuthorizationServer();
  });
  afterAll(async () => {
    certificates.remove();
    await authorization.stop();
  });
  beforeEach(async () => {
    store = await openTestDatabase(usualStore, preparedPlatform);
    stops = createStopStack((_, error) => {
      throw error;
    });
  });
  afterEach(async () => {
    await stops.stop();
    await store.drop();
  });

  const startBoth = async ({ broker, web }: Sides) => {
    const port = await freePort();
    const grpcPort = await freePort();
    const config = readConfig({ IRISFLOW_GRPC_PORT: String(grpcPort), ...broker });
    const served = await startEngine({ config, port, database: store.database, roles: new Set(['broker']) }, stops);
    await served.listenAlone();
    const addresses = { ZEEBE_ADDRESS: `${host}:${grpcPort}`, ZEEBE_REST_ADDRESS: served.restUrl };
    const parts = { port: 0, database: null, roles: new Set(['web'] as const) };
    return startEngine({ ...parts, config: readConfig({ ...addresses, ...web }) }, stops);
  };

  const search = async <T>(
    { restUrl, headers, fetch: reach }: StartedEngine,
    noun: string,
    filter: object,
  ): Promise<T> => {
    const answer = await reach(`${restUrl}/${noun}/search?truncateValues=false`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await headers()) },
      body: JSON.stringify({ filter }),
    });
    const { items } = (await answer.json()) as { items: T[] };
    if (items[0] === undefined) throw new Error(`Expected ${noun}, but found none`);
    return items[0];
  };

  /** The engine of another process is ours too: the job that a connector names is looked up there. */
  const expectJobsAsked = async (engine: StartedEngine, { caseStore }: Casework) => {
    const { value } = await search<{ value: string }>(engine, 'variables', { name: 'caseHandle' });
    const { jobKey } = await search<{ jobKey: string }>(engine, 'jobs', { type: 'case-store' });
    const knock = { handle: JSON.parse(value) as string, connector: 'case-store' };
    const door = (job: string) => caseStore.admitConnector({ kind: 'job', name: 'operator' }, { ...knock, job });
    await expect(door('1')).rejects.toMatchObject({ code: 'CASE_REFUSED' });
    expect(await door(jobKey)).toMatchObject({ kind: 'connector', work: { job: jobKey, element: 'record' } });
  };

  const expectACase = async (sides: Sides) => {
    const engine = await startBoth(sides);
    const { casework, person, applicant } = await givenPlatform({ database: store.database, engine }, stops);
    await givenProcedure(person, 'rent-aid');
    const caseId = await givenCase(applicant, 'rent-aid');
    expect(await taskOf(casework, person, caseId)).toMatch(/^\d+$/);
    await expectJobsAsked(engine, casework);
  };

  const tls = () => ({
    broker: {
      IRISFLOW_ENGINE_TLS_CERTIFICATE: certificates.server.certificate,
      IRISFLOW_ENGINE_TLS_KEY: certificates.server.key,
    },
    web: { ZEEBE_CA_CERTIFICATE_PATH: certificates.ca },
  });
  const token = { IRISFLOW_ENGINE_TOKEN: 'sesame' };
  const oauth = () => ({
    broker: {
      IRISFLOW_ENGINE_OAUTH_ISSUER: authorization.issuer,
      IRISFLOW_ENGINE_OAUTH_AUDIENCE: engineClient.audience,
    },
    web: {
      ZEEBE_CLIENT_ID: engineClient.id,
      ZEEBE_CLIENT_SECRET: engineClient.secret,
      ZEEBE_TOKEN_AUDIENCE: engineClient.audience,
      CAMUNDA_OAUTH_URL: authorization.tokenUrl,
    },
  });

  it('shows the engine token over REST and gRPC', () => expectACase({ broker: token, web: token }), 30_000);

  it('takes a bearer token and a user with a password', async () => {
    const basic = { ZEEBE_BASIC_AUTH_USERNAME: 'irisflow', ZEEBE_BASIC_AUTH_PASSWORD: 'sesame' };
    await expectACase({ broker: token, web: basic });
    await stops.stop();
    await store.drop();
    store = await openTestDatabase(usualStore, preparedPlatform);
    await expectACase({ broker: token, web: { CAMUNDA_OAUTH_TOKEN: 'sesame' } });
  });

  it('trusts the authority of the gateway, by TLS with a token', async () => {
    const { broker, web } = tls();
    await expectACase({ broker: { ...broker, ...token }, web: { ...web, ...token } });
  });

  it('speaks no old TLS and no suite without authenticated encryption', async () => {
    requireModernTls();
    const told = vi.spyOn(process.stderr, 'write');
    const { broker, web } = tls();
    const { grpcAddress, restUrl } = await startBoth({ broker: { ...broker, ...token }, web: { ...web, ...token } });
    const hand = (port: number, options: ConnectionOptions) =>
      new Promise<string | null>((resolve) => {
        const ca = readFileSync(certificates.ca);
        const socket = connect({
          host,
          port,
          ca,
          servername: 'localhost',
          ALPNProtocols: ['h2', 'http/1.1'],
          ...options,
        });
        socket.once('secureConnect', () => {
          resolve(socket.getProtocol());
          socket.destroy();
        });
        socket.once('error', () => resolve(null));
      });
    for (const port of [Number(grpcAddress.split(':')[1]), Number(new URL(restUrl).port)]) {
      const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
      const weak = { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA:ECDHE-ECDSA-AES256-SHA384' } as const;
      expect(await hand(port, old)).toBeNull();
      expect(await hand(port, weak)).toBeNull();
      expect(await hand(port, { maxVersion: 'TLSv1.2' })).toBe('TLSv1.2');
      expect(await hand(port, {})).toBe('TLSv1.3');
    }
    const lines = told.mock.calls.map(([line]) => String(line)).filter((line) => line.includes('TLS handshake'));
    expect(lines.map((line) => JSON.parse(line) as unknown)).toContainEqual(
      expect.objectContaining({
        level: 'warn',
        part: 'engine',
        msg: expect.stringMatching(/^Expected a TLS handshake with \S+, but it failed: .*unsupported protocol/),
      }),
    );
    told.mockRestore();
  });

  it('shows a certificate where the gateway wants one, and nobody without one gets in', async () => {
    const { broker, web } = tls();
    const mutual = { ...broker, IRISFLOW_ENGINE_TLS_CLIENT_CA: certificates.ca, ...token };
    const client = {
      CAMUNDA_CUSTOM_CERT_CHAIN_PATH: certificates.client.certificate,
      CAMUNDA_CUSTOM_PRIVATE_KEY_PATH: certificates.client.key,
    };
    await expectACase({ broker: mutual, web: { ...web, ...token, ...client } });
    await stops.stop();
    const without = await startBoth({ broker: mutual, web: { ...web, ...token } });
    await expect(without.fetch(`${without.restUrl}/topology`)).rejects.toThrow('fetch failed');
  });

  it('signs in by OAuth client credentials, with one token for both protocols', async () => {
    const [secured, signing] = [tls(), oauth()];
    const before = authorization.issued();
    await expectACase({ broker: { ...secured.broker, ...signing.broker }, web: { ...secured.web, ...signing.web } });
    expect(authorization.issued()).toBe(before + 1);
  });

  it('admits no token of another issuer, of another audience, or none', async () => {
    const other = await startAuthorizationServer();
    const { broker, web } = oauth();
    const stranger = await startBoth({ broker, web: { ...web, CAMUNDA_OAUTH_URL: other.tokenUrl } });
    const status = async (headers: Environment) => (await fetch(`${stranger.restUrl}/topology`, { headers })).status;
    expect(await status(await stranger.headers())).toBe(401);
    expect(await status({})).toBe(401);
    await other.stop();
    await stops.stop();
    const elsewhere = { ...broker, IRISFLOW_ENGINE_OAUTH_AUDIENCE: 'another-api' };
    const misdirected = await startBoth({ broker: elsewhere, web });
    const headers = await misdirected.headers();
    expect((await fetch(`${misdirected.restUrl}/topology`, { headers })).status).toBe(401);
  });
});
