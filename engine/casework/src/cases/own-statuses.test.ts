import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  sampleProcedureChanging,
  type TestCasework,
} from '@irisflow/platform/testing';

const text = (fr: string, nl: string) => ({ fr, nl, en: fr });
const folder = sampleProcedureChanging('procedure.json', (description: Record<string, unknown>) => {
  description['statuses'] = [
    {
      key: 'arrived',
      within: 'submitted',
      internal: text('À trier', 'Te sorteren'),
      public: text('Reçue', 'Ontvangen'),
    },
    {
      key: 'suspicious',
      within: 'inInstruction',
      at: ['record'],
      internal: text('Contrôle de fraude', 'Fraudecontrole'),
      public: text('En vérification', 'Wordt nagekeken'),
    },
  ];
});

/** Trap 14: public status texts differ from internal ones. */
describe('the own statuses of a procedure', () => {
  let given: TestCasework;
  let citizen: Actor;
  let agent: Actor;
  let caseId: string;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, folder);
    agent = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    citizen = await givenCitizen(given.casework, 'Léa');
    caseId = await givenCase(given.casework, citizen);
  });
  afterAll(() => given.close());

  const cases = () => given.casework.cases;
  const setStatus = (status: string, idempotencyKey: string) =>
    given.casework.caseStore.setStatus(connectorOf(caseId), { status, idempotencyKey });
  const internal = async () => (await cases().getCase(agent, { caseId })).ownStatus?.text.fr ?? null;
  const told = async () => (await cases().listMyCases(citizen, {}))[0]?.ownStatus?.text.fr ?? null;

  test('follow the process, in other words for the office than for the applicant', async () => {
    expect([await internal(), await told()]).toEqual(['À trier', 'Reçue']);
    // when a step of the process moves the case, its own status follows
    await setStatus('inInstruction', 's1');
    expect([await internal(), await told()]).toEqual(['Contrôle de fraude', 'En vérification']);
    expect(JSON.stringify(await cases().getMyCase(citizen, { caseId }))).not.toContain('fraude');
    // when no own status fits, the common one stands
    await setStatus('decisionPending', 's2');
    expect(await internal()).toBeNull();
  });

  test('are offered as filters while some case has them, and find those cases', async () => {
    await setStatus('inInstruction', 's3');
    expect(await cases().listOwnStatuses(agent, {})).toMatchObject([{ procedureKey: 'rent-aid', key: 'suspicious' }]);
    const found = (ownStatus: string, search?: string) =>
      cases().searchCases(agent, { procedure: 'rent-aid', ownStatus, ...(search === undefined ? {} : { search }) });
    expect((await found('suspicious')).total).toBe(1);
    expect((await found('suspicious', 'lea')).total).toBe(1);
    expect((await found('suspicious', 'nobody')).total).toBe(0);
    expect((await found('arrived')).total).toBe(0);
  });
});
