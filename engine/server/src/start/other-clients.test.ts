import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Camunda8 } from '@camunda8/sdk';
import { freePort, openTestDatabase, type TestDatabase, usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZBClient } from 'zeebe-node';
import { readConfig } from '../config/config.ts';
import { createCertificates, type Certificates } from '../testing/create-certificates.ts';
import {
  engineClient,
  startAuthorizationServer,
  type AuthorizationServer,
} from '../testing/start-authorization-server.ts';
import { startEngine, type StartedEngine } from './start-engine.ts';
import { createStopStack, type StopStack } from './stop-stack.ts';
import { preparedPlatform } from '../testing/prepared-platform.ts';

const token = 'sesame';
/** Whether the command line client has a program for this machine. */
const hasZbctl = process.platform === 'linux' && process.arch === 'x64';

describe('clients of others with their own ways to sign in, against our gateway with TLS', () => {
  const cache = mkdtempSync(path.join(tmpdir(), 'irisflow-tokens-'));
  let store: TestDatabase;
  let stops: StopStack;
  let certificates: Certificates;
  let authorization: AuthorizationServer;
  let engine: StartedEngine;
  let address = '';

  beforeAll(async () => {
    stops = createStopStack((_, error) => {
      throw error;
    });
    certificates = createCertificates();
    authorization = await startAuthorizationServer();
    store = await openTestDatabase(usualStore, preparedPlatform);
    const [port, grpcPort] = [await freePort(), await freePort()];
    address = `localhost:${grpcPort}`;
    const config = readConfig({
      IRISFLOW_GRPC_PORT: String(grpcPort),
      IRISFLOW_ENGINE_TOKEN: token,
      IRISFLOW_ENGINE_TLS_CERTIFICATE: certificates.server.certificate,
      IRISFLOW_ENGINE_TLS_KEY: certificates.server.key,
      IRISFLOW_ENGINE_OAUTH_ISSUER: authorization.issuer,
      IRISFLOW_ENGINE_OAUTH_AUDIENCE: engineClient.audience,
    });
    engine = await startEngine({ config, port, database: store.database, roles: new Set(['broker']) }, stops);
    await engine.listenAlone();
  });
  afterAll(async () => {
    await stops.stop();
    await store.drop();
    await authorization.stop();
    certificates.remove();
    rmSync(cache, { recursive: true, force: true });
  });

  const rootCerts = () => ({ customSSL: { rootCerts: readFileSync(certificates.ca) } });

  const askZeebeNode = async (options: ConstructorParameters<typeof ZBClient>[1]) => {
    const client = new ZBClient(address, { loglevel: 'NONE', retry: false, useTLS: true, ...rootCerts(), ...options });
    try {
      return await client.topology();
    } finally {
      await client.close();
    }
  };

  it('zeebe-node: OAuth, and Basic with the token as password', async () => {
    const oAuth = {
      url: authorization.tokenUrl,
      audience: engineClient.audience,
      clientId: engineClient.id,
      clientSecret: engineClient.secret,
      cacheOnDisk: false,
    };
    expect((await askZeebeNode({ oAuth })).clusterSize).toBe(1);
    expect((await askZeebeNode({ basicAuth: { username: 'any', password: token } })).clusterSize).toBe(1);
    await expect(askZeebeNode({ basicAuth: { username: 'any', password: 'wrong' } })).rejects.toThrow('16');
  });

  it('@camunda8/sdk: OAuth over gRPC and REST', async () => {
    const camunda = new Camunda8({
      CAMUNDA_AUTH_STRATEGY: 'OAUTH',
      CAMUNDA_OAUTH_URL: authorization.tokenUrl,
      CAMUNDA_ZEEBE_OAUTH_AUDIENCE: engineClient.audience,
      ZEEBE_CLIENT_ID: engineClient.id,
      ZEEBE_CLIENT_SECRET: engineClient.secret,
      ZEEBE_GRPC_ADDRESS: `grpcs://${address}`,
      ZEEBE_REST_ADDRESS: engine.restUrl.replace('/v2', ''),
      CAMUNDA_CUSTOM_ROOT_CERT_PATH: certificates.ca,
      CAMUNDA_TOKEN_DISK_CACHE_DISABLE: true,
      zeebeGrpcSettings: { ZEEBE_CLIENT_LOG_LEVEL: 'NONE' },
    });
    const grpc = camunda.getZeebeGrpcApiClient();
    expect((await grpc.topology()).clusterSize).toBe(1);
    await grpc.close();
    expect((await camunda.getCamundaRestClient().getTopology()).clusterSize).toBe(1);
  });

  it.runIf(hasZbctl)(
    'zbctl: OAuth by its environment, over TLS',
    async () => {
      const zbctl = path.join(
        path.dirname(createRequire(import.meta.url).resolve('zbctl/package.json')),
        'bin',
        'zbctl-cli.linux',
      );
      const { stdout } = await promisify(execFile)(zbctl, ['status', '--output', 'json', '--address', address], {
        env: {
          HOME: cache,
          ZEEBE_CA_CERTIFICATE_PATH: certificates.ca,
          ZEEBE_CLIENT_ID: engineClient.id,
          ZEEBE_CLIENT_SECRET: engineClient.secret,
          ZEEBE_TOKEN_AUDIENCE: engineClient.audience,
          ZEEBE_AUTHORIZATION_SERVER_URL: authorization.tokenUrl,
        },
      });
      expect(JSON.parse(stdout)).toMatchObject({ clusterSize: 1 });
    },
    30_000,
  );
});
