import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IdentityClaims, KnownPerson } from '@irisflow/access';
import {
  actorFor,
  givenAdministrations,
  givenPublished,
  openTestCasework,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';

const bis = '85.20.00-001.81';
const national = '85.01.01-123.87';

describe('parties', () => {
  let given: TestCasework;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
  });
  afterAll(() => given.close());

  const signsIn = (subject: string, claims: Partial<IdentityClaims> = {}): Promise<KnownPerson> =>
    given.casework.identity.upsertPerson(system, {
      issuer: 'https://idp.example',
      subject,
      name: 'Amina Diallo',
      language: 'fr',
      roles: ['citizen'],
      ...claims,
    });

  const applies = async (person: KnownPerson): Promise<string> => {
    const actor = actorFor(person);
    const draft = await given.casework.applications.createDraft(actor, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'Diallo', rent: 700, hasLease: false };
    return (await given.casework.applications.submit(actor, { draftId: draft.id, data, language: 'fr' })).caseId;
  };

  const numbersOf = (partyId: string) =>
    given.database.query<{ state: string }>(
      'select state from casework.party_identifier where party_id = $1 order by state',
      [partyId],
    );

  test('trap 6: a BIS number that becomes a national number still finds the person, and what was asked under it', async () => {
    // given somebody with a BIS number, about whom a source was asked when they applied
    given.sources.set('population', { ok: false, reason: 'UNAVAILABLE' });
    const before = await signsIn('amina', { nationalNumber: bis });
    const caseId = await applies(before);
    const asked = await given.casework.cases.listMyConsultations(actorFor(before), {});
    expect(asked.length).toBeGreaterThan(0);

    // when they sign in with the number that the national register gave them
    const after = await signsIn('amina', { nationalNumber: national });

    // then it is the same party, and both numbers are kept
    expect(after.partyId).toBe(before.partyId);
    expect((await numbersOf(after.partyId)).map(({ state }) => state)).toEqual(['current', 'replaced']);
    // and their cases and what was asked under the old number are theirs still
    expect((await given.casework.cases.listMyCases(actorFor(after), {})).map(({ id }) => id)).toEqual([caseId]);
    expect(await given.casework.cases.listMyConsultations(actorFor(after), {})).toEqual(asked);
    // and the new number is what a process is told from now on
    await given.casework.outbox.drain(system, {});
    const started = given.engine.instances.find(({ variables }) => variables['caseId'] === caseId);
    expect(started?.variables).toMatchObject({ applicant: { nationalNumber: '85010112387' } });

    // and another account that still shows the old number is of the same person
    const elsewhere = await signsIn('amina-with-a-card', { issuer: 'https://other.example', nationalNumber: bis });
    expect(elsewhere.partyId).toBe(after.partyId);
    expect(elsewhere.id).not.toBe(after.id);
  });

  test('two accounts of one person share their applications and cases', async () => {
    const number = '90.05.05-111.15';
    const card = await signsIn('card', { name: 'Bo Claes', nationalNumber: number });
    const phone = await signsIn('phone', { name: 'Bo Claes', nationalNumber: number });
    expect(phone.partyId).toBe(card.partyId);
    const caseId = await applies(card);
    expect((await given.casework.cases.listMyCases(actorFor(phone), {})).map(({ id }) => id)).toEqual([caseId]);
  });

  test('whoever has no number is nobody else', async () => {
    const one = await signsIn('one', { name: 'Sam' });
    const other = await signsIn('other', { name: 'Sam' });
    expect(one.partyId).not.toBe(other.partyId);
  });
});
