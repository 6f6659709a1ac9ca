import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSandbox, type Sandbox } from '@irisflow/connector-sandbox';
import { freePort, openTestDatabase, type TestDatabase } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCertificates, type Certificates } from '../testing/create-certificates.ts';
import { signInRemotely, type RemoteVisitor } from '../testing/remote-visitor.ts';
import { startServer, type ServerProcess } from '../testing/server-process.ts';
import { client, startIdentityProvider, type IdentityProvider } from '../testing/start-identity-provider.ts';

const host = '127.0.0.1';
const publicUrl = 'https://irisflow.example';
const example = fileURLToPath(new URL('../../../../examples/rent-allowance', import.meta.url));
const administrations = ['brussels-housing', 'brussels-mobility'] as const;
const [housing, mobility] = administrations;
const staffOf = (administration: string) => ({ administration, locale: 'fr' });

const people = {
  ines: { name: 'Inès Varnelle', email: 'ines@sandbox.example', locale: 'fr', egovNRN: '84000090286' },
  sofie: {
    ...staffOf(housing),
    name: 'Sofie De Smet',
    roles: ['agent', 'supervisor'],
    groups: ['agent', 'supervisor'],
  },
  karim: { ...staffOf(housing), name: 'Karim Haddad', roles: ['agent', 'analyst', 'administrator'], groups: ['agent'] },
  elise: {
    ...staffOf(mobility),
    name: 'Elise Maes',
    roles: ['agent', 'supervisor', 'analyst'],
    groups: ['agent', 'supervisor'],
  },
  yasmin: {
    ...staffOf(mobility),
    name: 'Yasmin Aerts',
    roles: ['agent', 'analyst', 'administrator'],
    groups: ['agent'],
  },
};

const answers = {
  language: 'fr',
  household: [],
  incomeChanged: false,
  ownsProperty: false,
  otherAids: [],
  leaseType: 'principal',
  leaseStart: '2021-03-01',
  monthlyRent: 750,
  charges: 80,
  leaseRegistered: true,
  landlordType: 'person',
  landlordRelative: false,
  iban: 'BE54000000000097',
  ibanHolder: 'Inès Varnelle',
  declaration: true,
  privacy: true,
};

const secret = () => randomBytes(32).toString('hex');
const pause = () => new Promise((resolve) => setTimeout(resolve, 250));

const waitFor = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
  for (let attempt = 0; attempt < 240; attempt += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await pause();
  }
  throw new Error(`Expected ${what}, but waited in vain`);
};

interface Draft {
  readonly revision: number;
  readonly files: readonly { readonly path: string; readonly content: string }[];
}

interface Source {
  readonly key: string;
  readonly purpose: object;
  readonly legalBasis: string;
  readonly fields?: readonly string[];
}

const { sources } = JSON.parse(readFileSync(path.join(example, 'procedure.json'), 'utf8')) as { sources: Source[] };

/** A login that owns nothing and acts only as the roles of the walls. */
const createWebLogin = async ({ database, location }: TestDatabase): Promise<string> => {
  if (location.kind !== 'postgres') throw new Error('Expected PostgreSQL');
  const url = new URL(location.url);
  url.username = `web_${randomBytes(4).toString('hex')}`;
  url.password = secret();
  await database.query(`create role ${url.username} login noinherit password '${url.password}'`);
  return url.href;
};

type Environment = Readonly<Record<string, string>>;

describe('broker, web and workers in three processes, with token and TLS, on an empty PostgreSQL', () => {
  const running: ServerProcess[] = [];
  const home = mkdtempSync(path.join(tmpdir(), 'irisflow-split-'));
  let store: TestDatabase;
  let certificates: Certificates;
  let provider: IdentityProvider;
  let sandbox: Sandbox;

  beforeAll(async () => {
    store = await openTestDatabase('postgres');
    certificates = createCertificates();
    provider = await startIdentityProvider(`${publicUrl}/api/session/oidc/callback`, people);
    sandbox = await startSandbox({ port: await freePort(), smtpPort: await freePort(), mailPort: await freePort() });
  });
  afterAll(async () => {
    for (const server of running) await server.kill();
    await sandbox.stop();
    await provider.stop();
    certificates.remove();
    await store.drop();
    rmSync(home, { recursive: true, force: true });
  });

  const settings = async () => {
    const [webPort, restPort, grpcPort] = [await freePort(), await freePort(), await freePort()];
    const { location } = store;
    const shared = {
      IRISFLOW_MODE: 'production',
      IRISFLOW_DEMO: 'false',
      IRISFLOW_HOME: home,
      IRISFLOW_ENGINE_TOKEN: secret(),
      IRISFLOW_DATABASE_URL: await createWebLogin(store),
      ...(location.kind === 'postgres' ? { IRISFLOW_DATABASE_OWNER_URL: location.url } : {}),
    };
    const towardsEngine = {
      ZEEBE_ADDRESS: `${host}:${grpcPort}`,
      ZEEBE_REST_ADDRESS: `https://${host}:${restPort}/v2`,
      ZEEBE_CA_CERTIFICATE_PATH: certificates.ca,
      IRISFLOW_CONNECTOR_TOKEN: secret(),
    };
    const registers = Object.fromEntries(
      Object.entries({ ...sandbox.settings, ...sandbox.secrets }).map(([name, value]) => [
        `IRISFLOW_SOURCE_${name}`,
        value,
      ]),
    );
    const broker: Environment = {
      ...shared,
      IRISFLOW_PORT: String(restPort),
      IRISFLOW_GRPC_PORT: String(grpcPort),
      IRISFLOW_ENGINE_TLS_CERTIFICATE: certificates.server.certificate,
      IRISFLOW_ENGINE_TLS_KEY: certificates.server.key,
    };
    const web: Environment = {
      ...shared,
      ...towardsEngine,
      ...registers,
      IRISFLOW_PORT: String(webPort),
      IRISFLOW_PUBLIC_URL: publicUrl,
      IRISFLOW_SECRET_KEY: secret(),
      IRISFLOW_OIDC_ISSUER: provider.issuer,
      IRISFLOW_OIDC_CLIENT_ID: client.clientId,
      IRISFLOW_OIDC_CLIENT_SECRET: client.clientSecret,
      IRISFLOW_TASK_POLL_MS: '200',
      IRISFLOW_SMTP_URL: sandbox.smtpUrl,
    };
    const { IRISFLOW_DATABASE_URL: _, IRISFLOW_DATABASE_OWNER_URL: __, ...withoutStore } = shared as Environment;
    const workers: Environment = {
      ...withoutStore,
      ...towardsEngine,
      ...registers,
      IRISFLOW_PLATFORM_URL: `http://${host}:${webPort}`,
      IRISFLOW_SMTP_URL: sandbox.smtpUrl,
    };
    return { broker, web, workers, webUrl: `http://${host}:${webPort}` };
  };

  const start = async (role: string, environment: Environment): Promise<ServerProcess> => {
    const server = startServer(['start', '--role', role], environment);
    running.push(server);
    await server.shows('Ctrl-C stops.');
    return server;
  };

  const command = async (environment: Environment, ...parameters: string[]) => {
    const run = startServer(parameters, environment);
    expect(await run.exit, run.output()).toBe(0);
    return run.output();
  };

  const completeTask = async (clerk: RemoteVisitor, caseId: string, data: Record<string, unknown>) => {
    const taskId = await waitFor('a task', async () => {
      const query = { view: 'unassigned' };
      const { items } = await clerk.ask<{ items: { id: string; caseId: string }[] }>('listTasks', { query });
      return items.find((item) => item.caseId === caseId)?.id;
    });
    await clerk.ask('claimTask', { params: { taskId } });
    await clerk.ask('completeTask', { params: { taskId }, body: { data } });
  };

  const grantSources = async (administrator: RemoteVisitor, procedureKey: string) => {
    for (const { key: sourceKey, purpose, legalBasis, fields = [] } of sources)
      await administrator.ask('grantSourceAuthorization', {
        body: { procedureKey, sourceKey, purpose, legalBasis, fields },
      });
  };

  /** From the application, that an agent proposes to grant and a supervisor signs, to the letter. */
  const runCase = async (
    procedureKey: string,
    { ines, agent, supervisor }: Record<'ines' | 'agent' | 'supervisor', RemoteVisitor>,
  ) => {
    const draft = await ines.ask<{ id: string; data: Record<string, unknown> }>('createDraft', {
      body: { procedureKey, language: 'fr' },
    });
    const applicant = { ...(draft.data['applicant'] as object), email: 'ines@sandbox.example' };
    const { caseId } = await ines.ask<{ caseId: string }>('submitApplication', {
      params: { draftId: draft.id },
      body: { data: { ...draft.data, ...answers, applicant }, language: 'fr' },
    });
    const grant = { outcome: 'grant', amount: 260.51, startDate: '2026-12-01' };
    await completeTask(agent, caseId, grant);
    await completeTask(supervisor, caseId, { validation: 'approve' });
    const ended = ['granted', 'refused', 'inadmissible', 'withdrawn', 'closed'];
    return waitFor('the end of the case', async () => {
      const found = await ines.ask<{ status: string; letters: unknown[] }>('getMyCase', { params: { caseId } });
      return ended.includes(found.status) && found.letters.length >= 2 ? found.status : undefined;
    });
  };

  it('runs a case to its end in two administrations that have a copy of the same procedure', async () => {
    // given an installation that only its command line has filled
    const { broker, web, workers, webUrl } = await settings();
    const brokerProcess = await start('broker', broker);
    for (const administration of administrations) {
      const names = ['fr', 'nl', 'en'].flatMap((locale) => [`--${locale}`, `${administration} (${locale})`]);
      await command(web, 'administration', 'add', administration, ...names);
    }
    expect(await command(web, 'procedure', 'publish', example)).toContain('version 1');
    await start('web', web);
    await start('workers', workers);
    expect((await fetch(`${webUrl}/api/health/ready`)).status).toBe(200);
    expect(await command(web, 'doctor')).toContain('Nothing to do.');

    // and the copy that the other administration made of it under a key of its own
    const karim = await signInRemotely(webUrl, provider, 'karim');
    const yasmin = await signInRemotely(webUrl, provider, 'yasmin');
    const content = await karim.download('exportProcedure', { params: { key: 'rent-allowance' } });
    const key = 'move-allowance';
    const imported = await yasmin.ask<Draft>('importProcedure', {
      query: { key },
      file: { name: 'rent-allowance.zip', content },
    });
    const description = JSON.parse(imported.files.find((file) => file.path === 'procedure.json')?.content ?? '{}');
    const ownReference = JSON.stringify({ ...description, reference: 'BM-MA' });
    const { revision } = await yasmin.ask<Draft>('saveProcedureFile', {
      params: { key },
      body: { path: 'procedure.json', content: ownReference, revision: imported.revision },
    });
    await yasmin.ask('publishProcedure', { params: { key }, body: { note: 'A copy', revision } });
    // Its reasons to ask about others wait for a second person.
    const elise = await signInRemotely(webUrl, provider, 'elise');
    await elise.ask('approveProcedureVersion', { params: { key, version: '1' } });
    await grantSources(karim, 'rent-allowance');
    await grantSources(yasmin, key);

    // when a case runs in each, then both are granted and closed
    const ines = await signInRemotely(webUrl, provider, 'ines');
    const sofie = await signInRemotely(webUrl, provider, 'sofie');
    expect(await runCase('rent-allowance', { ines, agent: karim, supervisor: sofie })).toBe('granted');
    expect(await runCase(key, { ines, agent: yasmin, supervisor: elise })).toBe('granted');

    // and without its engine the web lives, but is not ready for people
    await brokerProcess.kill();
    const ready = await fetch(`${webUrl}/api/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ status: 'down', reason: expect.stringContaining('engine') });
    expect((await fetch(`${webUrl}/api/health/live`)).status).toBe(200);
  }, 240_000);
});
