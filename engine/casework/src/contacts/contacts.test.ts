import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  sampleProcedureChanging,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import type { RecordContact } from './record-contact.ts';

const call = {
  channel: 'call',
  kind: 'question',
  language: 'nl',
  firstName: 'Noor',
  lastName: 'Verlinden',
  phone: '02 204 00 00',
  email: null,
  subject: 'Huurtoelage',
  said: 'Zij wil een toelage aanvragen.',
  answer: '',
  followUp: '',
  followUpOn: null,
} as const satisfies RecordContact['note'];

const unknown = { kind: 'unknown' } as const;

/** A second procedure of the same administration. */
const otherProcedure = () =>
  sampleProcedureChanging('procedure.json', (description: { key: string; reference: string }) => {
    description.key = 'rent-aid-two';
    description.reference = 'RA2';
  });

describe('contacts', () => {
  let given: TestCasework;
  let agent: Actor;
  let colleague: Actor;
  let elsewhere: Actor;
  let citizen: Actor;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    await givenPublished(given.casework, otherProcedure());
    agent = await givenStaff(given.casework, { name: 'Agnès', roles: ['agent'] });
    colleague = await givenStaff(given.casework, { name: 'Coen', roles: ['agent'] });
    elsewhere = await givenStaff(given.casework, { name: 'Tom', roles: ['agent'], administration: 'taxi' });
    citizen = await givenCitizen(given.casework, 'Léa');
  });
  afterAll(() => given.close());

  const contacts = () => given.casework.contacts;
  const applications = () => given.casework.applications;
  const refused = (code: string) => expect.objectContaining({ code });
  const record = (note: Partial<RecordContact['note']> = {}, who: RecordContact['who'] = unknown) =>
    contacts().recordContact(agent, { who, note: { ...call, ...note } });
  const fill = (contactId: string) => contacts().openApplication(agent, { contactId, procedureKey: 'rent-aid' });

  const givenCase = async (): Promise<string> => {
    const draft = await applications().createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'Léa', rent: 700, hasLease: false };
    return (await applications().submit(citizen, { draftId: draft.id, data, language: 'fr' })).caseId;
  };

  test('a call from an unknown person becomes a contact, then a case, without retyping', async () => {
    // given a call of somebody whom nobody knows here
    const contact = await record();
    expect(contact).toMatchObject({ name: 'Noor Verlinden', state: 'open', caseIds: [], recordedBy: 'Agnès' });

    // when a clerk opens an application of it
    const draft = await fill(contact.id);

    // then what was noted stands in it, in the language of the person
    expect(draft.data).toEqual({ lastName: 'Verlinden' });
    expect(draft).toMatchObject({
      language: 'nl',
      office: { applicant: { name: 'Noor Verlinden' }, channel: 'call', contactId: contact.id },
    });
    // and a colleague goes on with the same one
    expect(await contacts().openApplication(colleague, { contactId: contact.id, procedureKey: 'rent-aid' })).toEqual(
      draft,
    );

    // when the rest is filled in and submitted
    const data = { ...draft.data, nationalNumber: '85.00.00-997.12', rent: 700, hasLease: false };
    const { caseId } = await applications().submit(colleague, { draftId: draft.id, data, language: 'fr' });

    // then it is a case of that person, with the call in its file
    const file = await given.casework.cases.getCase(agent, { caseId });
    expect(file).toMatchObject({ applicant: 'Noor Verlinden', language: 'nl', channel: 'call', receivedOn: null });
    expect(file.timeline.map(({ kind, text }) => [kind, text.nl])).toEqual([
      ['submitted', 'De administratie heeft uw aanvraag geregistreerd.'],
      ['contact', 'U hebt naar de administratie gebeld.'],
    ]);
    expect(await contacts().getContact(agent, { contactId: contact.id })).toMatchObject({
      caseIds: [caseId],
      cases: [{ id: caseId }],
    });
    expect((await contacts().listContacts(agent, { caseId })).items.map(({ id }) => id)).toEqual([contact.id]);

    // and its process knows whom it is about
    await given.casework.outbox.drain(system, {});
    const started = given.engine.instances.find(({ variables }) => variables['caseId'] === caseId);
    expect(started?.variables).toMatchObject({
      applicant: { nationalNumber: '85000099712', name: 'Noor Verlinden' },
    });

    // and no second case of the same procedure comes of it
    await expect(fill(contact.id)).rejects.toEqual(refused('CONTACT_HAS_CASE'));
  });

  test('a contact knows every case that came of it, and what belongs to no case yet is on the list of what waits', async () => {
    // given somebody who calls about two things
    const contact = await record({ lastName: 'Deux', followUpOn: '2026-11-25' });
    const waiting = async (kind: 'withoutCase' | 'due', search?: string) =>
      (await contacts().listContacts(agent, { waiting: kind, ...(search === undefined ? {} : { search }) })).items.map(
        ({ id }) => id,
      );
    expect(await waiting('withoutCase')).toContain(contact.id);
    expect(await waiting('withoutCase', 'deux')).toEqual([contact.id]);
    expect(await waiting('due', 'deux')).toEqual([contact.id]);

    // when applications of both procedures are opened, and then both submitted
    const ids: string[] = [];
    const open = (procedureKey: string) => contacts().openApplication(agent, { contactId: contact.id, procedureKey });
    for (const draft of [await open('rent-aid'), await open('rent-aid-two')]) {
      const data = { ...draft.data, rent: 700, hasLease: false };
      ids.push((await applications().submit(agent, { draftId: draft.id, data, language: 'fr' })).caseId);
    }

    // then the contact names both, and each case names the contact
    const file = await contacts().getContact(agent, { contactId: contact.id });
    expect(file.cases.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    for (const caseId of ids)
      expect((await contacts().listContacts(agent, { caseId })).items.map(({ id }) => id)).toEqual([contact.id]);
    expect(await waiting('withoutCase', 'deux')).toEqual([]);
    // and it waits until it is answered
    expect(await waiting('due')).toContain(contact.id);
    const change = {
      contactId: contact.id,
      revision: 1,
      answer: 'Fait',
      followUp: '',
      followUpOn: '2026-11-25',
    } as const;
    await contacts().changeContact(agent, { ...change, state: 'answered', term: 'ordinary' });
    expect(await waiting('due')).not.toContain(contact.id);
  });

  test('what came by post counts from the day it came', async () => {
    const contact = await record({ channel: 'mail', receivedOn: '2026-11-20' });
    const draft = await fill(contact.id);
    const data = { ...draft.data, rent: 700, hasLease: false };
    const { caseId } = await applications().submit(agent, { draftId: draft.id, data, language: 'fr' });
    const file = await given.casework.cases.getCase(agent, { caseId });
    expect(file).toMatchObject({ channel: 'mail', receivedOn: '2026-11-20', term: { startedOn: '2026-11-20' } });
  });

  test('the scan of a paper form is a document of the office, in the case that comes of it', async () => {
    const contact = await record({ channel: 'visit' });
    const draft = await fill(contact.id);
    const lease = await applications().addDocument(agent, {
      draftId: draft.id,
      pointer: '/lease',
      name: 'bail.pdf',
      content: [Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1000, 1)])],
    });
    const { mediaType: _, ...reference } = lease;
    const data = { ...draft.data, rent: 700, hasLease: true, lease: [reference] };
    const { caseId } = await applications().submit(agent, { draftId: draft.id, data, language: 'fr' });
    const { documents } = await given.casework.cases.getCase(agent, { caseId });
    expect(documents).toMatchObject([{ name: 'bail.pdf', origin: 'agent', visibleToApplicant: true }]);
  });

  test('what somebody says about their case is in its file, and they are told who looked', async () => {
    const caseId = await givenCase();
    const contact = await record({ subject: 'Ma demande' }, { kind: 'aboutCase', caseId });
    expect(contact).toMatchObject({ caseIds: [caseId], knownCaseId: caseId });
    const { timeline } = await given.casework.cases.getMyCase(citizen, { caseId });
    expect(timeline[0]?.text.fr).toBe('Vous avez téléphoné à l’administration.');
    expect(await given.casework.cases.listMyAccesses(citizen, {})).toMatchObject([{ caseId, actingAs: 'agent' }]);
  });

  test('an applicant who wants something else gets another case, with their number and none of their old answers', async () => {
    const caseId = await givenCase();
    const contact = await record({ firstName: '', lastName: 'Léa' }, { kind: 'applicant', caseId });
    expect(contact.caseIds).toEqual([]);
    const draft = await fill(contact.id);
    expect(draft.data).toEqual({ lastName: 'Léa' });
    // the person does not see what the office has not submitted
    expect(await applications().listDrafts(citizen, {})).toEqual([]);
    const data = { ...draft.data, rent: 700, hasLease: false };
    const receipt = await applications().submit(agent, { draftId: draft.id, data, language: 'fr' });
    const mine = await given.casework.cases.listMyCases(citizen, {});
    expect(mine.map(({ id }) => id)).toContain(receipt.caseId);
    await given.casework.outbox.drain(system, {});
    // the engine heard of both cases, in whatever order
    const started = given.engine.instances.find(({ variables }) => variables['caseId'] === receipt.caseId);
    expect(started?.variables).toMatchObject({ applicant: { nationalNumber: '85000099712' } });
  });

  test.each([
    ['complaint', '2026-12-23'],
    ['documents', '2026-12-23'],
    ['question', null],
  ] as const)('a %s is to be answered until %s', async (kind, dueOn) => {
    expect(await record({ kind })).toMatchObject({ receivedOn: '2026-11-25', dueOn });
  });

  test('days on which the administration is closed are no working days, in the long term neither', async () => {
    const administrator = await givenStaff(given.casework, { name: 'Alma', roles: ['administrator'] });
    const name = { fr: 'Pont', nl: 'Brugdag', en: 'Bridge day' };
    const { id } = await given.casework.terms.addClosure(administrator, {
      name,
      recurs: 'yearly',
      date: '12-02',
      from: '2020-12-02',
    });
    const contact = await record({ kind: 'documents' });
    expect(contact.dueOn).toBe('2026-12-24');
    const change = {
      contactId: contact.id,
      revision: 1,
      answer: '',
      followUp: 'x',
      followUpOn: null,
      state: 'open',
    } as const;
    expect((await contacts().changeContact(agent, { ...change, term: 'extended' })).dueOn).toBe('2027-01-25');
    await given.casework.terms.removeClosure(administrator, { closureId: id });
  });

  test('the term of a request for documents is extended once, from the day it came', async () => {
    const { id: contactId } = await record({ kind: 'documents' });
    const change = {
      contactId,
      answer: '',
      followUp: 'Searching the archive',
      followUpOn: '2026-12-01',
      state: 'open',
      term: 'extended',
    } as const;
    const changed = await contacts().changeContact(agent, { ...change, revision: 1 });
    expect(changed).toMatchObject({ dueOn: '2027-01-22', revision: 2, followUpOn: '2026-12-01' });
    await expect(contacts().changeContact(colleague, { ...change, revision: 1 })).rejects.toEqual(
      refused('STALE_REVISION'),
    );
    const again = await contacts().changeContact(agent, { ...change, revision: 2 });
    expect(again.dueOn).toBe('2027-01-22');
  });

  test('a contact is answered once something was answered, and may be opened again', async () => {
    const { id: contactId } = await record({ kind: 'complaint' });
    const change = { contactId, answer: '', followUp: '', followUpOn: null, term: 'ordinary' } as const;
    await expect(contacts().changeContact(agent, { ...change, revision: 1, state: 'answered' })).rejects.toEqual(
      refused('INPUT_INVALID'),
    );
    const answered = { ...change, answer: 'Explained.' };
    expect(await contacts().changeContact(agent, { ...answered, revision: 1, state: 'answered' })).toMatchObject({
      state: 'answered',
      answeredOn: '2026-11-25',
    });
    expect(await contacts().changeContact(agent, { ...answered, revision: 2, state: 'open' })).toMatchObject({
      state: 'open',
      answeredOn: null,
    });
  });

  test('is found by name, number or subject, without accents, and page by page', async () => {
    const { id } = await record({ lastName: 'Şimşek', phone: '0470/12.34.56', subject: 'Bail perdu' });
    for (const search of ['simsek', '0470123456', 'PERDU'])
      expect(
        (await contacts().listContacts(agent, { search })).items.map((one) => one.id),
        search,
      ).toEqual([id]);
    const first = await contacts().listContacts(agent, { limit: 2 });
    const second = await contacts().listContacts(agent, { limit: 2, cursor: first.nextCursor ?? '' });
    expect(first.items).toHaveLength(2);
    expect(second.items.map((one) => one.id)).not.toContain(first.items[0]?.id);
    expect(first.total).toBeGreaterThan(4);
  });

  test('what never came cannot be noted, nor what would have been over for years', async () => {
    for (const receivedOn of ['2026-11-26', '2016-11-25'])
      await expect(record({ receivedOn })).rejects.toEqual(refused('INPUT_INVALID'));
    expect(await record({ receivedOn: '2025-11-25' })).toMatchObject({ receivedOn: '2025-11-25' });
  });

  test('another administration sees and opens nothing of it', async () => {
    const { id: contactId } = await record();
    const draft = await fill(contactId);
    await expect(contacts().getContact(elsewhere, { contactId })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(contacts().openApplication(elsewhere, { contactId, procedureKey: 'rent-aid' })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
    await expect(applications().getDraft(elsewhere, { draftId: draft.id })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(applications().getDraft(citizen, { draftId: draft.id })).rejects.toEqual(refused('NOT_FOUND'));
    expect((await contacts().listContacts(elsewhere, {})).total).toBe(0);
    // nor does it open a procedure that is not its own
    const theirs = await contacts().recordContact(elsewhere, { who: unknown, note: call });
    await expect(
      contacts().openApplication(elsewhere, { contactId: theirs.id, procedureKey: 'rent-aid' }),
    ).rejects.toEqual(refused('NOT_FOUND'));
  });
});
