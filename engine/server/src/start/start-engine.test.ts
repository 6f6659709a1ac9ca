import { openCasework, migrateCasework } from '@irisflow/casework';
import { openTestDatabase, type TestDatabase } from '@irisflow/database/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../config/config.ts';
import { demoAdministrations } from '../demo/demo-staff.ts';
import { createPlatformApp } from '../http/create-platform-app.ts';
import { givenCase, givenProcedure, taskOf } from '../testing/given-case.ts';
import { givenPerson } from '../testing/visitor.ts';
import { claimPort } from './free-port.ts';
import { startEngine, type Engine } from './start-engine.ts';
import { createStopStack, type StopStack } from './stop-stack.ts';
import { createRandom, systemClock } from './surroundings.ts';

const host = '127.0.0.1';

describe('the embedded engine', () => {
  let store: TestDatabase;
  let stops: StopStack;

  beforeEach(async () => {
    store = await openTestDatabase('pglite');
    stops = createStopStack((_, error) => {
      throw error;
    });
  });
  afterEach(async () => {
    await stops.stop();
    await store.drop();
    vi.unstubAllEnvs();
  });

  const start = async (environment: Record<string, string>): Promise<Engine> => {
    const config = readConfig({ IRISFLOW_GRPC_PORT: '0', ...environment });
    const port = await claimPort({ host, port: 0, setting: 'IRISFLOW_PORT' });
    const engine = await startEngine({ config, port, database: store.database, hasBroker: true }, stops);
    await engine.listenAlone();
    return engine;
  };

  const statusWith = async ({ restUrl }: Engine, headers: Record<string, string>) =>
    (await fetch(`${restUrl}/topology`, { headers })).status;

  it('needs no token on loopback, but listens to no page of another origin', async () => {
    const engine = await start({});
    expect(await statusWith(engine, {})).toBe(200);
    expect(await statusWith(engine, { origin: new URL(engine.restUrl).origin })).toBe(200);
    expect(await statusWith(engine, { origin: 'https://evil.example' })).toBe(403);
    expect(await statusWith(engine, { origin: 'null' })).toBe(403);
  });

  const tenancy = { IRISFLOW_ENGINE_TENANCY: 'true', IRISFLOW_ENGINE_TENANTS: 'red,blue=purple green=lime' };

  it('with tenancy a token says in which tenants its caller works', async () => {
    vi.stubEnv('ZEEBE_BASIC_AUTH_PASSWORD', '');
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
      vi.stubEnv('ZEEBE_BASIC_AUTH_USERNAME', '');
      vi.stubEnv('ZEEBE_BASIC_AUTH_PASSWORD', '');
      const engine = await start({ IRISFLOW_ENGINE_TOKEN: 'sesame', ...settings });
      expect(await statusWith(engine, {})).toBe(401);
      expect(await statusWith(engine, { authorization: 'Bearer wrong' })).toBe(401);
      expect(await statusWith(engine, { authorization: 'Bearer sesame' })).toBe(200);

      await migrateCasework(store.database);
      const casework = openCasework({
        database: store.database,
        engine,
        clock: systemClock,
        random: createRandom(),
        prefill: async () => ({ ok: false, reason: 'UNAVAILABLE' }),
        publicUrl: 'http://localhost',
        personalDataKey: new Uint8Array(32).fill(1),
      });
      stops.push('casework', () => casework.stop());
      await casework.identity.seedAdministrations({ kind: 'system' }, { administrations: demoAdministrations });
      const app = await createPlatformApp({
        casework,
        database: store.database,
        publicUrl: 'http://localhost',
        isDemo: false,
        connectorToken: 'x',
        oidc: null,
        elementTemplates: () => [],
        logLevel: 'silent',
        requestsPerMinute: Infinity,
        wrongTokensPerMinute: Infinity,
      });
      stops.push('app', () => app.close());
      const person = await givenPerson(app, casework, {
        name: 'Ina',
        roles: ['citizen', 'agent', 'analyst'],
        administration: 'brussels-housing',
      });
      await givenProcedure(person, 'rent-aid');
      expect(await taskOf(casework, person, await givenCase(person, 'rent-aid'))).toMatch(/^\d+$/);
    },
    20_000,
  );
});
