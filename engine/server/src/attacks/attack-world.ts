import { connectors } from '@irisflow/connector-catalog';
import {
  createOriginFetch,
  platformAllowList,
  platformConsultations,
  platformDocuments,
  startWorkers,
} from '@irisflow/connector-sdk';
import type { DatabaseKind } from '@irisflow/database';
import { givenCase, taskOf } from '../testing/given-case.ts';
import { instanceOfCase } from '../testing/given-connector.ts';
import { connectorToken, openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, visitor, type Visitor } from '../testing/visitor.ts';
import type { Draw, Known } from './attack.ts';
import { publishFolder } from './publish-folder.ts';
import { attackFolder, benefitFolder } from './published-folders.ts';

export const staffRoles = ['agent', 'supervisor', 'analyst', 'administrator', 'auditor'] as const;
const victim = 'brussels-housing';
export const attacker = 'brussels-mobility';
const far = 'R/2099-01-01T00:00:00Z/P1D';
const now = 'R1/PT0S';
const applicantNumber = '85000099712';

const sourceTypes = connectors.filter(({ type }) => type.startsWith('be-')).map(({ type }) => type);

/** Workers for everything but mail, which shows what waits; no register answers here, and none must be asked. */
const startAllWorkers = (given: TestPlatform, url: string) => {
  const way = createOriginFetch(url);
  const platform = { url, token: connectorToken, fetch: way.fetch };
  const running = connectors.filter(({ type }) => type !== 'mail');
  const nowhere = (names: readonly string[] = [], value = '') => names.map((name) => [name, value]);
  const workers = startWorkers({
    connectors: running,
    zeebe: { address: given.engine.grpcAddress },
    settings: {
      ...Object.fromEntries(running.flatMap(({ settings }) => nowhere(settings, 'http://127.0.0.1:9'))),
      PLATFORM_URL: url,
    },
    secrets: {
      ...Object.fromEntries(running.flatMap(({ secrets }) => nowhere(secrets, '{}'))),
      PLATFORM_TOKEN: connectorToken,
    },
    ports: { documents: platformDocuments(platform), platform: way.fetch },
    consultations: platformConsultations(platform),
    allowList: platformAllowList(platform),
    egress: { ownServers: [url] },
  });
  return async () => {
    await workers.stop();
    await way.close();
  };
};

export interface AttackWorld {
  readonly given: TestPlatform;
  /** Staff of the attacking administration in every role. */
  readonly attacker: Visitor;
  readonly callers: Readonly<Record<string, Visitor>>;
  readonly known: Known;
  /** What the other administration has, by the names of path parameters. */
  readonly theirs: Readonly<Record<string, string>>;
  /** The instance that does the attacks when it is told to. */
  readonly attackInstance: string;
  close(): Promise<void>;
}

/** Two administrations in one platform: one has a running case of everything, the other a copy of it and a process that attacks. */
export const openAttackWorld = async (
  kind: DatabaseKind,
  branchesFor: (known: Known) => ReadonlyMap<string, Draw>,
): Promise<AttackWorld> => {
  const given = await openTestPlatform({}, kind, { sourceTypes });
  const { app, casework } = given;
  const platformUrl = await app.listen({ host: '127.0.0.1', port: 0 });
  const person = (name: string, more: Omit<Parameters<typeof givenPerson>[2], 'name'>) =>
    givenPerson(app, casework, { name, ...more });
  const citizen = await person('Léa', { roles: ['citizen'], nationalNumber: applicantNumber });
  const owner = await person('Hugo', { roles: staffRoles, administration: victim });
  const own = await person('Mia', { roles: staffRoles, administration: attacker });
  const publish = async (analyst: Visitor, key: string, folder: Parameters<typeof publishFolder>[2]) => {
    const refused = await publishFolder(analyst, key, folder);
    if (refused.length > 0) throw new Error(`Expected ${key} to be published, but: ${refused.join(', ')}`);
  };
  await publish(owner, 'benefit', benefitFolder({ answer: 100, clock: far }));
  const caseId = await givenCase(citizen, 'benefit');
  const taskId = await taskOf(casework, owner, caseId);
  const known = { caseId, platformUrl, applicantNumber };
  const stopWorkers = startAllWorkers(given, platformUrl);
  const branches = branchesFor(known);
  await publish(own, 'attack', attackFolder(branches, { sources: sourceTypes, claims: caseId }));
  const attackCase = await givenCase(citizen, 'attack');
  const attackInstance = await instanceOfCase(given, attackCase);
  const staff = await Promise.all(
    staffRoles.map(async (role) => [
      `its ${role}`,
      await person(`Mo-${role}`, { roles: [role], administration: attacker }),
    ]),
  );
  return {
    given,
    attacker: own,
    callers: {
      ...Object.fromEntries(staff),
      'another citizen': await person('Noor', { roles: ['citizen'] }),
      nobody: visitor(app),
      'its connector': visitor(app, { authorization: `Bearer ${connectorToken}` }),
    },
    known,
    theirs: {
      caseId,
      taskId,
      key: 'benefit',
      version: '1',
      processInstanceKey: await instanceOfCase(given, caseId),
    },
    attackInstance,
    close: async () => {
      await stopWorkers();
      await given.close();
    },
  };
};

/** Publishes the copy of what the other administration has, and files an application for it. */
export const givenCopy = async ({ given, attacker: own }: AttackWorld): Promise<void> => {
  const folder = benefitFolder({ answer: 999, clock: now });
  const refused = await publishFolder(own, 'benefit-copy', { ...folder, description: { reference: 'COPY' } });
  if (refused.length > 0) throw new Error(`Expected the copy to be published, but: ${refused.join(', ')}`);
  const citizen = await givenPerson(given.app, given.casework, { name: 'Noa', roles: ['citizen'] });
  await instanceOfCase(given, await givenCase(citizen, 'benefit-copy'));
};
