import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';

const refused = (code: string) => expect.objectContaining({ code });

/** The clock of tests begins on 25 November 2026. */
describe('what no case keeps', () => {
  let given: TestCasework;
  let agent: Actor;
  let supervisor: Actor;
  let administrator: Actor;
  let lea: Actor;
  let tom: Actor;

  beforeAll(async () => {
    given = await openTestCasework();
    const { casework } = given;
    await givenAdministrations(casework);
    await givenPublished(casework);
    agent = await givenStaff(casework, { name: 'Agnès', roles: ['agent'] });
    supervisor = await givenStaff(casework, { name: 'Sofie', roles: ['supervisor'] });
    administrator = await givenStaff(casework, { name: 'Ada', roles: ['administrator'] });
    lea = await givenCitizen(casework, 'Léa');
    tom = await givenCitizen(casework, 'Tom');
  });
  afterAll(() => given.close());

  const privacy = () => given.casework.privacy;
  const applications = () => given.casework.applications;
  const contacts = () => given.casework.contacts;
  const forgetOn = async (day: string): Promise<void> => {
    given.clock.set(`${day}T12:00:00.000Z`);
    await privacy().forget(system, {});
  };
  const draftOf = (person: Actor) => applications().createDraft(person, { procedureKey: 'rent-aid', language: 'fr' });
  const idsOf = async (person: Actor) => (await applications().listDrafts(person, {})).map(({ id }) => id);

  const call = async (firstName: string): Promise<string> => {
    const note = {
      channel: 'call',
      kind: 'question',
      language: 'nl',
      firstName,
      lastName: 'Verlinden',
      phone: '02 204 00 00',
      email: null,
      subject: 'Huurtoelage',
      said: 'Zij wil een toelage aanvragen.',
      answer: '',
      followUp: '',
      followUpOn: null,
    } as const;
    const { id } = await contacts().recordContact(agent, { who: { kind: 'unknown' }, note });
    return id;
  };
  const answer = async (contactId: string): Promise<void> => {
    const change = { contactId, answer: 'Uitgelegd.', followUp: '', followUpOn: null, term: 'ordinary' } as const;
    await contacts().changeContact(agent, { ...change, revision: 1, state: 'answered' });
  };

  test('an application that nobody sends says until when it is kept, and goes then with its files', async () => {
    given.clock.set('2026-11-25T12:00:00.000Z');
    const draft = await draftOf(lea);
    expect(await applications().listDrafts(lea, {})).toMatchObject([{ id: draft.id, keptUntil: '2027-11-25' }]);
    await forgetOn('2027-11-25');
    expect(await idsOf(lea)).toEqual([draft.id]);
    await forgetOn('2027-11-26');
    expect(await idsOf(lea)).toEqual([]);
    await expect(applications().getDraft(lea, { draftId: draft.id })).rejects.toEqual(refused('NOT_FOUND'));
  });

  test('one that is saved again, was sent, or is of somebody of whom everything is held, stays', async () => {
    given.clock.set('2026-11-25T12:00:00.000Z');
    const caseId = await givenCase(given.casework, lea);
    await given.casework.privacy.placeHold(supervisor, { caseId, on: 'party', reason: 'A court asked.', until: null });
    const held = await draftOf(lea);
    await givenCase(given.casework, tom);
    const saved = await draftOf(tom);
    given.clock.set('2027-06-01T12:00:00.000Z');
    const { data, language, revision } = saved;
    await applications().saveDraft(tom, { draftId: saved.id, data, language, revision });
    await forgetOn('2028-05-31');
    expect(await idsOf(tom)).toEqual([saved.id]);
    expect(await idsOf(lea)).toEqual([held.id]);
    expect(await given.casework.cases.getCase(agent, { caseId })).toMatchObject({ id: caseId });
    await forgetOn('2028-06-01');
    expect(await idsOf(tom)).toEqual([]);
  });

  test('a contact goes five years after its answer; one that waits or has a case stays', async () => {
    given.clock.set('2026-11-25T12:00:00.000Z');
    const [answered, waiting, withCase] = [await call('Ada'), await call('Tom'), await call('Els')];
    await answer(answered);
    await answer(withCase);
    const draft = await contacts().openApplication(agent, { contactId: withCase, procedureKey: 'rent-aid' });
    const data = { ...draft.data, rent: 700, hasLease: false };
    await applications().submit(agent, { draftId: draft.id, data, language: 'nl' });
    await forgetOn('2031-11-25');
    expect(await contacts().getContact(agent, { contactId: answered })).toMatchObject({ state: 'answered' });
    await forgetOn('2031-11-26');
    await expect(contacts().getContact(agent, { contactId: answered })).rejects.toEqual(refused('NOT_FOUND'));
    expect(await contacts().getContact(agent, { contactId: waiting })).toMatchObject({ id: waiting });
    expect(await contacts().getContact(agent, { contactId: withCase })).toMatchObject({ id: withCase });
  });

  test('who opened the page of a person is told for ten years, and who opened a case as long as it is there', async () => {
    given.clock.set('2026-11-25T12:00:00.000Z');
    const [caseId = ''] = (await given.casework.cases.listMyCases(tom, {})).map(({ id }) => id);
    const { partyId } = await given.casework.cases.getCase(agent, { caseId });
    await given.casework.parties.getParty(agent, { partyId });
    const told = async () => (await given.casework.cases.listMyAccesses(tom, {})).map((access) => access.caseId);
    const ofCase = (await told()).filter((id) => id !== null);
    expect(await told()).toContain(null);
    await forgetOn('2036-11-25');
    expect(await told()).toContain(null);
    await forgetOn('2036-11-26');
    expect(await told()).toEqual(ofCase);
    expect(ofCase.length).toBeGreaterThan(0);
    await expect(privacy().forget(administrator, {})).rejects.toEqual(refused('FORBIDDEN'));
  });

  test('the register says how long, for each activity beside the procedures; administrators alone read it', async () => {
    const register = await privacy().listOwnProcessing(administrator, {});
    expect(register.find(({ key }) => key === 'drafts')?.kept.en).toMatch(/^365 days/);
    expect(register.find(({ key }) => key === 'contacts')?.kept.nl).toMatch(/^5 jaar/);
    for (const { title, purpose, people, data } of register)
      for (const text of [title, purpose, people, data])
        expect(Object.values(text).every((one) => one !== '')).toBe(true);
    await expect(privacy().listOwnProcessing(agent, {})).rejects.toEqual(refused('FORBIDDEN'));
  });
});
