import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, scopeOfJobFor } from '@irisflow/access';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenReader,
  givenStaff,
  openTestCasework,
  sampleProcedure,
  sampleProcedureChanging,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';

const pdf = (word: string) => [Buffer.from(`%PDF-1.7\n${word}\n`)];

/** The procedure of the other administration asks the rent as well, and has a term of its own. */
const elsewhereFolder = () =>
  sampleProcedureChanging('procedure.json', (description: Record<string, unknown>) => {
    description['key'] = 'taxi-aid';
    description['administration'] = 'taxi';
    description['reference'] = 'TX-AID';
  }).map((file) => ({ ...file, path: file.path, content: file.content }));

describe('sending a case on to the administration that is competent', () => {
  let given: TestCasework;
  let citizen: Actor;
  let neighbor: Actor;
  let clerk: Actor;
  let driver: Actor;
  let third: Actor;
  let caseId = '';
  let count = 0;

  const lifecycle = () => given.casework.lifecycle;
  const cases = () => given.casework.cases;

  beforeAll(async () => {
    given = await openTestCasework();
    const { casework } = given;
    await givenAdministrations(casework);
    await casework.identity.seedAdministrations(system, {
      administrations: [{ key: 'waste', name: { fr: 'Propreté', nl: 'Netheid', en: 'Waste' } }],
    });
    await givenPublished(casework, sampleProcedure());
    await givenPublished(casework, elsewhereFolder());
    clerk = await givenStaff(casework, { name: 'Bart', roles: ['agent'] });
    driver = await givenStaff(casework, { name: 'Dina', roles: ['agent'], administration: 'taxi' });
    third = await givenStaff(casework, { name: 'Wim', roles: ['agent', 'supervisor'], administration: 'waste' });
    neighbor = await givenCitizen(casework, 'Neighbor');
  });
  beforeEach(async () => {
    given.clock.set('2026-11-25T09:00:00Z');
    count += 1;
    citizen = await givenCitizen(given.casework, `Applicant ${count}`);
    caseId = await givenCase(given.casework, citizen, 'Şimşek');
    await given.casework.outbox.drain(system, {});
  });
  afterAll(() => given.close());

  const propose = (more: object = {}, actor = clerk) =>
    lifecycle().proposeTransfer(actor, {
      caseId,
      to: 'taxi',
      reason: 'La demande concerne un taxi.',
      documents: [],
      withAnswers: true,
      days: 10,
      ...more,
    });
  const received = async (actor = driver) => (await lifecycle().listReceivedTransfers(actor, {})).items;
  const waiting = async () => (await received()).find(({ state }) => state === 'proposed')?.id ?? '';
  const accept = async (actor = driver, procedureKey = 'taxi-aid') =>
    lifecycle().acceptTransfer(actor, { transferId: await waiting(), procedureKey });
  const newCaseId = async () =>
    (await cases().listMyCases(citizen, {})).find(({ status }) => status !== 'transferred')?.id ?? '';

  test('before it accepts, the other one reads the proposal and nothing of the file', async () => {
    await propose();

    const [proposed] = await received();
    expect(proposed).toMatchObject({
      state: 'proposed',
      firstReceivedOn: '2026-11-25',
      language: 'fr',
      dueOn: '2026-12-05',
    });
    expect(JSON.stringify(proposed)).not.toMatch(/Şimşek|Applicant|700/u);
    await expect(cases().getCase(driver, { caseId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await received(third)).toEqual([]);
    const theirs = given.database.as(scopeOfJobFor(third, 'transfers'));
    expect(await theirs.query('select id from casework.transfer')).toEqual([]);
    expect(await theirs.query('select id from casework.case_file')).toEqual([]);
    // Its applicant reads of what is final.
    expect(JSON.stringify((await cases().getMyCase(citizen, { caseId })).timeline)).not.toContain('taxi');
    await lifecycle().withdrawTransfer(clerk, { caseId, transferId: proposed?.id ?? '' });
  });

  test('accepted it goes on there for the same person, and ends here as transferred', async () => {
    const { id } = await cases().addMyDocument(citizen, { caseId, name: 'permis.pdf', content: pdf('permis') });
    await cases().addMyDocument(citizen, { caseId, name: 'bail.pdf', content: pdf('bail') });
    await cases().addNote(clerk, { caseId, text: 'Entre nous' });
    await propose({ documents: [id] });
    given.clock.set('2026-12-01T09:00:00Z');

    await accept();

    const here = await cases().getMyCase(citizen, { caseId });
    expect(here.status).toBe('transferred');
    const there = await cases().getCase(driver, { caseId: await newCaseId() });
    expect(here.timeline[0]?.text.fr).toContain(`transmis à Taxis, où il porte la référence ${there.reference}`);
    expect(there).toMatchObject({
      channel: 'transfer',
      receivedOn: '2026-11-25',
      applicant: `Applicant ${count}`,
      language: 'fr',
      data: { lastName: 'Şimşek', rent: 700 },
      notes: [],
    });
    // The term of whoever goes on begins when they have it.
    expect(there.terms).toMatchObject([{ startedOn: '2026-12-01', state: 'running' }]);
    expect(there.documents.map(({ name }) => name)).toEqual(['permis.pdf']);
    const [document] = there.documents;
    const content = await cases().downloadCaseDocument(driver, { caseId: there.id, documentId: document?.id ?? '' });
    expect(content.name).toBe('permis.pdf');
    // Its applicant sees both, and each from the other.
    expect((await cases().listMyCases(citizen, {})).map(({ status }) => status).toSorted()).toEqual([
      'submitted',
      'transferred',
    ]);
    for (const one of [caseId, there.id])
      expect(await lifecycle().listMyTransfers(citizen, { caseId: one })).toMatchObject([
        { earlier: { id: caseId }, now: { id: there.id, reference: there.reference } },
      ]);
    await expect(lifecycle().listMyTransfers(neighbor, { caseId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // Each office sees its own file and how the other one calls it.
    await expect(cases().getCase(clerk, { caseId: there.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(cases().getCase(driver, { caseId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await lifecycle().getTransfers(clerk, { caseId })).sent).toMatchObject([
      { state: 'accepted', newReference: there.reference },
    ]);
    expect((await lifecycle().getTransfers(driver, { caseId: there.id })).origin).toMatchObject({
      reference: here.reference,
      firstReceivedOn: '2026-11-25',
    });
    // And who took it over stands in the log of its applicant.
    expect(await cases().listMyAccesses(citizen, {})).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          caseId,
          purpose: expect.objectContaining({ fr: expect.stringContaining('Reprise') }),
        }),
      ]),
    );
  });

  test('the process of the sender is canceled and that of the receiver starts', async () => {
    const [before] = given.engine.instances.filter(({ variables }) => variables['caseId'] === caseId);
    await propose();
    await accept();
    await given.casework.outbox.drain(system, {});

    expect(given.engine.canceled).toContain(before?.processInstanceKey);
    const there = await newCaseId();
    const started = given.engine.instances.find(({ variables }) => variables['caseId'] === there);
    expect(started?.processDefinitionId).toBe('taxi.taxi-aid.rent-aid');
    expect((await cases().getMyCase(citizen, { caseId })).terms).toMatchObject([{ state: 'met' }]);
  });

  test('what the process of the sender does before it is canceled changes nothing any more, and asks nobody', async () => {
    await propose();
    await accept();
    const { caseStore, consultations } = given.casework;
    const late = { idempotencyKey: 'late' };

    const ended = { code: 'CASE_ENDED' };
    const decision = { ...late, outcome: 'granted', grounds: [] };
    await expect(caseStore.recordDecision(connectorOf(caseId), decision)).rejects.toMatchObject(ended);
    await expect(caseStore.closeCase(connectorOf(caseId), { ...late, reason: 'x' })).rejects.toMatchObject(ended);
    const question = { ...late, source: 'nationalRegister', subject: '00000000000' };
    await expect(consultations.askConsultation(connectorOf(caseId), question)).rejects.toMatchObject(ended);
    expect(await cases().getMyCase(citizen, { caseId })).toMatchObject({ status: 'transferred', decisions: [] });
  });

  test('a process that stands still is canceled all the same, whatever waits to be told to it', async () => {
    const [before] = given.engine.instances.filter(({ variables }) => variables['caseId'] === caseId);
    const key = before?.processInstanceKey ?? '';
    await given.engine.suspendInstance(key);
    await cases().withdraw(citizen, { caseId, reason: 'x' });
    await given.casework.outbox.drain(system, {});
    await propose();
    await accept();

    given.clock.set('2026-11-25T09:10:00Z');
    await given.casework.outbox.drain(system, {});

    expect(given.engine.canceled).toContain(key);
  });

  test('answers stay behind where nobody sends them along', async () => {
    await propose({ withAnswers: false });
    await accept();
    expect((await cases().getCase(driver, { caseId: await newCaseId() })).data).toEqual({});
  });

  test('refused it stays, with the reason for who proposed it; taken back nobody can accept it', async () => {
    await propose();
    const transferId = await waiting();
    await expect(lifecycle().refuseTransfer(driver, { transferId, reason: '\u200b' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
    await lifecycle().refuseTransfer(driver, { transferId, reason: 'Pas un taxi.' });
    expect((await lifecycle().getTransfers(clerk, { caseId })).sent[0]).toMatchObject({
      state: 'refused',
      refusal: 'Pas un taxi.',
    });
    expect((await cases().getMyCase(citizen, { caseId })).status).toBe('submitted');

    await propose();
    const again = await waiting();
    await lifecycle().withdrawTransfer(clerk, { caseId, transferId: again });
    await expect(
      lifecycle().acceptTransfer(driver, { transferId: again, procedureKey: 'taxi-aid' }),
    ).rejects.toMatchObject({ code: 'TRANSFER_DECIDED' });
  });

  test('two who accept at once open one case, and after the last day nobody does', async () => {
    await propose();
    const transferId = await waiting();
    const both = await Promise.allSettled([
      lifecycle().acceptTransfer(driver, { transferId, procedureKey: 'taxi-aid' }),
      lifecycle().acceptTransfer(driver, { transferId, procedureKey: 'taxi-aid' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await cases().listMyCases(citizen, {})).toHaveLength(2);

    caseId = await givenCase(given.casework, await givenCitizen(given.casework, `Late ${count}`));
    await propose({ days: 5 });
    const late = await waiting();
    given.clock.set('2026-12-01T00:00:00Z');
    await expect(
      lifecycle().acceptTransfer(driver, { transferId: late, procedureKey: 'taxi-aid' }),
    ).rejects.toMatchObject({
      code: 'TRANSFER_DECIDED',
    });
    expect((await lifecycle().getTransfers(clerk, { caseId })).sent[0]?.state).toBe('expired');
    await propose();
    expect((await lifecycle().getTransfers(clerk, { caseId })).sent.map(({ state }) => state)).toEqual([
      'proposed',
      'expired',
    ]);
  });

  test('unanswered it expires by the clock, once, and who proposed it reads so', async () => {
    await propose({ days: 5 });
    const expiries = async () =>
      (await cases().getCase(clerk, { caseId })).timeline.filter(({ kind }) => kind === 'transferExpired');
    given.clock.set('2026-11-30T22:30:00Z');
    await lifecycle().watchTransfers(system, {});
    expect(await expiries()).toEqual([]);

    // A day later in Brussels, not yet in London.
    given.clock.set('2026-11-30T23:30:00Z');
    const [first, second] = await Promise.all([1, 2].map(() => lifecycle().watchTransfers(system, {})));

    expect((first ?? 0) + (second ?? 0)).toBe(1);
    expect((await expiries()).map(({ text }) => text.fr)).toEqual([
      'La proposition de transfert à Taxis est restée sans réponse dans le délai\u00a0: le dossier reste ici.',
    ]);
    expect(JSON.stringify((await cases().getMyCase(citizen, { caseId })).timeline)).not.toContain('Taxis');
    const [row] = await given.database.query('select state, decided_by from casework.transfer where case_id = $1', [
      caseId,
    ]);
    expect(row).toEqual({ state: 'expired', decided_by: null });
    expect(await lifecycle().watchTransfers(system, {})).toBe(0);
    await propose();
    expect(await expiries()).toHaveLength(1);
    const [again] = (await lifecycle().getTransfers(clerk, { caseId })).sent;
    await lifecycle().withdrawTransfer(clerk, { caseId, transferId: again?.id ?? '' });
  });

  test('accepted, its applicant hears once by mail if they agreed to mails, and of nothing that is only proposed', async () => {
    const quiet = caseId;
    await propose();
    await accept();
    citizen = await givenReader(given.casework, `Reader ${count}`);
    caseId = await givenCase(given.casework, citizen);
    await propose();
    given.mails.length = 0;
    await lifecycle().watchTransfers(system, {});
    expect(given.mails).toEqual([]);
    await accept();

    given.breakMails(true);
    await expect(lifecycle().watchTransfers(system, {})).rejects.toThrow('mail server');
    given.breakMails(false);
    for (const _ of [1, 2]) await lifecycle().watchTransfers(system, {});

    expect(given.mails).toMatchObject([
      { to: 'lea@example.org', text: expect.stringContaining(`/fr/my/cases/${caseId}`) },
    ]);
    expect(JSON.stringify(given.mails)).not.toMatch(/Taxis|Şimşek/u);
    expect(JSON.stringify(given.mails)).not.toContain(quiet);
  });

  test('accepted, a mail to an address that nobody vouches for comes once a day, without naming the case', async () => {
    const to = 'typed@example.org';
    given.mails.length = 0;
    for (const name of ['First', 'Second']) {
      citizen = await givenReader(given.casework, `Unproven ${count}${name}`);
      caseId = await givenCase(given.casework, citizen);
      await given.database.query(
        'update casework.case_file set applicant_email = $2, applicant_email_verified = false where id = $1',
        [caseId, to],
      );
      await propose();
      await accept();
    }
    await lifecycle().watchTransfers(system, {});
    const sent = given.mails.filter((mail) => mail.to === to);
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(sent)).not.toContain('/my/cases/');
  });

  test('what is asked has to be: an other administration, documents of the case, an open case, one at a time', async () => {
    const other = await givenCase(given.casework, neighbor);
    const { id } = await cases().addMyDocument(neighbor, { caseId: other, name: 'x.pdf', content: pdf('x') });
    await expect(propose({ documents: [id] })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(propose({ to: 'housing' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(propose({ to: 'nowhere' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(propose({}, third)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await propose();
    await expect(propose()).rejects.toMatchObject({ code: 'TRANSFER_PROPOSED' });
    const transferId = await waiting();
    await expect(lifecycle().acceptTransfer(third, { transferId, procedureKey: 'taxi-aid' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(accept(driver, 'rent-aid')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await given.casework.caseStore.closeCase(connectorOf(caseId), { idempotencyKey: 'close', reason: 'x' });
    await expect(accept()).rejects.toMatchObject({ code: 'TRANSFER_DECIDED' });
    await expect(propose()).rejects.toMatchObject({ code: 'CASE_ENDED' });
  });
});
