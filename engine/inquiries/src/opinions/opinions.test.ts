import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, type Role, scopeOfJobFor } from '@irisflow/access';
import { usualStore } from '@irisflow/database/testing';
import type { WhomToAsk } from './ask-by-hand.ts';
import {
  actorFor,
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

const text = (name: string) => ({ fr: name, nl: name, en: name });
const opinion = (key: string, more: object = {}) => ({
  key,
  label: text(`Avis ${key}`),
  of: { group: 'legal' },
  length: 10,
  kind: 'workingDays',
  ...more,
});

const folder = () =>
  sampleProcedureChanging('procedure.json', (description: { opinions: readonly object[] }) => {
    description.opinions = [
      opinion('legal', { tacit: 'favorable', legalRef: 'art. 9' }),
      opinion('open', { isPublic: true }),
      opinion('tax', { of: { administration: 'taxi', group: 'tax' }, tacit: 'unfavorable' }),
      opinion('lost', { of: { administration: 'nowhere', group: 'nobody' } }),
    ];
  });

const pdf = () => [Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1000, 1)])];

const gathered = async (content: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
};

describe.each([usualStore])('opinions on %s', (kind) => {
  let given: TestCasework;
  let citizen: Actor;
  /** Handles the case. */
  let clerk: Actor;
  /** Of the group that is asked, in the same administration. */
  let lawyer: Actor;
  /** Of a group of another administration. */
  let taxman: Actor;
  /** Of that administration, in no group. */
  let driver: Actor;
  let caseId = '';
  let count = 0;

  const opinions = () => given.casework.opinions;
  const staff = async (
    name: string,
    groups: readonly string[],
    administration: string,
    { roles = ['agent'], ...more }: { readonly roles?: Role[]; readonly nationalNumber?: string } = {},
  ) =>
    actorFor(
      await given.casework.identity.upsertPerson(system, {
        issuer: 'test',
        subject: `${administration}/${name}`,
        name,
        language: 'fr',
        roles,
        groups,
        administration,
        ...more,
      }),
    );
  const idOf = (actor: Actor): string => (actor.kind === 'person' ? actor.person.id : '');

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    const { casework } = given;
    await givenAdministrations(casework);
    await casework.people.saveGroup(system, {
      administration: 'taxi',
      key: 'tax',
      name: text('Taxe sur les taxis'),
      service: null,
    });
    await casework.people.saveGroup(system, {
      administration: 'housing',
      key: 'legal',
      name: text('Juristes'),
      service: null,
    });
    await givenPublished(casework, folder());
    clerk = await givenStaff(casework, { name: 'Bart', roles: ['agent'] });
    lawyer = await staff('Lise', ['legal'], 'housing');
    taxman = await staff('Tom', ['tax'], 'taxi');
    driver = await staff('Dina', [], 'taxi');
  });
  beforeEach(async () => {
    given.clock.set('2026-11-25T09:00:00Z');
    count += 1;
    const { applications } = given.casework;
    citizen = await givenCitizen(given.casework, `Applicant ${count}`);
    const draft = await applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'Şimşek', rent: 700, hasLease: false };
    ({ caseId } = await applications.submit(citizen, { draftId: draft.id, data, language: 'fr' }));
    given.engine.messages.length = 0;
  });
  afterAll(() => given.close());

  const ask = (key: string, more: object = {}) =>
    given.casework.caseStore.askOpinion(connectorOf(caseId), {
      idempotencyKey: `ask-${key}-${count}`,
      key,
      question: 'Le logement répond-il aux normes ?',
      ...more,
    });
  const addDocument = async () =>
    (await given.casework.cases.addMyDocument(citizen, { caseId, name: 'bail.pdf', content: pdf() })).id;
  const answer = (actor: Actor, opinionId: string, more: object = {}) =>
    opinions().answerOpinion(actor, {
      opinionId,
      outcome: 'favorable',
      motivation: 'Il répond aux normes.',
      documents: [],
      ...more,
    });
  const byHand = (more: object = {}) =>
    opinions().askByHand(clerk, {
      caseId,
      whom: { kind: 'declared', key: 'legal' },
      question: 'Que dit la loi ?',
      documents: [],
      ...more,
    });
  const watch = () => opinions().watch(system, {});
  const seen = () => opinions().listOpinionsOfCase(clerk, { caseId });
  const asked = (actor: Actor) => opinions().listAskedOpinions(actor, { isOpen: true });
  /** What the process was told about one opinion. */
  const told = async (opinionId: string) => {
    await given.casework.outbox.drain(system, {});
    return given.engine.messages
      .filter(({ correlationKey }) => correlationKey === opinionId)
      .map(({ name, variables }) => ({ name, ...(variables['opinion'] as object) }));
  };
  const mine = () => given.casework.cases.getMyCase(citizen, { caseId });
  const invalid = { code: 'INPUT_INVALID' };
  const unknown = { code: 'NOT_FOUND' };
  const ended = { code: 'OPINION_ENDED' };

  describe('that a process asks', () => {
    test('reach the group of the procedure, and the answer comes back once', async () => {
      const documentId = await addDocument();
      const { opinionId, dueOn } = await ask('legal', { documents: [documentId] });
      // Ten working days after the day of the question.
      expect(dueOn).toBe('2026-12-09');
      const [line] = (await asked(lawyer)).items.filter(({ id }) => id === opinionId);
      expect(line).toMatchObject({ label: text('Avis legal'), dueOn, state: 'asked', of: text('Juristes') });
      expect(await opinions().getAskedOpinion(lawyer, { opinionId })).toMatchObject({
        question: 'Le logement répond-il aux normes ?',
        documents: [{ id: documentId, name: 'bail.pdf' }],
        bar: null,
      });
      await answer(lawyer, opinionId, { outcome: 'conditional', conditions: 'Réparer le toit.' });
      expect(await told(opinionId)).toEqual([
        {
          name: 'housing.opinion.given',
          opinionId,
          key: 'legal',
          outcome: 'conditional',
          isTacit: false,
          dueOn,
          caseId,
        },
      ]);
      expect(await seen()).toMatchObject([
        { id: opinionId, state: 'given', outcome: 'conditional', conditions: 'Réparer le toit.', answeredBy: 'Lise' },
      ]);
    });

    test('are one however often the step is tried, and another step may ask again', async () => {
      const first = await ask('legal');
      expect(await ask('legal')).toEqual(first);
      expect(await ask('legal', { idempotencyKey: `again-${count}` })).not.toEqual(first);
      await expect(ask('legal', { question: 'Autre chose ?' })).rejects.toMatchObject(invalid);
      expect(await seen()).toHaveLength(2);
    });

    test('name an opinion, an administration and documents that there are', async () => {
      await expect(ask('coffee')).rejects.toMatchObject(invalid);
      await expect(ask('lost')).rejects.toMatchObject({ code: 'ADMINISTRATION_UNKNOWN' });
      await expect(ask('legal', { question: '\u200B \u2060' })).rejects.toMatchObject(invalid);
      await expect(ask('legal', { documents: ['nothing'] })).rejects.toMatchObject(invalid);
      const strange = await addDocument();
      const before = caseId;
      const draft = await given.casework.applications.createDraft(citizen, {
        procedureKey: 'rent-aid',
        language: 'fr',
      });
      const data = { ...draft.data, lastName: 'B', rent: 700, hasLease: false };
      const filed = await given.casework.applications.submit(citizen, {
        draftId: draft.id,
        data,
        language: 'fr',
        despite: 'Autre logement',
      });
      caseId = filed.caseId;
      await expect(ask('legal', { documents: [strange] })).rejects.toMatchObject(invalid);
      expect(await seen()).toEqual([]);
      caseId = before;
    });
  });

  describe('that end in silence', () => {
    test.each([
      ['legal', 'favorable'],
      ['tax', 'unfavorable'],
      ['open', 'none'],
    ])('count as the procedure says: %s is %s', async (key, outcome) => {
      const { opinionId, dueOn } = await ask(key);
      given.clock.set(`${dueOn}T22:59:59Z`);
      await watch();
      expect(await told(opinionId)).toEqual([]);
      given.clock.set(`${dueOn}T23:00:00Z`);
      await Promise.all([watch(), watch()]);
      expect(await told(opinionId)).toMatchObject([{ outcome, isTacit: true }]);
      expect(await watch()).toBe(0);
      expect(await seen()).toMatchObject([{ state: 'expired', outcome: outcome === 'none' ? null : outcome }]);
    });

    test('are answered no more from the first second after the last day, whether the clock came by or not', async () => {
      const { opinionId, dueOn } = await ask('legal');
      given.clock.set(`${dueOn}T23:00:00Z`);
      await expect(answer(lawyer, opinionId)).rejects.toMatchObject(ended);
      expect(await opinions().getAskedOpinion(lawyer, { opinionId })).toMatchObject({ bar: 'ended' });
    });

    test('end once when the answer comes in the moment of the clock', async () => {
      const { opinionId, dueOn } = await ask('legal');
      given.clock.set(`${dueOn}T22:59:59Z`);
      const answered = answer(lawyer, opinionId).catch((thrown: unknown) => thrown);
      given.clock.set(`${dueOn}T23:00:00Z`);
      await Promise.all([answered, watch()]);
      await watch();
      expect(await told(opinionId)).toHaveLength(1);
    });

    test('end with their case', async () => {
      const { opinionId, dueOn } = await ask('legal');
      await given.casework.caseStore.closeCase(connectorOf(caseId), { idempotencyKey: `close-${count}`, reason: 'x' });
      await expect(answer(lawyer, opinionId)).rejects.toMatchObject(ended);
      expect((await asked(lawyer)).items.map(({ id }) => id)).not.toContain(opinionId);
      expect(await seen()).toMatchObject([{ state: 'withdrawn', reason: null }]);
      given.clock.set(`${dueOn}T23:00:00Z`);
      expect(await watch()).toBeGreaterThan(0);
      expect(await seen()).toMatchObject([{ state: 'withdrawn', outcome: null, reason: null }]);
      await expect(ask('open')).rejects.toMatchObject({ code: 'CASE_ENDED' });
    });
  });

  describe('of another administration', () => {
    test('show what was handed over and nothing else of the case', async () => {
      const [handed, kept] = [await addDocument(), await addDocument()];
      const { opinionId } = await ask('tax', { documents: [handed] });
      const { name, content } = await opinions().downloadOpinionDocument(taxman, { opinionId, documentId: handed });
      expect(name).toBe('bail.pdf');
      expect((await gathered(content)).subarray(0, 5).toString()).toBe('%PDF-');
      await expect(opinions().downloadOpinionDocument(taxman, { opinionId, documentId: kept })).rejects.toMatchObject(
        unknown,
      );
      await expect(given.casework.cases.getCase(taxman, { caseId })).rejects.toMatchObject(unknown);
      await expect(opinions().listOpinionsOfCase(taxman, { caseId })).rejects.toMatchObject(unknown);
      const view = JSON.stringify(await opinions().getAskedOpinion(taxman, { opinionId }));
      expect(view).not.toContain('Şimşek');
      expect(view).not.toContain(caseId);
    });

    test('behind the second wall alone, show what was handed over to the administration that is asked', async () => {
      const [handed] = [await addDocument(), await addDocument()];
      await ask('tax', { documents: [handed] });
      const seenBy = async (actor: Actor, table: string, column: string) => {
        const database = given.database.as(scopeOfJobFor(actor, 'opinions'));
        return (await database.query(`select id from casework.${table} where ${column} = $1`, [caseId])).map(
          ({ id }) => id,
        );
      };
      expect(await seenBy(taxman, 'document', 'case_id')).toEqual([handed]);
      expect(await seenBy(taxman, 'case_file', 'id')).toEqual([caseId]);
      expect(await seenBy(taxman, 'opinion', 'case_id')).toHaveLength(1);
      for (const stranger of [lawyer, citizen]) {
        expect(await seenBy(stranger, 'document', 'case_id')).toEqual([]);
        expect(await seenBy(stranger, 'case_file', 'id')).toEqual([]);
        expect(await seenBy(stranger, 'opinion', 'case_id')).toEqual([]);
      }
    });

    test('are unknown to whoever is not asked', async () => {
      const { opinionId } = await ask('tax');
      for (const stranger of [driver, lawyer, clerk]) {
        expect((await asked(stranger)).items.map(({ id }) => id)).not.toContain(opinionId);
        await expect(opinions().getAskedOpinion(stranger, { opinionId })).rejects.toMatchObject(unknown);
        await expect(answer(stranger, opinionId)).rejects.toMatchObject(unknown);
      }
      await expect(answer(citizen, opinionId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    });

    test('are seen by the supervisors there: nothing is asked of nobody', async () => {
      const chief = await staff('Chief', [], 'taxi', { roles: ['supervisor'] });
      const { opinionId } = await ask('tax');
      expect((await asked(chief)).items.map(({ id }) => id)).toContain(opinionId);
      await answer(chief, opinionId);
      expect(await seen()).toMatchObject([{ state: 'given', answeredBy: null }]);
    });

    test('leave a trace that the applicant reads', async () => {
      const { opinionId } = await ask('tax');
      const [{ text: line } = { text: text('') }] = (await mine()).timeline;
      expect(line.fr).toBe('Un avis est demandé\u00a0: Avis tax, Taxis. Réponse attendue pour le 09/12/2026.');
      await opinions().getAskedOpinion(taxman, { opinionId });
      await given.casework.cases.getCase(clerk, { caseId });
      const accesses = (await given.casework.cases.listMyAccesses(citizen, {})).filter((one) => one.caseId === caseId);
      expect(accesses.map(({ by, purpose }) => `${by.fr}: ${purpose.fr}`).toSorted()).toEqual([
        'Bruxelles Logement: Traitement de votre dossier',
        'Taxis: Avis demandé par l’administration qui traite votre dossier',
      ]);
    });

    test('leave a trace that the auditor finds, by the office of who looked', async () => {
      const documentId = await addDocument();
      const { opinionId } = await ask('tax', { documents: [documentId] });
      await opinions().getAskedOpinion(taxman, { opinionId });
      await opinions().downloadOpinionDocument(taxman, { opinionId, documentId });
      const guardian = await givenStaff(given.casework, { name: 'Ada', roles: ['auditor'] });
      const { traces } = await given.casework.privacy.searchTraces(guardian, {
        nationalNumber: numberOfCitizen(`Applicant ${count}`),
        from: '2026-11-25',
        to: '2026-11-25',
      });
      const purpose = { nl: 'Advies gevraagd door de administratie die uw dossier behandelt' };
      for (const action of ['opinion.read', 'document.read'])
        expect(traces).toContainEqual(
          expect.objectContaining({ by: 'Taxis', action, purpose: expect.objectContaining(purpose) }),
        );
    });

    test('take files of whoever answers, and no others', async () => {
      const { opinionId } = await ask('tax');
      const { id } = await opinions().addOpinionDocument(taxman, { opinionId, name: 'note.pdf', content: pdf() });
      const other = await ask('legal');
      await expect(answer(lawyer, other.opinionId, { documents: [id] })).rejects.toMatchObject(invalid);
      await expect(
        opinions().addOpinionDocument(driver, { opinionId, name: 'x.pdf', content: pdf() }),
      ).rejects.toMatchObject(unknown);
      await answer(taxman, opinionId, { documents: [id] });
      const [view] = (await seen()).filter((one) => one.id === opinionId);
      expect(view?.answerDocuments).toMatchObject([{ id, name: 'note.pdf' }]);
      expect((await given.casework.cases.downloadCaseDocument(clerk, { caseId, documentId: id })).name).toBe(
        'note.pdf',
      );
      await expect(given.casework.cases.downloadMyDocument(citizen, { caseId, documentId: id })).rejects.toMatchObject(
        unknown,
      );
      await expect(
        opinions().addOpinionDocument(taxman, { opinionId, name: 'late.pdf', content: pdf() }),
      ).rejects.toMatchObject(ended);
    });
  });

  describe('that a clerk asks by hand', () => {
    test('are of what the procedure declares, of a group anywhere, or of a colleague', async () => {
      const { declared, groups } = await opinions().listOpinionChoices(clerk, { caseId });
      expect(declared[0]).toMatchObject({ key: 'legal', dueOn: '2026-12-09', tacit: 'favorable' });
      expect(groups.map(({ administration, key, isOwn }) => [administration, key, isOwn])).toEqual([
        ['housing', 'legal', true],
        ['taxi', 'tax', false],
      ]);
      await byHand();
      await byHand({ whom: { kind: 'group', administration: 'taxi', group: 'tax', days: 30, isPublic: true } });
      await byHand({ whom: { kind: 'colleague', personId: idOf(lawyer), days: 3, isPublic: false } });
      expect(await seen()).toMatchObject([
        { key: 'legal', tacit: 'favorable', askedBy: 'Bart' },
        { key: null, of: text('Taxe sur les taxis'), tacit: 'none', isPublic: true, isOtherAdministration: true },
        // Three days end on a Saturday.
        { of: text('Lise'), dueOn: '2026-11-30' },
      ]);
      const { timeline } = await mine();
      expect(JSON.stringify(timeline)).not.toContain('Lise');
    });

    test.each([
      ['a group that there is not', { kind: 'group', administration: 'taxi', group: 'x', days: 3, isPublic: false }],
      ['nobody', { kind: 'colleague', personId: 'x', days: 3, isPublic: false }],
    ])('are not of %s', async (_, whom) => {
      await expect(byHand({ whom })).rejects.toMatchObject(invalid);
    });

    test('are not of oneself, nor of people of other administrations, nor of applicants', async () => {
      for (const actor of [clerk, taxman, citizen])
        await expect(
          byHand({ whom: { kind: 'colleague', personId: idOf(actor), days: 3, isPublic: false } }),
        ).rejects.toMatchObject(invalid);
    });

    test('are answered by somebody else than who asks, under whatever account and in whatever administration', async () => {
      const self = { nationalNumber: numberOfCitizen('Boss') };
      const both = await staff('Boss', ['legal', 'tax'], 'housing', { roles: ['supervisor'], ...self });
      const other = await staff('Boss too', ['legal'], 'housing', self);
      const elsewhere = await staff('Boss there', ['tax'], 'taxi', self);
      const asking = async (whom: WhomToAsk) =>
        (await opinions().askByHand(both, { caseId, whom, question: 'Ai-je raison ?', documents: [] })).at(-1)?.id ??
        '';
      const here = await asking({ kind: 'declared', key: 'legal' });
      const there = await asking({ kind: 'declared', key: 'tax' });
      for (const [actor, opinionId] of [
        [both, here],
        [other, here],
        [elsewhere, there],
      ] as const) {
        expect(await opinions().getAskedOpinion(actor, { opinionId })).toMatchObject({ bar: 'askedByMe' });
        await expect(answer(actor, opinionId)).rejects.toMatchObject({ code: 'FOUR_EYES' });
        const file = { opinionId, name: 'note.pdf', content: pdf() };
        await expect(opinions().addOpinionDocument(actor, file)).rejects.toMatchObject({ code: 'FOUR_EYES' });
      }
      await expect(
        asking({ kind: 'colleague', personId: idOf(other), days: 3, isPublic: false }),
      ).rejects.toMatchObject(invalid);
    });

    test('are withdrawn once, with a reason, and answered no more', async () => {
      const handed = await addDocument();
      const { opinionId } = await ask('tax', { documents: [handed] });
      const withdraw = (actor: Actor, reason: string) =>
        opinions().withdrawOpinion(actor, { caseId, opinionId, reason });
      await expect(withdraw(clerk, '\u200B')).rejects.toMatchObject(invalid);
      await expect(withdraw(taxman, 'Non')).rejects.toMatchObject(unknown);
      await withdraw(clerk, 'Le dossier a changé.');
      await expect(withdraw(clerk, 'Encore')).rejects.toMatchObject(ended);
      await expect(answer(taxman, opinionId)).rejects.toMatchObject(ended);
      expect(await opinions().getAskedOpinion(taxman, { opinionId })).toMatchObject({
        reason: 'Le dossier a changé.',
        documents: [],
      });
      await expect(opinions().downloadOpinionDocument(taxman, { opinionId, documentId: handed })).rejects.toMatchObject(
        unknown,
      );
      expect(await told(opinionId)).toMatchObject([{ outcome: 'withdrawn', isTacit: false }]);
    });

    test('of another case are not withdrawn by this one', async () => {
      const { opinionId } = await ask('legal');
      const draft = await given.casework.applications.createDraft(citizen, {
        procedureKey: 'rent-aid',
        language: 'fr',
      });
      const data = { ...draft.data, lastName: 'B', rent: 700, hasLease: false };
      const { caseId: other } = await given.casework.applications.submit(citizen, {
        draftId: draft.id,
        data,
        language: 'fr',
        despite: 'Autre logement',
      });
      await expect(opinions().withdrawOpinion(clerk, { caseId: other, opinionId, reason: 'x' })).rejects.toMatchObject(
        unknown,
      );
    });
  });

  describe('that are answered', () => {
    test('say why, and on which conditions', async () => {
      const { opinionId } = await ask('legal');
      await expect(answer(lawyer, opinionId, { motivation: '\u200B\u2800' })).rejects.toMatchObject(invalid);
      await expect(answer(lawyer, opinionId, { outcome: 'conditional' })).rejects.toMatchObject(invalid);
      await expect(answer(lawyer, opinionId, { motivation: 'x'.repeat(20_001) })).rejects.toMatchObject(invalid);
      await answer(lawyer, opinionId, { outcome: 'unfavorable', conditions: 'Aucune' });
      expect(await seen()).toMatchObject([{ outcome: 'unfavorable', conditions: null }]);
    });

    test('twice at once are answered once', async () => {
      const { opinionId } = await ask('legal');
      const second = await staff('Luc', ['legal'], 'housing');
      const all = await Promise.allSettled([lawyer, second, lawyer].map((one) => answer(one, opinionId)));
      expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await told(opinionId)).toHaveLength(1);
    });

    test('are read by the applicant where the procedure says so, without the name of anybody', async () => {
      const open = await ask('open');
      const closed = await ask('legal');
      const { id } = await opinions().addOpinionDocument(lawyer, {
        opinionId: open.opinionId,
        name: 'note.pdf',
        content: pdf(),
      });
      const download = () => given.casework.cases.downloadMyDocument(citizen, { caseId, documentId: id });
      await expect(download()).rejects.toMatchObject(unknown);
      await answer(lawyer, open.opinionId, { documents: [id] });
      expect((await download()).name).toBe('note.pdf');
      await answer(lawyer, closed.opinionId, { motivation: 'Secret.' });
      const read = await opinions().listMyOpinions(citizen, { caseId });
      expect(read).toMatchObject([
        { id: open.opinionId, outcome: 'favorable', motivation: 'Il répond aux normes.', answerDocuments: [{ id }] },
      ]);
      const all = JSON.stringify([read, await mine()]);
      expect(all).not.toContain('Secret.');
      expect(all).not.toContain('Lise');
      const neighbor = await givenCitizen(given.casework, `Neighbor ${count}`);
      await expect(opinions().listMyOpinions(neighbor, { caseId })).rejects.toMatchObject(unknown);
    });
  });
});
