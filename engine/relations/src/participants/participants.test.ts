import { usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scopeOf, type Actor, type PersonActor } from '@irisflow/access';
import {
  connectorOf,
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  numberOfCitizen,
  openTestCasework,
  sampleProcedureChanging,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import type { AddParticipant } from './add-participant.ts';

const register = 'be-national-register';
const label = (word: string) => ({ fr: word, nl: word, en: word });

interface Description {
  sources: { fields: string[] }[];
  roles: object[];
  household: object;
}

const procedureWithRoles = () =>
  sampleProcedureChanging('procedure.json', (description: Description) => {
    description.roles = [
      { key: 'coApplicant', label: label('Co-demandeur'), access: 'act', letters: 'all' },
      { key: 'representative', label: label('Mandataire'), access: 'act' },
      { key: 'observer', label: label('Observateur'), access: 'read' },
      { key: 'landlord', label: label('Bailleur'), letters: ['grant'] },
      { key: 'member', label: label('Membre du ménage'), household: true },
    ];
    description.sources[0]?.fields.push('household');
    description.household = {
      source: {
        key: register,
        list: 'household.members',
        name: ['firstName', 'lastName'],
        birthDate: 'birthDate',
        relation: 'relation',
        relations: { child: label('enfant') },
      },
    };
  });

const blank: Omit<AddParticipant, 'caseId' | 'role' | 'name'> = {
  kind: 'person',
  number: null,
  language: 'nl',
  email: null,
  phone: null,
  address: null,
  relation: null,
  birthDate: null,
  validFrom: '2026-11-25',
  validTo: null,
  proof: 'Formulier van 20 november',
};

describe.each([usualStore])('who takes part in a case, on %s', (kind) => {
  let given: TestCasework;
  let clerk: Actor;
  let elsewhere: Actor;
  let lea: PersonActor;
  let omar: PersonActor;
  let caseOfLea = '';
  let caseOfOmar = '';

  const citizen = async (name: string) => (await givenCitizen(given.casework, name)) as PersonActor;
  const applies = async (actor: PersonActor): Promise<string> => {
    const draft = await given.casework.applications.createDraft(actor, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'Şimşek', rent: 700, hasLease: false };
    return (await given.casework.applications.submit(actor, { draftId: draft.id, data, language: 'fr' })).caseId;
  };
  const participants = () => given.casework.participants;
  const cases = () => given.casework.cases;
  const messages = () => given.casework.messages;
  const add = (more: Partial<AddParticipant> & Pick<AddParticipant, 'role' | 'name'>, actor: Actor = clerk) =>
    participants().addParticipant(actor, { ...blank, caseId: caseOfLea, ...more });
  const chooses = (actor: Actor, channels: readonly ('portal' | 'mail')[]) =>
    given.casework.reach.chooseChannels(actor, { channels });
  const refused = (code: string) => expect.objectContaining({ code });
  const gone = refused('NOT_FOUND');
  const end = async (name: string) => {
    const all = (await participants().listParticipants(clerk, { caseId: caseOfLea })).participants;
    const found = all.find((one) => one.name === name && one.state !== 'ended');
    return participants().endParticipant(clerk, {
      caseId: caseOfLea,
      participantId: found?.id ?? '',
      reason: 'Erreur',
    });
  };

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, procedureWithRoles());
    clerk = await givenStaff(given.casework, { name: 'Nadia', roles: ['agent'] });
    elsewhere = await givenStaff(given.casework, { name: 'Tess', roles: ['agent'], administration: 'taxi' });
    lea = await citizen('Léa Şimşek');
    omar = await citizen('Omar Peeters');
    caseOfLea = await applies(lea);
    caseOfOmar = await applies(omar);
  });
  afterAll(() => given.close());

  test('trap 10: the same person is applicant here and representative there', async () => {
    // given somebody with a case of their own, who sees nothing of the case of another
    await expect(cases().getMyCase(omar, { caseId: caseOfLea })).rejects.toEqual(gone);

    // when a clerk notes them as representative in that case
    const noted = await add({ role: 'representative', name: 'Omar Peeters', number: numberOfCitizen('Omar Peeters') });
    expect(noted.participants).toMatchObject([{ role: 'representative', access: 'act', partyId: omar.person.partyId }]);

    // then they have both, each with what they are in it
    const mine = await cases().listMyCases(omar, {});
    expect(
      mine.map(({ id, role }) => ({ id, role: role?.fr ?? null })).toSorted(({ role }) => (role === null ? -1 : 1)),
    ).toEqual([
      { id: caseOfOmar, role: null },
      { id: caseOfLea, role: 'Mandataire' },
    ]);
    expect(await cases().getMyCase(omar, { caseId: caseOfLea })).toMatchObject({
      part: { role: { fr: 'Mandataire' }, access: 'act' },
      canWithdraw: false,
      applicant: expect.any(String),
    });
    expect((await cases().getMyCase(omar, { caseId: caseOfOmar })).part).toBeNull();
    // and they may write in it, while to withdraw it stays for the applicant
    await messages().writeToOffice(omar, { caseId: caseOfLea, text: 'Bonjour', documents: [] });
    // under their own name
    const heard = await messages().listCaseMessages(clerk, { caseId: caseOfLea });
    expect(heard.at(-1)).toMatchObject({ sender: 'applicant', by: 'Omar Peeters' });
    await expect(cases().withdraw(omar, { caseId: caseOfLea, reason: 'x' })).rejects.toEqual(gone);
    await expect(given.casework.facts.listMyFacts(omar, { caseId: caseOfLea })).rejects.toEqual(gone);

    // and their page at the desk says both
    const file = await given.casework.parties.getParty(clerk, { partyId: omar.person.partyId });
    expect(file.cases.map(({ id }) => id)).toEqual([caseOfOmar]);
    expect(file.takesPart).toMatchObject([{ caseId: caseOfLea, role: { fr: 'Mandataire' }, state: 'inForce' }]);

    // and the applicant reads who takes part in their case, without how they are reached
    expect(await participants().listSharedParticipants(lea, { caseId: caseOfLea })).toEqual([
      { name: 'Omar Peeters', role: label('Mandataire'), access: 'act', validFrom: '2026-11-25', validTo: null },
    ]);
    expect((await cases().getMyCase(lea, { caseId: caseOfLea })).timeline.map(({ kind }) => kind)).toContain(
      'participantAdded',
    );

    // when it is ended, they see it no more, at once
    const left = await end('Omar Peeters');
    expect(left.participants).toMatchObject([{ state: 'ended', endReason: 'Erreur' }]);
    await expect(cases().getMyCase(omar, { caseId: caseOfLea })).rejects.toEqual(gone);
    expect(await participants().listSharedParticipants(lea, { caseId: caseOfLea })).toEqual([]);
  });

  test('a number that a clerk typed opens nobody’s page: its owner is known here once they came', async () => {
    const sam = await citizen('Sam Claes');
    await add({ role: 'observer', name: 'Sam C.', number: numberOfCitizen('Sam Claes') });
    const page = () => given.casework.parties.getParty(clerk, { partyId: sam.person.partyId });
    await expect(page()).rejects.toEqual(gone);

    // when they open the case on the portal
    expect(await cases().getMyCase(sam, { caseId: caseOfLea })).toMatchObject({ part: { access: 'read' } });
    // then they are known, and may only read
    expect((await page()).takesPart).toMatchObject([{ caseId: caseOfLea }]);
    await expect(messages().writeToOffice(sam, { caseId: caseOfLea, text: 'x', documents: [] })).rejects.toEqual(gone);
    await messages().writeToApplicant(clerk, { caseId: caseOfLea, text: 'Question', asks: false, documents: [] });
    await messages().listMyMessages(sam, { caseId: caseOfLea });
    // what they looked at still waits for the applicant
    expect(await messages().countMyMessages(lea, {})).toEqual([{ caseId: caseOfLea, unread: 1 }]);
    await end('Sam C.');
  });

  test('what is not in force opens nothing, and nobody stands twice in one role', async () => {
    const kim = await citizen('Kim Maes');
    const number = numberOfCitizen('Kim Maes');
    await add({ role: 'observer', name: 'Kim', number, validFrom: '2026-12-25' });
    await expect(cases().getMyCase(kim, { caseId: caseOfLea })).rejects.toEqual(gone);
    expect(await cases().listMyCases(kim, {})).toEqual([]);
    const twice = await Promise.allSettled([
      add({ role: 'representative', name: 'Kim', number }),
      add({ role: 'representative', name: 'Kim', number }),
    ]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await end('Kim');
    await end('Kim');
  });

  test.each([
    ['a role that the procedure has not', { role: 'king' }],
    ['a number that is none', { role: 'representative', number: '85.01.01-123.88' }],
    ['no number where the role lets in who has it', { role: 'representative' }],
    ['the applicant', { role: 'representative', number: '85000099712' }],
    ['a company in a household', { role: 'member', kind: 'organization' as const }],
    ['days that end before they begin', { role: 'landlord', validTo: '2026-11-01' }],
  ])('refuses %s', async (_, more) => {
    await expect(add({ name: 'X', ...more })).rejects.toEqual(refused('INPUT_INVALID'));
  });

  test('an office has nothing to say in the cases of another', async () => {
    await expect(add({ role: 'landlord', name: 'X' }, elsewhere)).rejects.toEqual(gone);
    await expect(participants().listParticipants(elsewhere, { caseId: caseOfLea })).rejects.toEqual(gone);
    await expect(add({ role: 'landlord', name: 'X' }, lea)).rejects.toEqual(refused('FORBIDDEN'));
  });

  test('the second wall: whoever takes part changes nothing of what they may', async () => {
    const eva = await citizen('Eva Wouters');
    await add({ role: 'observer', name: 'Eva', number: numberOfCitizen('Eva Wouters') });
    const asEva = given.database.as(scopeOf(eva));
    await expect(asEva.query("update casework.participant set access = 'act'")).rejects.toThrow(/permission denied/);
    await expect(asEva.query("update casework.party set name = 'Reine'")).rejects.toThrow(/permission denied/);
    expect(await asEva.query('select id from casework.case_file')).toEqual([{ id: caseOfLea }]);
    expect(await asEva.query('update casework.case_file set status = status returning id')).toEqual([]);
    await end('Eva');
    expect(await asEva.query('select id from casework.case_file')).toEqual([]);
  });

  test('letters go to whom the role says, each in their language, and are between them and the office', async () => {
    await add({ role: 'landlord', name: 'Immo Zenne', kind: 'organization', address: 'Kaai 1\n1000 Brussel' });
    await add({ role: 'coApplicant', name: 'Ada Smet', number: numberOfCitizen('Ada Smet') });
    await chooses(lea, ['portal']);
    const grant = { idempotencyKey: 'g', template: 'grant', channel: ['portal'], values: { amount: 12, grounds: [] } };
    const created = await given.casework.caseStore.createLetter(connectorOf(caseOfLea), grant);
    expect(created.language).toBe('fr');

    const file = await cases().getCase(clerk, { caseId: caseOfLea });
    expect(file.letters.map(({ recipient, language, channels }) => ({ recipient, language, channels }))).toEqual(
      expect.arrayContaining([
        { recipient: null, language: 'fr', channels: ['portal'] },
        { recipient: 'Immo Zenne', language: 'nl', channels: ['post'] },
        { recipient: 'Ada Smet', language: 'nl', channels: ['post'] },
      ]),
    );
    // then the applicant sees their own and that of who reads the case too, and not what went to the landlord
    const mine = await cases().getMyCase(lea, { caseId: caseOfLea });
    expect(new Set(mine.letters.map(({ recipient }) => recipient))).toEqual(new Set(['Ada Smet', null]));
    const landlords = file.letters.find(({ recipient }) => recipient === 'Immo Zenne');
    await expect(
      cases().downloadMyDocument(lea, { caseId: caseOfLea, documentId: landlords?.documentId ?? '' }),
    ).rejects.toEqual(gone);
    await end('Immo Zenne');
    await end('Ada Smet');
  });

  test('mails tell whoever reads the case and agreed to them, each in their language, one once', async () => {
    // given an applicant who wants paper, and three who take part: two of them agreed to mails, one by a number only
    await chooses(lea, []);
    const ada = await citizen('Ada Smet');
    const ben = await citizen('Ben Aerts');
    const cas = await citizen('Cas Baert');
    for (const one of [ada, ben]) await chooses(one, ['portal', 'mail']);
    const at = (name: string) => ({ name, number: numberOfCitizen(name), email: `${name.slice(0, 3)}@example.org` });
    await add({ role: 'coApplicant', ...at('Ada Smet') });
    await cases().getMyCase(ada, { caseId: caseOfLea });
    await given.casework.mandates.saveMyParty(ada, {
      language: 'nl',
      email: 'lea@example.org',
      phone: null,
      address: null,
    });
    await add({ role: 'coApplicant', ...at('Ben Aerts') });
    await add({ role: 'coApplicant', ...at('Cas Baert') });
    await cases().getMyCase(cas, { caseId: caseOfLea });

    // when a letter goes out
    const call = {
      idempotencyKey: 'm',
      template: 'grant',
      channel: ['portal', 'email'],
      values: { amount: 12, grounds: [] },
    };
    given.mails.length = 0;
    const created = await given.casework.caseStore.createLetter(connectorOf(caseOfLea), call);
    await given.casework.dispatch.mail(system, {});

    // then whoever agreed is told, in full where it is known whose address it is
    expect(created.isMailed).toBe(false);
    expect(given.mails).toMatchObject([
      { to: 'lea@example.org', subject: expect.stringContaining('Een nieuwe brief in uw dossier') },
      { to: 'Ben@example.org', subject: 'Meld u aan om uw nieuws te lezen' },
    ]);
    const { letters } = await cases().getCase(clerk, { caseId: caseOfLea });
    const ways = Object.fromEntries(letters.slice(-4).map(({ recipient, channels }) => [recipient ?? '', channels]));
    expect(ways).toEqual({
      '': ['post'],
      'Ada Smet': ['portal', 'email'],
      'Ben Aerts': ['email', 'post'],
      'Cas Baert': ['post'],
    });

    // when the office writes, while mails fail for one of them
    // on the next day: where nobody vouches for the address, a mail comes once a day
    given.clock.set('2026-11-26T09:01:00.000Z');
    given.mails.length = 0;
    await messages().writeToApplicant(clerk, { caseId: caseOfLea, text: 'Question', asks: false, documents: [] });
    given.breakMails(true, 'Ben@example.org');
    await expect(messages().tell(system, {})).rejects.toThrow('mail server');
    given.clock.set('2026-11-26T09:06:00.000Z');
    await expect(messages().tell(system, {})).rejects.toThrow('mail server');
    given.breakMails(false);
    given.clock.set('2026-11-26T09:20:00.000Z');
    await messages().tell(system, {});
    await messages().tell(system, {});
    // then each of both was told once
    expect(given.mails.map(({ to }) => to)).toEqual(['lea@example.org', 'Ben@example.org']);

    // and the desk sees by which ways each of them is reached
    const seen = await participants().listParticipants(clerk, { caseId: caseOfLea });
    expect(seen.applicantReach).toEqual({ channels: [], byPost: true, email: null });
    const reached = seen.participants
      .filter(({ state }) => state === 'inForce')
      .map(({ name, reach }) => [name, reach?.byPost ?? null]);
    expect(Object.fromEntries(reached)).toMatchObject({ 'Ada Smet': false, 'Ben Aerts': null, 'Cas Baert': true });
    for (const name of ['Ada Smet', 'Ben Aerts', 'Cas Baert']) await end(name);
  });

  test('a household stands as each said it, with the day and from where', async () => {
    const { consultations } = given.casework;
    const connector = connectorOf(caseOfLea);
    const subject = numberOfCitizen('Léa Şimşek');
    const asked = await consultations.askConsultation(connector, { idempotencyKey: 'h', source: register, subject });
    if (!asked.permitted) throw new Error(asked.refusal);
    const members = [
      { firstName: 'Léa', lastName: 'Şimşek', birthDate: '1985-01-01', relation: 'reference' },
      { firstName: 'Ali', lastName: 'Şimşek', birthDate: '2019-05-02', relation: 'child' },
      { firstName: 'Proto', lastName: 'Type', relation: '__proto__' },
      { firstName: 'Con', lastName: 'Structor', relation: 'constructor' },
    ];
    const consultationIds = [asked.consultationId];
    await consultations.recordOutcome(connector, {
      idempotencyKey: 'h-o',
      consultationId: asked.consultationId,
      outcome: 'found',
    });
    const kept = {
      idempotencyKey: 'h-a',
      consultationIds,
      question: { nationalNumber: subject },
      answer: { household: { members } },
    };
    await consultations.keepSourceAnswer(connector, kept);
    await add({
      role: 'member',
      name: 'Zoé Martin',
      relation: 'partenaire',
      birthDate: '1990-02-03',
      validFrom: '2026-03-01',
    });

    const { household } = await participants().listParticipants(clerk, { caseId: caseOfLea });
    expect(household).toMatchObject([
      {
        origin: 'source',
        source: { nl: 'Rijksregister' },
        members: [
          { name: 'Léa Şimşek' },
          { name: 'Ali Şimşek', birthDate: '2019-05-02', relation: label('enfant') },
          // what nobody gave a word is said as it is, whatever JavaScript calls so
          { name: 'Proto Type', relation: label('__proto__') },
          { name: 'Con Structor', relation: label('constructor') },
        ],
      },
      {
        origin: 'office',
        members: [{ name: 'Zoé Martin', relation: label('partenaire'), from: '2026-03-01', to: null }],
      },
    ]);
  });
});
