import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, IdentityClaims, PersonActor } from '@irisflow/access';
import {
  actorFor,
  givenAdministrations,
  givenPublished,
  givenStaff,
  openTestCasework,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import type { RecordMandate } from './record-mandate.ts';

const bis = '85.20.00-001.81';
const national = '85.01.01-123.87';
const numberOfFriend = '80010100503';

describe('parties at a desk', () => {
  let given: TestCasework;
  let agent: Actor;
  let elsewhere: Actor;
  let amina: PersonActor;
  let friend: PersonActor;
  let caseId = '';

  const signsIn = async (subject: string, claims: Partial<IdentityClaims>): Promise<PersonActor> => {
    const person = await given.casework.identity.upsertPerson(system, {
      issuer: 'https://idp.example',
      subject,
      name: subject,
      language: 'fr',
      roles: ['citizen'],
      ...claims,
    });
    return actorFor(person) as PersonActor;
  };

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    agent = await givenStaff(given.casework, { name: 'Agnès', roles: ['agent'] });
    elsewhere = await givenStaff(given.casework, { name: 'Tom', roles: ['agent'], administration: 'taxi' });
    friend = await signsIn('friend', { name: 'Drissa Traoré', nationalNumber: numberOfFriend });
    amina = await signsIn('amina', { name: 'Amina Diallo', nationalNumber: bis });
    const draft = await given.casework.applications.createDraft(amina, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'Diallo', rent: 700, hasLease: false };
    ({ caseId } = await given.casework.applications.submit(amina, { draftId: draft.id, data, language: 'fr' }));
    amina = await signsIn('amina', { name: 'Amina Diallo', nationalNumber: national });
  });
  afterAll(() => given.close());

  const parties = () => given.casework.parties;
  const refused = (code: string) => expect.objectContaining({ code });
  const idOf = () => amina.person.partyId;

  test.each([
    ['a name', 'diallo'],
    ['their number', national],
    ['trap 6: the number that it replaced', bis],
  ])('are found by %s', async (_, search) => {
    expect((await parties().searchParties(agent, { search })).map(({ id }) => id)).toEqual([idOf()]);
    // and by nobody who has nothing of them
    expect(await parties().searchParties(elsewhere, { search })).toEqual([]);
  });

  test('story 25: who looked for a number is on record, whichever way it was written', async () => {
    const auditor = await givenStaff(given.casework, { name: 'Dora', roles: ['auditor'] });
    await parties().searchParties(agent, { search: numberOfFriend });
    await parties().searchParties(agent, { search: '80.01.01-005.03' });
    const { items } = await given.casework.audit.listAudit(auditor, { action: 'party.searched', limit: 2 });
    expect(new Set(items.map(({ object }) => object)).size).toBe(1);
    expect(JSON.stringify(items)).not.toContain(numberOfFriend);
  });

  test('a page shows what the office has of somebody, and they read that it was opened', async () => {
    const file = await parties().getParty(agent, { partyId: idOf() });
    expect(file).toMatchObject({ kind: 'person', name: 'Amina Diallo', isNoted: false, mandates: [] });
    expect(file.cases.map(({ id }) => id)).toEqual([caseId]);
    expect(file.numbers.map(({ state }) => state)).toEqual(['current', 'replaced']);
    expect(JSON.stringify(file)).not.toContain('85010112387');

    const accesses = await given.casework.cases.listMyAccesses(amina, {});
    expect(accesses).toMatchObject([{ kind: 'opening', caseId: null, reference: null, actingAs: 'agent' }]);
    // opened again on the same day, it is told once
    await parties().getParty(agent, { partyId: idOf() });
    expect(await given.casework.cases.listMyAccesses(amina, {})).toHaveLength(1);
  });

  test('what an office has nothing of is not there', async () => {
    await expect(parties().getParty(elsewhere, { partyId: idOf() })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(parties().getParty(agent, { partyId: friend.person.partyId })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(parties().getParty(amina, { partyId: idOf() })).rejects.toEqual(refused('FORBIDDEN'));
  });

  test('a mandate on paper is recorded with its proof, counts at once, and is ended', async () => {
    const mandate: RecordMandate = {
      partyId: idOf(),
      mandatee: 'Drissa Traoré',
      nationalNumber: numberOfFriend,
      procedures: ['rent-aid'],
      validFrom: '2026-11-25',
      validTo: null,
      proof: 'Procuration du 20 novembre, farde 12',
    };
    const { id: mandateId } = await parties().recordMandate(agent, mandate);
    const session = await given.casework.identity.signIn(system, { personId: friend.person.id });
    const acting = await given.casework.mandates.actFor(session.actor, { token: session.token, mandateId });
    expect((await given.casework.cases.listMyCases(acting, {})).map(({ id }) => id)).toEqual([caseId]);

    // then the mandator sees it, and the desk where it is recorded
    expect((await given.casework.mandates.listMyMandates(amina, {})).given).toMatchObject([
      { origin: 'desk', proof: 'Procuration du 20 novembre, farde 12' },
    ]);
    expect((await parties().getParty(agent, { partyId: idOf() })).mandates).toHaveLength(1);

    // when it is ended, it is over in the open session
    const ended = { partyId: idOf(), mandateId };
    await expect(parties().endRecordedMandate(elsewhere, ended)).rejects.toEqual(refused('NOT_FOUND'));
    await parties().endRecordedMandate(agent, ended);
    expect(await given.casework.identity.resumeSession(system, { token: session.token })).toMatchObject({
      acting: 'nobody',
    });
    // and a desk opens nothing of others
    await expect(parties().recordMandate(agent, { ...mandate, procedures: ['taxi-permit'] })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
    await expect(parties().recordMandate(elsewhere, mandate)).rejects.toEqual(refused('NOT_FOUND'));
  });
});
