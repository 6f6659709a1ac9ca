import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSandbox, type Sandbox } from '@irisflow/connector-sandbox';
import { openTestDatabase, type TestDatabase } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCertificates, type Certificates } from '../testing/create-certificates.ts';
import { signInRemotely, type RemoteVisitor } from '../testing/remote-visitor.ts';
import { startServer, type ServerProcess } from '../testing/server-process.ts';
import { client, startIdentityProvider, type IdentityProvider } from '../testing/start-identity-provider.ts';
import { claimPort } from './free-port.ts';

const host = '127.0.0.1';
const publicUrl = 'https://irisflow.example';
const example = fileURLToPath(new URL('../../../../examples/rent-allowance', import.meta.url));
const housing = { administration: 'brussels-housing', locale: 'fr' };

const people = {
  ines: { name: 'Inès Varnelle', email: 'ines@sandbox.example', locale: 'fr', egovNRN: '84000090286' },
  nadia: { ...housing, name: 'Nadia Lambert', roles: ['agent'], groups: ['agent'] },
  sofie: { ...housing, name: 'Sofie De Smet', roles: ['agent', 'supervisor'], groups: ['agent', 'supervisor'] },
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

const freePort = () => claimPort({ host, port: 0, setting: 'IRISFLOW_PORT' });
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
  }, 60_000);
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
      IRISFLOW_DEMO: 'false',
      IRISFLOW_HOME: home,
      IRISFLOW_ENGINE_TOKEN: secret(),
      ...(location.kind === 'postgres' ? { IRISFLOW_DATABASE_URL: location.url } : {}),
    };
    const towardsEngine = {
      ZEEBE_ADDRESS: `${host}:${grpcPort}`,
      ZEEBE_REST_ADDRESS: `https://${host}:${restPort}/v2`,
      ZEEBE_CA_CERTIFICATE_PATH: certificates.ca,
      IRISFLOW_CONNECTOR_TOKEN: secret(),
    };
    const sources = Object.fromEntries(
      Object.entries({ ...sandbox.settings, ...sandbox.secrets }).map(([name, value]) => [
        `IRISFLOW_SOURCE_${name}`,
        value,
      ]),
    );
    const broker: Environment = {
      ...shared,
      IRISFLOW_MODE: 'production',
      IRISFLOW_PORT: String(restPort),
      IRISFLOW_GRPC_PORT: String(grpcPort),
      IRISFLOW_ENGINE_TLS_CERTIFICATE: certificates.server.certificate,
      IRISFLOW_ENGINE_TLS_KEY: certificates.server.key,
    };
    // The apps need not be built for their API: production would refuse that.
    const web: Environment = {
      ...shared,
      ...towardsEngine,
      ...sources,
      IRISFLOW_PORT: String(webPort),
      IRISFLOW_PUBLIC_URL: publicUrl,
      IRISFLOW_SECRET_KEY: secret(),
      IRISFLOW_OIDC_ISSUER: provider.issuer,
      IRISFLOW_OIDC_CLIENT_ID: client.clientId,
      IRISFLOW_OIDC_CLIENT_SECRET: client.clientSecret,
      IRISFLOW_TASK_POLL_MS: '200',
      IRISFLOW_SMTP_URL: sandbox.smtpUrl,
    };
    const { IRISFLOW_DATABASE_URL: _, ...withoutStore } = shared as Environment;
    const workers: Environment = {
      ...withoutStore,
      ...towardsEngine,
      ...sources,
      IRISFLOW_MODE: 'production',
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

  it('runs a case of the example from the application to the grant', async () => {
    // given an installation that only its command line has filled
    const { broker, web, workers, webUrl } = await settings();
    const brokerProcess = await start('broker', broker);
    const names = ['--fr', 'Bruxelles Logement', '--nl', 'Brussel Huisvesting', '--en', 'Brussels Housing'];
    await command(web, 'administration', 'add', 'brussels-housing', ...names);
    expect(await command(web, 'procedure', 'publish', example)).toContain('version 1');
    await start('web', web);
    await start('workers', workers);
    expect((await fetch(`${webUrl}/api/health/ready`)).status).toBe(200);
    expect(await command(web, 'doctor')).toContain('Nothing to do.');

    // when somebody applies, an agent proposes and a supervisor signs
    const ines = await signInRemotely(webUrl, provider, 'ines');
    const draft = await ines.ask<{ id: string; data: Record<string, unknown> }>('createDraft', {
      body: { procedureKey: 'rent-allowance', language: 'fr' },
    });
    const applicant = { ...(draft.data['applicant'] as object), email: 'ines@sandbox.example' };
    const { caseId } = await ines.ask<{ caseId: string }>('submitApplication', {
      params: { draftId: draft.id },
      body: { data: { ...draft.data, ...answers, applicant }, language: 'fr' },
    });
    const grant = { outcome: 'grant', amount: 260.51, startDate: '2026-12-01' };
    await completeTask(await signInRemotely(webUrl, provider, 'nadia'), caseId, grant);
    await completeTask(await signInRemotely(webUrl, provider, 'sofie'), caseId, { validation: 'approve' });

    // then the case is granted and closed
    const ended = ['granted', 'refused', 'inadmissible', 'withdrawn', 'closed'];
    const status = await waitFor('the end of the case', async () => {
      const found = await ines.ask<{ status: string; letters: unknown[] }>('getMyCase', { params: { caseId } });
      return ended.includes(found.status) && found.letters.length >= 2 ? found.status : undefined;
    });
    expect(status).toBe('granted');

    // and without its engine the web lives, but is not ready for people
    await brokerProcess.kill();
    const ready = await fetch(`${webUrl}/api/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ status: 'down', reason: expect.stringContaining('engine') });
    expect((await fetch(`${webUrl}/api/health/live`)).status).toBe(200);
  }, 240_000);
});
