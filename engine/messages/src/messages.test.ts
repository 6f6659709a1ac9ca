import { usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenReader,
  givenStaff,
  openTestCasework,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';

const pdf = () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(100, 1)]);
const bytes = async function* () {
  yield pdf();
};

describe.each([usualStore])('messages of a case on %s', (kind) => {
  let given: TestCasework;
  let clerk: Actor;
  let stranger: Actor;
  let citizen: Actor;
  let neighbor: Actor;
  let caseId = '';
  let people = 0;

  const messages = () => given.casework.messages;
  const write = (text: string, more: object = {}) =>
    messages().writeToApplicant(clerk, { caseId, text, asks: false, documents: [], ...more });
  const answer = (text: string, documents: readonly string[] = []) =>
    messages().writeToOffice(citizen, { caseId, text, documents });

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    const { casework } = given;
    await givenAdministrations(casework);
    await givenPublished(casework);
    clerk = await givenStaff(casework, { name: 'Nadia', roles: ['agent'] });
    stranger = await givenStaff(casework, { name: 'Tess', roles: ['agent'], administration: 'taxi' });
  });
  beforeEach(async () => {
    people += 1;
    const { applications } = given.casework;
    citizen = await givenReader(given.casework, `Léa ${people}`);
    neighbor = await givenCitizen(given.casework, `Noor ${people}`);
    const draft = await applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'Şimşek', rent: 700, hasLease: false };
    ({ caseId } = await applications.submit(citizen, { draftId: draft.id, data, language: 'fr' }));
    given.mails.length = 0;
    given.clock.set('2026-11-25T09:00:00Z');
  });
  afterAll(() => given.close());

  test('go both ways, each side with its own voice', async () => {
    await write('Combien de pièces a le logement ?', { asks: true });
    await answer('Trois.');
    expect(await messages().listMyMessages(citizen, { caseId })).toMatchObject([
      { sender: 'office', by: null, asks: true, text: 'Combien de pièces a le logement ?' },
      { sender: 'applicant', by: null, asks: false, text: 'Trois.' },
    ]);
    expect(await messages().listCaseMessages(clerk, { caseId })).toMatchObject([
      { sender: 'office', by: 'Nadia' },
      { sender: 'applicant', by: `Léa ${people}` },
    ]);
    const { timeline } = await given.casework.cases.getMyCase(citizen, { caseId });
    expect(timeline.slice(0, 2).map(({ kind: one }) => one)).toEqual(['messageFromApplicant', 'questionFromOffice']);
    expect(JSON.stringify(timeline)).not.toContain('Trois');
  });

  test('carry files of their own side, which the other side can open', async () => {
    const mine = await given.casework.cases.addMyDocument(citizen, { caseId, name: 'bail.pdf', content: bytes() });
    await answer('Voici le bail.', [mine.id]);
    const theirs = await messages().addMessageDocument(clerk, { caseId, name: 'guide.pdf', content: bytes() });
    await write('Voici le guide.', { documents: [theirs.id] });
    expect(await messages().listMyMessages(citizen, { caseId })).toMatchObject([
      { documents: [{ name: 'bail.pdf' }] },
      { documents: [{ name: 'guide.pdf' }] },
    ]);
    const got = await given.casework.cases.downloadMyDocument(citizen, { caseId, documentId: theirs.id });
    expect(got.name).toBe('guide.pdf');
    await expect(answer('x', [theirs.id])).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('carry nothing that the office keeps to itself', async () => {
    const upload = { caseId, kind: 'report', shownTo: 'office', name: 'visite.pdf', content: bytes() } as const;
    const { id } = await given.casework.cases.addCaseDocument(clerk, upload);
    await expect(write('Voici.', { documents: [id] })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(await messages().listMyMessages(citizen, { caseId })).toEqual([]);
  });

  test('carry no more files than a case may have of its office', async () => {
    const { database } = given;
    const add = () => messages().addMessageDocument(clerk, { caseId, name: 'guide.pdf', content: bytes() });
    const { id } = await add();
    await database.query(
      `insert into casework.document
       select r.* from casework.document d, generate_series(1, 200) n,
         lateral jsonb_populate_record(d, to_jsonb(d) || jsonb_build_object('id', 'file-' || n)) r
        where d.id = $1`,
      [id],
    );
    await expect(add()).rejects.toMatchObject({ code: 'DOCUMENT_LIMIT' });
    await database.query("delete from casework.document where id like 'file-%'");
  });

  test('are unread until the other side opens the conversation', async () => {
    await answer('Bonjour');
    await answer('Êtes-vous là ?');
    const waiting = await messages().listOfficeMessages(clerk, {});
    expect(waiting.cases).toContainEqual(expect.objectContaining({ caseId, unread: 2 }));
    expect(await messages().listOfficeMessages(stranger, {})).toEqual({ total: 0, cases: [] });
    await messages().listCaseMessages(clerk, { caseId });
    expect((await messages().listOfficeMessages(clerk, {})).cases.map((one) => one.caseId)).not.toContain(caseId);
    await write('Oui.');
    expect(await messages().countMyMessages(citizen, {})).toEqual([{ caseId, unread: 1 }]);
    await messages().listMyMessages(citizen, { caseId });
    expect(await messages().countMyMessages(citizen, {})).toEqual([]);
  });

  test('are counted for whom somebody acts, in the procedures in which they may', async () => {
    await write('Bonjour');
    const [of, by] = [citizen, neighbor];
    if (of.kind !== 'person' || by.kind !== 'person') throw new Error('Expected people');
    const party = { id: of.person.partyId, kind: 'person', name: of.person.name } as const;
    const acting = (procedures: readonly string[] | null): Actor => ({
      ...by,
      acting: { mandateId: 'm', party, procedures, mayDelegate: false },
    });
    expect(await messages().countMyMessages(neighbor, {})).toEqual([]);
    expect(await messages().countMyMessages(acting(null), {})).toEqual([{ caseId, unread: 1 }]);
    expect(await messages().countMyMessages(acting(['rent-aid']), {})).toEqual([{ caseId, unread: 1 }]);
    expect(await messages().countMyMessages(acting(['another-thing']), {})).toEqual([]);
  });

  test('are announced by one mail a case that says nothing of them', async () => {
    await write('Votre revenu est de 21 000 €.');
    await write('Combien ?', { asks: true });
    await messages().tell(system, {});
    await messages().tell(system, {});
    expect(given.mails.filter(({ text }) => text.includes(caseId))).toMatchObject([{ to: 'lea@example.org' }]);
    expect(JSON.stringify(given.mails)).not.toContain('21 000');
  });

  test('are announced to nobody who did not agree to mails, and to nobody any more who took it back', async () => {
    await given.casework.reach.chooseChannels(citizen, { channels: ['portal'] });
    await write('Bonjour');
    await messages().tell(system, {});
    expect(given.mails).toEqual([]);
    // and what was written then is not told later
    await given.casework.reach.chooseChannels(citizen, { channels: ['portal', 'mail'] });
    await messages().tell(system, {});
    expect(given.mails).toEqual([]);
  });

  test('that no mail server takes are announced later', async () => {
    await write('Bonjour');
    given.breakMails(true);
    await expect(messages().tell(system, {})).rejects.toThrow('mail server');
    given.breakMails(false);
    // not at once: what nobody takes must not keep others waiting
    await messages().tell(system, {});
    expect(given.mails).toEqual([]);
    given.clock.set('2026-11-25T09:05:00Z');
    await messages().tell(system, {});
    expect(given.mails.filter(({ text }) => text.includes(caseId))).toHaveLength(1);
  });

  test('are announced once, however many processes send mails at once', async () => {
    await write('Bonjour');
    await write('Et bonsoir');
    await Promise.all([1, 2, 3].map(() => messages().tell(system, {})));
    expect(given.mails.filter(({ text }) => text.includes(caseId))).toHaveLength(1);
  });

  test('are announced to an address that nobody vouches for once a day, without naming the case', async () => {
    const to = `typed-${people}@example.org`;
    await given.database.query(
      'update casework.case_file set applicant_email = $2, applicant_email_verified = false where id = $1',
      [caseId, to],
    );
    await write('Bonjour');
    given.breakMails(true);
    await expect(messages().tell(system, {})).rejects.toThrow('mail server');
    given.breakMails(false);
    given.clock.set('2026-11-25T09:05:00Z');
    await messages().tell(system, {});
    await write('Encore');
    await messages().tell(system, {});
    expect(given.mails).toMatchObject([{ to }]);
    expect(JSON.stringify(given.mails)).not.toContain(caseId);
    given.clock.set('2026-11-26T09:06:00Z');
    await write('Demain');
    await messages().tell(system, {});
    expect(given.mails).toHaveLength(2);
  });

  test('belong to the two sides of the case alone', async () => {
    await write('Bonjour');
    await expect(messages().listMyMessages(neighbor, { caseId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(messages().writeToOffice(neighbor, { caseId, text: 'x', documents: [] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(messages().listCaseMessages(stranger, { caseId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('say something', async () => {
    await expect(write('  ')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(answer('x'.repeat(5001))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});
