import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import type { CaseView } from '@irisflow/casework';
import {
  openTestCasework,
  type TestCasework,
  anonymous,
  connectorOf,
  givenAdministrations,
  givenCitizen,
  numberOfCitizen,
  givenPublished,
  givenReader,
  givenStaff,
} from '@irisflow/platform/testing';

const bytesOf = async (content: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
};

describe('the case store for connectors', () => {
  let given: TestCasework;
  let name = '';
  let citizen: Actor;
  let agent: Actor;
  let caseId = '';
  let calls = 0;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    agent = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
  });
  beforeEach(async () => {
    given.clock.set('2026-11-25T09:00:00Z');
    calls += 1;
    name = `Zoë Łukasz-${calls}`;
    citizen = await givenReader(given.casework, name);
    const draft = await given.casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'nl' });
    const data = { ...draft.data, lastName: 'Łukasz', rent: 700, hasLease: false };
    ({ caseId } = await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'nl' }));
  });
  afterAll(() => given.close());

  const store = () => given.casework.caseStore;
  const mine = (): Promise<CaseView> => given.casework.cases.getMyCase(citizen, { caseId });
  const connector = () => connectorOf(caseId);
  const call = (idempotencyKey: string) => ({ idempotencyKey });

  test('the status moves the steps', async () => {
    await store().setStatus(connector(), { ...call('s1'), status: 'inInstruction' });
    const view = await mine();
    expect(view.status).toBe('inInstruction');
    expect(view.steps.map(({ state }) => state)).toEqual(['done', 'current', 'upcoming']);
    await expect(store().setStatus(connector(), { ...call('s2'), status: 'wonderful' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });

  test('the same key again answers as the first time and changes nothing', async () => {
    const request = {
      ...call('r1'),
      items: [{ key: 'lease', label: { fr: 'Bail', nl: 'Huurcontract', en: 'Lease' } }],
      dueDate: '2026-12-24',
    };
    const [first, second] = await Promise.all([
      store().requestInformation(connector(), request),
      store().requestInformation(connector(), request),
    ]);
    expect(second).toEqual(first);
    const view = await mine();
    expect(view.informationRequests).toHaveLength(1);
    expect(view.awaitsApplicant).toBe(true);
    await expect(store().closeCase(connector(), { ...call('r1'), reason: 'x' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });

  test('only machines may call it', async () => {
    for (const actor of [citizen, agent, anonymous])
      await expect(store().closeCase(actor, { ...call('c'), reason: 'x' })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
  });

  test('a term starts, stops while the applicant is asked, and goes on', async () => {
    expect(await store().changeTerm(connector(), { ...call('t1'), action: 'start', key: 'decision' })).toMatchObject({
      dueOn: '2027-01-25',
    });
    given.clock.set('2026-12-05T09:00:00Z');
    await store().changeTerm(connector(), { ...call('t2'), action: 'suspend', key: 'decision', reason: 'information' });
    given.clock.set('2026-12-15T09:00:00Z');
    expect((await mine()).term).toMatchObject({ state: 'suspended', remainingDays: 50 });
    expect(await store().changeTerm(connector(), { ...call('t3'), action: 'resume', key: 'decision' })).toMatchObject({
      dueOn: '2027-02-03',
    });
    given.clock.set('2027-02-06T09:00:00Z');
    expect((await mine()).term).toMatchObject({ state: 'expired', remainingDays: -3 });
    await store().changeTerm(connector(), { ...call('t4'), action: 'meet', key: 'decision' });
    expect((await mine()).term).toMatchObject({ state: 'met' });
    await expect(
      store().changeTerm(connector(), { ...call('t5'), action: 'start', key: 'coffee' }),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('asking stops the decision term, the answer lets it run on', async () => {
    const items = [{ key: 'lease', label: { fr: 'Bail', nl: 'Huurcontract', en: 'Lease' } }];
    expect((await mine()).term).toMatchObject({
      key: 'decision',
      state: 'running',
      dueOn: '2027-01-25',
      remainingDays: 61,
    });
    given.clock.set('2026-12-05T09:00:00Z');
    const { requestId } = await store().requestInformation(connector(), {
      ...call('r1'),
      items,
      dueDate: '2026-12-31',
    });
    expect(await mine()).toMatchObject({ status: 'incomplete', term: { state: 'suspended', remainingDays: 50 } });
    given.clock.set('2026-12-15T09:00:00Z');
    await given.casework.cases.answerInformationRequest(citizen, { caseId, requestId, text: 'Here', items: [] });
    expect((await mine()).term).toMatchObject({ state: 'running', dueOn: '2027-02-03', remainingDays: 50 });
    await store().changeTerm(connector(), { ...call('r2'), action: 'resume', key: 'decision' });
    expect((await mine()).term).toMatchObject({ dueOn: '2027-02-03' });
  });

  test('a case that ends early shows the steps it took, and no term that runs again', async () => {
    const items = [{ key: 'lease', label: { fr: 'Bail', nl: 'Huurcontract', en: 'Lease' } }];
    await store().requestInformation(connector(), { ...call('r1'), items, dueDate: '2026-12-31' });
    await given.casework.cases.withdraw(citizen, { caseId, reason: 'Ik verhuis' });
    await store().changeTerm(connector(), { ...call('r2'), action: 'resume', key: 'decision' });
    await store().setStatus(connector(), { ...call('r3'), status: 'withdrawn' });
    const { steps, timeline } = await mine();
    expect(steps.map(({ key, state }) => [key, state])).toEqual([['received', 'done']]);
    expect(timeline.map(({ kind }) => kind)).not.toContain('termResumed');
    // what was decided and then closed went all the way
    await store().recordDecision(connector(), { ...call('r4'), outcome: 'granted', grounds: [] });
    await store().closeCase(connector(), { ...call('r5'), reason: 'done' });
    expect((await mine()).steps.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
  });

  test('the same key with something else is refused', async () => {
    const entry = { ...call('t1'), key: 'visit', texts: { fr: 'a', nl: 'a', en: 'a' }, visibleToApplicant: true };
    await store().addTimelineEntry(connector(), entry);
    await store().addTimelineEntry(connector(), { ...entry });
    const other = { ...entry, texts: { fr: 'b', nl: 'b', en: 'b' } };
    await expect(store().addTimelineEntry(connector(), other)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect((await mine()).timeline.filter(({ kind }) => kind === 'visit')).toHaveLength(1);
  });

  test('answering an information request tells the process once', async () => {
    const { requestId } = await store().requestInformation(connector(), {
      ...call('r1'),
      items: [{ key: 'lease', label: { fr: 'Bail', nl: 'Huurcontract', en: 'Lease' } }],
      dueDate: '2026-12-24',
    });
    const pdf = Buffer.from('%PDF-1.7\nlease');
    const document = await given.casework.cases.addMyDocument(citizen, { caseId, name: 'lease.pdf', content: [pdf] });
    const answer = { caseId, requestId, text: null, items: [{ key: 'lease', text: 'Here', documents: [document.id] }] };
    const view = await given.casework.cases.answerInformationRequest(citizen, answer);
    expect(view.informationRequests).toMatchObject([{ state: 'answered', answer: { items: [{ key: 'lease' }] } }]);
    expect(view.awaitsApplicant).toBe(false);
    await given.casework.cases.answerInformationRequest(citizen, answer);

    await given.casework.outbox.drain({ kind: 'job', name: 'operator' }, {});
    const sent = given.engine.messages.filter(({ correlationKey }) => correlationKey === caseId);
    expect(sent).toMatchObject([{ name: 'housing.information.answered', variables: { answer: { requestId } } }]);

    const stranger = { ...answer, items: [{ key: 'car', text: null, documents: [] }] };
    const again = await store().requestInformation(connector(), {
      ...call('r2'),
      items: [{ key: 'id', label: { fr: 'x', nl: 'x', en: 'x' } }],
      dueDate: '2026-12-24',
    });
    await expect(
      given.casework.cases.answerInformationRequest(citizen, { ...stranger, requestId: again.requestId }),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await store().expireInformationRequest(connector(), call('e1'));
    await expect(
      given.casework.cases.answerInformationRequest(citizen, { ...answer, requestId: again.requestId }),
    ).rejects.toMatchObject({ code: 'REQUEST_ENDED' });
  });

  test('a decision carries its grounds in every language, and the applicant does not see who decided', async () => {
    await store().recordDecision(connector(), {
      ...call('d1'),
      outcome: 'refused',
      grounds: [{ code: 'R2' }, { code: 'X', text: 'Autre' }],
      amount: 12.5,
      validFrom: '2026-12-01',
    });
    expect(await mine()).toMatchObject({ status: 'refused', canWithdraw: false, term: { state: 'met' } });
    const [decision] = (await mine()).decisions;
    expect(decision).toMatchObject({ outcome: 'refused', amount: 12.5, validFrom: '2026-12-01', decidedBy: null });
    expect(decision?.grounds.map(({ text }) => text.nl)).toEqual(['Te weinig punten.', 'Autre']);
    const [seen] = (await given.casework.cases.getCase(agent, { caseId })).decisions;
    expect(seen?.decidedBy).toBe('automatische beslissing van “Huursteun”, versie 1');
  });

  test.each([
    ['found', 'answered'],
    ['NO_DATA', 'noData'],
    ['ID_UNKNOWN', 'noData'],
    ['NO_AUTHORIZATION', 'notAuthorized'],
    ['technical-failure', 'unavailable'],
    ['toString', 'unavailable'],
  ])('a consultation that ended with %s reads %s', async (outcome, read) => {
    const { consultations } = given.casework;
    const asked = await consultations.askConsultation(connector(), {
      ...call(`o-${outcome}`),
      source: 'be-national-register',
      subject: numberOfCitizen(name),
    });
    const consultationId = asked.permitted ? asked.consultationId : '';
    await consultations.recordOutcome(connector(), { ...call(`r-${outcome}`), consultationId, outcome });
    expect((await mine()).consultations[0]).toMatchObject({ source: { nl: 'Rijksregister' }, outcome: read });
  });

  describe('letters', () => {
    const letter = (idempotencyKey: string, values: Record<string, unknown> = { amount: 1234.5, grounds: ['R2'] }) =>
      store().createLetter(connector(), {
        ...call(idempotencyKey),
        template: 'grant',
        channel: ['portal', 'email'],
        values,
      });

    /** What the platform's own round of mails sends now. */
    const mailed = async () => {
      given.mails.length = 0;
      await given.casework.dispatch.mail({ kind: 'job', name: 'notices' }, {});
      return [...given.mails];
    };

    test('are written in the language of the case, once, and filed', async () => {
      const first = await letter('l1');
      expect(await letter('l1')).toEqual(first);
      expect(first).toMatchObject({
        language: 'nl',
        subject: 'Beslissing tot toekenning',
        isMailed: true,
      });
      const [mail] = await mailed();
      expect(mail).toMatchObject({
        to: 'lea@example.org',
        subject: expect.stringMatching(/^Een nieuwe brief in uw dossier/),
        text: expect.stringContaining(`/nl/my/cases/${caseId}`),
      });
      expect(mail?.text).not.toContain('1.234');
      expect(await mailed()).toEqual([]);
      const view = await mine();
      expect(view.letters).toMatchObject([
        { template: 'grant', documentId: first.documentId, channels: ['portal', 'email'] },
      ]);
      // The letter has one language; who reads the history has their own.
      expect(view.timeline.find(({ kind }) => kind === 'letterSent')?.text).toMatchObject({
        fr: 'Un courrier vous a été envoyé. Décision d’octroi',
        nl: 'U kreeg een brief. Beslissing tot toekenning',
      });
      expect(view.documents).toMatchObject([{ id: first.documentId, origin: 'letter', mediaType: 'application/pdf' }]);
    });

    test('tell of themselves even where the case is withdrawn before the mail left', async () => {
      await letter('w1');
      await given.casework.cases.withdraw(citizen, { caseId, reason: 'Verhuisd' });
      expect(await mailed()).toMatchObject([{ to: 'lea@example.org' }]);
    });

    test('of a name that no font has are written as a clerk says, and the case says that somebody has to', async () => {
      citizen = await givenCitizen(given.casework, `王小明 ${calls}`);
      const draft = await given.casework.applications.createDraft(citizen, {
        procedureKey: 'rent-aid',
        language: 'nl',
      });
      const data = { ...draft.data, lastName: 'Wang', rent: 700, hasLease: false };
      ({ caseId } = await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'nl' }));
      const { cases } = given.casework;
      const missing = ['王 (U+738B)', '小 (U+5C0F)', '明 (U+660E)'];
      expect(await cases.getCase(agent, { caseId })).toMatchObject({ nameInLetters: null, unprintable: missing });
      await expect(letter('n1')).rejects.toMatchObject({ code: 'LETTER_INVALID' });
      const write = (name: string) => cases.writeName(agent, { caseId, name });
      for (const odd of ['王', ' \u200B', 'x'.repeat(201)])
        await expect(write(odd)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      expect(await write(' Wang Xiaoming ')).toMatchObject({
        applicant: `王小明 ${calls}`,
        nameInLetters: 'Wang Xiaoming',
        unprintable: [],
      });
      const { documentId } = await letter('n1');
      const { content } = await cases.downloadMyDocument(citizen, { caseId, documentId });
      expect((await bytesOf(content)).subarray(0, 4).toString()).toBe('%PDF');
      const view = await mine();
      expect(view).toMatchObject({ nameInLetters: 'Wang Xiaoming', unprintable: [] });
      expect(view.timeline.map(({ text }) => text.nl)).toContain(
        'In brieven wordt uw naam geschreven als: Wang Xiaoming',
      );
    });

    test('keep a name that they can print', async () => {
      const write = given.casework.cases.writeName(agent, { caseId, name: 'Somebody Else' });
      await expect(write).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    });

    test('are announced without a word about the case, once a day, where nobody vouches for the address', async () => {
      await given.database.query(
        "update casework.case_file set applicant_email = 'typed@example.org', applicant_email_verified = false where id = $1",
        [caseId],
      );
      // what was not filed was not announced either
      await given.database.query("update casework.case_file set status = 'transferred' where id = $1", [caseId]);
      await expect(letter('u0')).rejects.toMatchObject({ code: 'CASE_ENDED' });
      await given.database.query("update casework.case_file set status = 'submitted' where id = $1", [caseId]);
      await letter('u1');
      const [mail] = await mailed();
      expect(mail).toMatchObject({ to: 'typed@example.org', subject: 'Meld u aan om uw nieuws te lezen' });
      expect(mail?.text).not.toMatch(new RegExp(`${caseId}|Huisvesting|/\\d{2}`));
      await letter('u2');
      expect(await mailed()).toEqual([]);
    });

    test('are tagged PDFs with their words, language and fonts inside', async () => {
      await store().recordDecision(connector(), { ...call('d'), outcome: 'granted', grounds: [] });
      const { documentId } = await letter('l2');
      const download = await given.casework.cases.downloadMyDocument(citizen, { caseId, documentId });
      const bytes = await bytesOf(download.content);
      expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
      expect(bytes.toString('latin1')).toContain('/Lang (nl-BE)');
      expect(bytes.toString('latin1')).toContain('/StructTreeRoot');
      expect(bytes.toString('latin1')).toContain('/Marked true');
      const folder = mkdtempSync(join(tmpdir(), 'irisflow-letter-'));
      const path = join(folder, 'letter.pdf');
      writeFileSync(path, bytes);
      try {
        const words = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
        expect(words).toContain('Brussel Huisvesting');
        expect(words).toContain('Zoë Łukasz');
        expect(words).toContain('€ 1.234,50');
        expect(words).toContain('- Te weinig punten.'.slice(2));
        expect(words).toContain('Beslist door automatische beslissing');
        expect(words).not.toContain('Recours');
        expect(words).toContain('Pagina 1 van 1');
      } catch (thrown) {
        // Without poppler on the machine the structure above has to do.
        if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown;
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

    test('are not sent with a hole in them', async () => {
      await expect(letter('l3', {})).rejects.toMatchObject({ code: 'LETTER_INVALID' });
      await expect(
        store().createLetter(connector(), { ...call('l4'), template: 'unknown', channel: [], values: {} }),
      ).rejects.toMatchObject({ code: 'LETTER_INVALID' });
    });
  });

  test('an appeal that came on paper becomes a case of its own, linked both ways', async () => {
    const record = (more: object = {}) =>
      given.casework.lifecycle.recordAppeal(agent, {
        caseId,
        receivedOn: '2026-11-25',
        summary: 'Too little.',
        ...more,
      });
    await expect(record()).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await store().recordDecision(connector(), { ...call('ap'), outcome: 'refused', grounds: [] });
    await expect(record({ receivedOn: '2026-11-26' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(record({ summary: ' ' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });

    const { appeals, reference } = await record();
    // The same letter recorded again is the same appeal.
    expect((await record()).appeals).toHaveLength(1);
    expect((await record({ summary: 'Too late.' })).appeals.map((appeal) => appeal.reference)).toEqual([
      `${reference}/R01`,
      `${reference}/R02`,
    ]);

    const appeal = await given.casework.cases.getCase(agent, { caseId: appeals[0]?.id ?? '' });
    expect(appeal).toMatchObject({
      appealOf: { id: caseId, reference },
      notes: [{ text: 'Too little.' }],
      canWithdraw: false,
      steps: [],
    });
    // The applicant reads that it arrived, and not what a clerk wrote of it.
    const view = await mine();
    expect(view.timeline[0]?.text.nl).toMatch(/^Een beroep tegen de beslissing is ontvangen\. \(.*R02\)$/);
    expect(JSON.stringify(view)).not.toContain('Too little.');
    await expect(
      given.casework.lifecycle.recordAppeal(agent, { caseId: appeal.id, receivedOn: '2026-11-25', summary: 'x' }),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('a decision asks nothing more of the applicant', async () => {
    const items = [{ key: 'lease', label: { fr: 'Bail', nl: 'Huurcontract', en: 'Lease' } }];
    const asked = { ...call('q'), items, dueDate: '2026-12-24' };
    const { requestId } = await store().requestInformation(connector(), asked);
    await store().recordDecision(connector(), { ...call('qd'), outcome: 'refused', grounds: [] });
    expect(await mine()).toMatchObject({
      status: 'refused',
      awaitsApplicant: false,
      informationRequests: [{ state: 'canceled' }],
    });
    const answer = { caseId, requestId, text: 'Late', items: [] };
    await expect(given.casework.cases.answerInformationRequest(citizen, answer)).rejects.toMatchObject({
      code: 'REQUEST_ENDED',
    });
  });

  test('closing ends what was open', async () => {
    await store().changeTerm(connector(), { ...call('t1'), action: 'start', key: 'decision' });
    await store().setStatus(connector(), { ...call('s'), status: 'granted' });
    await store().closeCase(connector(), { ...call('c'), reason: 'done' });
    const view = await mine();
    expect(view).toMatchObject({ canWithdraw: false, term: { state: 'met' } });
    await expect(given.casework.cases.withdraw(citizen, { caseId, reason: '' })).rejects.toMatchObject({
      code: 'CASE_ENDED',
    });
  });

  test('withdrawing tells the process, which sets the status', async () => {
    const view = await given.casework.cases.withdraw(citizen, { caseId, reason: 'Ik verhuis' });
    expect(view).toMatchObject({ status: 'submitted', canWithdraw: false });
    expect(await given.casework.cases.withdraw(citizen, { caseId, reason: 'again' })).toEqual(view);
    await given.casework.outbox.drain({ kind: 'job', name: 'operator' }, {});
    const sent = given.engine.messages.filter(({ correlationKey }) => correlationKey === caseId);
    expect(sent).toMatchObject([{ name: 'housing.withdrawal.requested', variables: { reason: 'Ik verhuis' } }]);
  });
});
