import { freePort, openTestDatabase, type TestDatabase, usualStore } from '@irisflow/database/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { job } from '@irisflow/access';
import { migrateCasework } from '@irisflow/platform';
import { createEngineCredentials } from '@irisflow/connector-sdk';
import { connectorsRoom } from '@irisflow/procedures';
import { ZBClient } from 'zeebe-node';
import { readConfig } from '../config/config.ts';
import { givenCase, givenProcedure, taskOf } from '../testing/given-case.ts';
import { givenPlatform } from '../testing/given-platform.ts';
import { startEngine, type StartedEngine } from './start-engine.ts';
import { createStopStack, type StopStack } from './stop-stack.ts';
import { createRandom, systemClock } from './surroundings.ts';
import { preparedPlatform } from '../testing/prepared-platform.ts';

describe('the embedded engine', () => {
  let store: TestDatabase;
  let stops: StopStack;

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

  const start = async (environment: Record<string, string>): Promise<StartedEngine> => {
    const config = readConfig({ IRISFLOW_GRPC_PORT: '0', ...environment });
    const port = await freePort();
    const engine = await startEngine({ config, port, database: store.database, roles: new Set(['broker']) }, stops);
    await engine.listenAlone();
    return engine;
  };

  const statusWith = async ({ restUrl }: StartedEngine, headers: Record<string, string>) =>
    (await fetch(`${restUrl}/topology`, { headers })).status;

  it('needs no token on loopback, but listens to no page of another origin', async () => {
    const engine = await start({});
    expect(await statusWith(engine, {})).toBe(200);
    expect(await statusWith(engine, { origin: new URL(engine.restUrl).origin })).toBe(200);
    expect(await statusWith(engine, { origin: 'https://evil.example' })).toBe(403);
    expect(await statusWith(engine, { origin: 'null' })).toBe(403);
  });

  it('lets clients stop its clock, but not in production', async () => {
    const timestamp = Date.parse('2030-01-01T00:00:00Z');
    const set = async ({ restUrl }: StartedEngine) => {
      const response = await fetch(`${restUrl}/clock`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ timestamp }),
      });
      return [response.status, await response.text()];
    };
    const evaluate = async ({ restUrl }: StartedEngine) => {
      const response = await fetch(`${restUrl}/expression/evaluation`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ expression: '= now().year' }),
      });
      return ((await response.json()) as { readonly result: unknown }).result;
    };
    const trial = await start({});
    expect(await set(trial)).toEqual([204, '']);
    expect(await evaluate(trial)).toBe(2030);
    await stops.stop();

    const config = { ...readConfig({ IRISFLOW_GRPC_PORT: '0' }), mode: 'production' as const };
    const port = await freePort();
    const parts = { config, port, database: store.database, roles: new Set(['broker' as const]) };
    const earnest = await startEngine(parts, stops);
    await earnest.listenAlone();
    expect(await set(earnest)).toEqual([403, expect.stringContaining('runs in production')]);
    expect(await evaluate(earnest)).toBe(new Date().getFullYear());
  });

  it('a connector token serves jobs of its types over gRPC, and nothing else of the engine', async () => {
    const engine = await start({ IRISFLOW_ENGINE_TOKEN: 'sesame' });
    // Before a web has made its tables, nobody has such a token.
    expect(await statusWith(engine, { authorization: 'Bearer ifc_early' })).toBe(401);
    await migrateCasework(store.database);
    const connectors = connectorsRoom({
      database: store.database,
      clock: systemClock,
      random: createRandom(),
      connectorTypes: ['letter'],
    });
    const operator = job('operator');
    const { token, connectorToken } = await connectors.createToken(operator, { name: 'x', types: ['parking'] });
    const call = async (bearer: string, work: (client: ZBClient) => Promise<unknown>) => {
      const credentials = createEngineCredentials({ ...readConfig({}), zeebeBearer: bearer }, { useTls: false });
      const client = new ZBClient(engine.grpcAddress, { ...credentials.client, loglevel: 'NONE', retry: false });
      credentials.prepare(client);
      try {
        return await work(client).catch(({ code }: { readonly code: number }) => code);
      } finally {
        await client.close();
      }
    };
    const complete = (client: ZBClient) => client.completeJob({ jobKey: '1', variables: {} });
    const cancel = (client: ZBClient) => client.cancelProcessInstance('1');
    const [notFound, permissionDenied, unauthenticated] = [5, 7, 16];
    expect(await call(token, complete)).toBe(notFound);
    expect(await call(token, cancel)).toBe(permissionDenied);
    expect(await call('sesame', cancel)).toBe(notFound);
    expect(await statusWith(engine, { authorization: `Bearer ${token}` })).toBe(403);
    await connectors.revokeToken(operator, { tokenId: connectorToken.id });
    expect(await call(token, complete)).toBe(unauthenticated);
    expect(await statusWith(engine, { authorization: `Bearer ${token}` })).toBe(401);
  }, 120_000);

  const tenancy = { IRISFLOW_ENGINE_TENANCY: 'true', IRISFLOW_ENGINE_TENANTS: 'red,blue=purple green=lime' };

  it('with tenancy a token says in which tenants its caller works', async () => {
    const { restUrl } = await start({ IRISFLOW_ENGINE_TOKEN: 'sesame', ...tenancy });
    const tenantsOf = async (token: string) => {
      const headers = { authorization: `Bearer ${token}` };
      const { tenants } = await (await fetch(`${restUrl}/authentication/me`, { headers })).json();
      return tenants.map(({ tenantId }: { tenantId: string }) => tenantId);
    };
    expect(await tenantsOf('purple')).toEqual(['red', 'blue']);
    expect(await tenantsOf('lime')).toEqual(['green']);
    expect(await tenantsOf('sesame')).toEqual(['<default>']);
    expect((await fetch(`${restUrl}/topology`, { headers: { authorization: 'Bearer red' } })).status).toBe(401);
  });

  it.each([
    ['alone', {}],
    ['beside tenants', tenancy],
  ])(
    'with a token admits who has it, over REST and gRPC, casework among them: %s',
    async (_, settings) => {
      const engine = await start({ IRISFLOW_ENGINE_TOKEN: 'sesame', ...settings });
      expect(await statusWith(engine, {})).toBe(401);
      expect(await statusWith(engine, { authorization: 'Bearer wrong' })).toBe(401);
      expect(await statusWith(engine, { authorization: 'Bearer sesame' })).toBe(200);

      const { casework, person, applicant } = await givenPlatform({ database: store.database, engine }, stops);
      await givenProcedure(person, 'rent-aid');
      expect(await taskOf(casework, person, await givenCase(applicant, 'rent-aid'))).toMatch(/^\d+$/);
    },
    20_000,
  );
});
