import type { Actor, PersonActor } from '@irisflow/access';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  type TestCasework,
} from '@irisflow/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const label = { fr: 'Redevance', nl: 'Retributie', en: 'Fee' };
const iban = 'BE68539007547034';

describe('the money of a party', () => {
  let given: TestCasework;
  let agent: Actor;
  let supervisor: PersonActor;
  let elsewhere: Actor;
  let citizen: PersonActor;
  let caseId = '';

  const partyId = () => citizen.person.partyId;
  const moneyOf = (actor: Actor) => given.casework.parties.getPartyMoney(actor, { partyId: partyId() });

  beforeAll(async () => {
    given = await openTestCasework();
    const { casework } = given;
    await givenAdministrations(casework);
    await givenPublished(casework);
    agent = await givenStaff(casework, { name: 'Agnès', roles: ['agent'] });
    supervisor = (await givenStaff(casework, { name: 'Sofie', roles: ['supervisor'] })) as PersonActor;
    elsewhere = await givenStaff(casework, { name: 'Tom', roles: ['agent'], administration: 'taxi' });
    const administrator = await givenStaff(casework, { name: 'Alma', roles: ['administrator'] });
    await casework.ledger.setPayee(administrator, { iban, name: 'Housing', revision: 0 });
    citizen = (await givenCitizen(casework, 'Léa Janssens')) as PersonActor;
    caseId = await givenCase(casework, citizen);
    const connector = connectorOf(caseId);
    const fee = { kind: 'fee', label, legalReference: 'Ordinance', days: 30 } as const;
    await casework.caseStore.askPayment(connector, { ...fee, idempotencyKey: 'fee', amount: '125.00' });
    await casework.caseStore.orderPayment(connector, { idempotencyKey: 'claim', label, iban, amount: '40.00' });
  });
  afterAll(() => given.close());

  test('is what they owe and what goes out to them, for the clerks of the administration alone', async () => {
    expect(await moneyOf(agent)).toMatchObject({
      receivables: [{ caseId, amount: '125.00', state: 'open' }],
      payables: [{ caseId, amount: '40.00', state: 'ordered' }],
    });
    await expect(moneyOf(elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(moneyOf(citizen)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('has nothing of a case with which whoever reads has a conflict of interest', async () => {
    await given.casework.conflicts.declareConflict(supervisor, { scope: 'case', caseId, reason: 'A cousin' });
    // As who signed in is read with the next request.
    const apart: Actor = { ...supervisor, person: { ...supervisor.person, isApart: true } };
    await expect(moneyOf(apart)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
