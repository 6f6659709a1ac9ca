import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, type Role, scopeOfJobFor } from '@irisflow/access';
import { usualStore } from '@irisflow/database/testing';
import {
  actorFor,
  connectorOf,
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  inspectionFolder,
  openTestCasework,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';

const text = (name: string) => ({ fr: name, nl: name, en: name });
const pdf = () => [Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1000, 1)])];
const found = { rooms: 3, damp: true };

describe.each([usualStore])('inspections on %s', (kind) => {
  let given: TestCasework;
  let citizen: Actor;
  /** Handles the case. */
  let clerk: Actor;
  /** Of the group that goes, in the same administration. */
  let inspector: Actor;
  /** Of a group of another administration. */
  let controller: Actor;
  /** Of that administration, in no group. */
  let driver: Actor;
  let caseId = '';
  let count = 0;

  const inspections = () => given.casework.inspections;
  const staff = async (name: string, groups: readonly string[], administration: string, roles: Role[] = ['agent']) =>
    actorFor(
      await given.casework.identity.upsertPerson(system, {
        issuer: 'test',
        subject: `${administration}/${name}`,
        name,
        language: 'fr',
        roles,
        groups,
        administration,
      }),
    );

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    const { casework } = given;
    await givenAdministrations(casework);
    const groups = [
      ['housing', 'inspectors', 'Inspecteurs'],
      ['taxi', 'controllers', 'Contrôleurs'],
    ] as const;
    for (const [administration, key, name] of groups)
      await casework.people.saveGroup(system, { administration, key, name: text(name), service: null });
    await givenPublished(casework, inspectionFolder());
    clerk = await givenStaff(casework, { name: 'Bart', roles: ['agent'] });
    inspector = await staff('Ines', ['inspectors'], 'housing');
    controller = await staff('Tom', ['controllers'], 'taxi');
    driver = await staff('Dina', [], 'taxi');
  });
  beforeEach(async () => {
    given.clock.set('2026-11-25T09:00:00Z');
    count += 1;
    citizen = await givenCitizen(given.casework, `Applicant ${count}`);
    const { applications } = given.casework;
    const draft = await applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'Şimşek', rent: 700, hasLease: false };
    ({ caseId } = await applications.submit(citizen, { draftId: draft.id, data, language: 'fr' }));
    given.engine.messages.length = 0;
  });
  afterAll(() => given.close());

  const ask = (key: string, more: object = {}) =>
    given.casework.caseStore.askInspection(connectorOf(caseId), {
      idempotencyKey: `ask-${key}-${count}`,
      key,
      address: 'Rue du Progrès 80, 1030 Schaerbeek',
      subject: 'Le logement est-il humide ?',
      ...more,
    });
  const order = (more: object = {}) =>
    inspections().orderInspection(clerk, {
      caseId,
      key: 'dwelling',
      whom: { kind: 'declared' },
      address: 'Rue du Progrès 80',
      subject: 'Tout',
      documents: [],
      ...more,
    });
  const addHanded = async () =>
    (await given.casework.cases.addMyDocument(citizen, { caseId, name: 'bail.pdf', content: pdf() })).id;
  const photo = (actor: Actor, inspectionId: string) =>
    inspections().addInspectionDocument(actor, { inspectionId, name: 'photo.pdf', content: pdf() });
  const report = (actor: Actor, inspectionId: string, more: object = {}) =>
    inspections().reportInspection(actor, { inspectionId, outcome: 'partly', data: found, ...more });
  const get = (actor: Actor, inspectionId: string) => inspections().getAskedInspection(actor, { inspectionId });
  const waiting = async (actor: Actor) =>
    (await inspections().listAskedInspections(actor, { isOpen: true })).map(({ id }) => id);
  const seen = () => inspections().listInspectionsOfCase(clerk, { caseId });
  const mine = () => inspections().listMyInspections(citizen, { caseId });
  const watch = () => inspections().watch(system, {});
  /** What the process was told about one inspection. */
  const told = async (inspectionId: string) => {
    await given.casework.outbox.drain(system, {});
    return given.engine.messages
      .filter(({ correlationKey }) => correlationKey === inspectionId)
      .map(({ name, variables }) => ({ name, ...(variables['inspection'] as object) }));
  };
  const invalid = { code: 'INPUT_INVALID' };
  const unknown = { code: 'NOT_FOUND' };
  const ended = { code: 'INSPECTION_ENDED' };

  describe('that a process asks for', () => {
    test('reach whom the procedure names, and the report comes back once', async () => {
      const documentId = await addHanded();
      const { inspectionId, dueOn } = await ask('dwelling', { documents: [documentId] });
      // Ten working days after the day of the question.
      expect(dueOn).toBe('2026-12-09');
      expect(await waiting(inspector)).toContain(inspectionId);
      expect(await get(inspector, inspectionId)).toMatchObject({
        address: 'Rue du Progrès 80, 1030 Schaerbeek',
        subject: 'Le logement est-il humide ?',
        documents: [{ id: documentId, name: 'bail.pdf' }],
        isOpen: true,
        draft: null,
      });
      await report(inspector, inspectionId);
      expect(await told(inspectionId)).toEqual([
        {
          name: 'housing.inspection.reported',
          inspectionId,
          key: 'dwelling',
          outcome: 'partly',
          dueOn,
          answers: found,
          caseId,
        },
      ]);
      expect(await seen()).toMatchObject([
        { id: inspectionId, state: 'reported', outcome: 'partly', report: found, reportedBy: 'Ines' },
      ]);
      await expect(report(inspector, inspectionId)).rejects.toMatchObject(ended);
    });

    test('are one however often the step is tried, and name what there is', async () => {
      const first = await ask('dwelling');
      expect(await ask('dwelling')).toEqual(first);
      await expect(ask('coffee')).rejects.toMatchObject(invalid);
      await expect(ask('open', { address: '\u200B \u2060' })).rejects.toMatchObject(invalid);
      await expect(ask('open', { subject: 'x'.repeat(5001) })).rejects.toMatchObject(invalid);
      await expect(ask('open', { documents: ['nothing'] })).rejects.toMatchObject(invalid);
      expect(await seen()).toHaveLength(1);
    });

    test('end in silence after their last day, once', async () => {
      const { inspectionId, dueOn } = await ask('dwelling');
      given.clock.set(`${dueOn}T22:59:59Z`);
      await watch();
      expect(await told(inspectionId)).toEqual([]);
      given.clock.set(`${dueOn}T23:00:00Z`);
      await expect(report(inspector, inspectionId)).rejects.toMatchObject(ended);
      await Promise.all([watch(), watch()]);
      expect(await told(inspectionId)).toMatchObject([{ outcome: 'none', answers: null }]);
      expect(await seen()).toMatchObject([{ state: 'expired', outcome: null }]);
    });

    test('end with their case', async () => {
      const { inspectionId } = await ask('dwelling');
      await given.casework.caseStore.closeCase(connectorOf(caseId), { idempotencyKey: `close-${count}`, reason: 'x' });
      await expect(report(inspector, inspectionId)).rejects.toMatchObject(ended);
      expect(await waiting(inspector)).not.toContain(inspectionId);
      expect(await seen()).toMatchObject([{ state: 'withdrawn', reason: null }]);
      await expect(ask('open')).rejects.toMatchObject({ code: 'CASE_ENDED' });
    });
  });

  describe('that a clerk orders', () => {
    test('are made by whom the procedure names, by a group anywhere or by a colleague, and by nobody else', async () => {
      const { declared, groups } = await inspections().listInspectionChoices(clerk, { caseId });
      expect(declared[0]).toMatchObject({ key: 'dwelling', dueOn: '2026-12-09', isPublic: false });
      expect(groups.map(({ administration, key }) => [administration, key])).toContainEqual(['taxi', 'controllers']);
      await order();
      await order({ whom: { kind: 'group', administration: 'taxi', group: 'controllers' } });
      const personId = inspector.kind === 'person' ? inspector.person.id : '';
      await order({ whom: { kind: 'colleague', personId } });
      expect(await seen()).toMatchObject([
        { of: text('Inspecteurs'), askedBy: 'Bart' },
        { of: text('Contrôleurs'), isOtherAdministration: true },
        { of: text('Ines') },
      ]);
      await expect(order({ whom: { kind: 'group', administration: 'taxi', group: 'x' } })).rejects.toMatchObject(
        invalid,
      );
      await expect(order({ key: 'coffee' })).rejects.toMatchObject(invalid);
    });

    test('are withdrawn once, with a reason, and take back what was handed over', async () => {
      const handed = await addHanded();
      const { inspectionId } = await ask('abroad', { documents: [handed] });
      const withdraw = (actor: Actor, reason: string) =>
        inspections().withdrawInspection(actor, { caseId, inspectionId, reason });
      await expect(withdraw(clerk, '\u200B')).rejects.toMatchObject(invalid);
      await expect(withdraw(controller, 'Non')).rejects.toMatchObject(unknown);
      await withdraw(clerk, 'Le dossier a changé.');
      await expect(withdraw(clerk, 'Encore')).rejects.toMatchObject(ended);
      await expect(report(controller, inspectionId)).rejects.toMatchObject(ended);
      expect(await get(controller, inspectionId)).toMatchObject({ reason: 'Le dossier a changé.', documents: [] });
      await expect(
        inspections().downloadInspectionDocument(controller, { inspectionId, documentId: handed }),
      ).rejects.toMatchObject(unknown);
      expect(await told(inspectionId)).toMatchObject([{ outcome: 'withdrawn', answers: null }]);
    });
  });

  describe('on site', () => {
    test('are planned for a day from today to the last one', async () => {
      const { inspectionId, dueOn } = await ask('dwelling');
      const plan = (visitOn: string | null) => inspections().planVisit(inspector, { inspectionId, visitOn });
      await expect(plan('2026-11-24')).rejects.toMatchObject(invalid);
      await expect(plan('2026-12-10')).rejects.toMatchObject(invalid);
      expect(await plan(dueOn)).toMatchObject({ visitOn: dueOn });
      expect(await seen()).toMatchObject([{ visitOn: dueOn }]);
      expect(await plan(null)).toMatchObject({ visitOn: null });
    });

    test('keep what is written and photographed; a colleague goes on with it, and the office sees it once it is given', async () => {
      const { inspectionId } = await ask('dwelling');
      const draft = { data: { rooms: 2 }, outcome: null };
      await inspections().saveInspectionDraft(inspector, { inspectionId, ...draft });
      const kept = await photo(inspector, inspectionId);
      const dropped = await photo(inspector, inspectionId);
      const second = await staff('Luc', ['inspectors'], 'housing');
      await inspections().removeInspectionDocument(second, { inspectionId, documentId: dropped.id });
      expect(await get(second, inspectionId)).toMatchObject({ draft, reportDocuments: [{ id: kept.id }] });
      expect(await seen()).toMatchObject([{ report: null, reportDocuments: [] }]);
      await report(second, inspectionId);
      expect(await seen()).toMatchObject([{ report: found, reportDocuments: [{ id: kept.id }] }]);
      expect(await get(second, inspectionId)).toMatchObject({ draft: null, isOpen: false });
      const late = { inspectionId, documentId: kept.id };
      await expect(inspections().removeInspectionDocument(second, late)).rejects.toMatchObject(ended);
      await expect(photo(second, inspectionId)).rejects.toMatchObject(ended);
    });

    test('take out documents of their own report, and no others', async () => {
      const handed = await addHanded();
      const [one, other] = [await ask('dwelling', { documents: [handed] }), await ask('abroad')];
      const theirs = await photo(controller, other.inspectionId);
      for (const documentId of [handed, theirs.id])
        await expect(
          inspections().removeInspectionDocument(inspector, { inspectionId: one.inspectionId, documentId }),
        ).rejects.toMatchObject(unknown);
    });

    test('answer every question of the form, unless nobody could look', async () => {
      const { inspectionId } = await ask('dwelling');
      for (const data of [{}, { rooms: 0, damp: true }, { rooms: 'many', damp: true }])
        await expect(report(inspector, inspectionId, { data })).rejects.toMatchObject({ code: 'FORM_INVALID' });
      await report(inspector, inspectionId, { outcome: 'notSeen', data: {} });
      expect(await told(inspectionId)).toMatchObject([{ outcome: 'notSeen', answers: {} }]);
    });

    test('keep no answer that breaks the form where nobody could look', async () => {
      const { inspectionId } = await ask('dwelling');
      await expect(
        report(inspector, inspectionId, { outcome: 'notSeen', data: { rooms: 'many' } }),
      ).rejects.toMatchObject({ code: 'FORM_INVALID' });
    });

    test('twice at once are reported once', async () => {
      const { inspectionId } = await ask('dwelling');
      const all = await Promise.allSettled([1, 2, 3].map(() => report(inspector, inspectionId)));
      expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await told(inspectionId)).toHaveLength(1);
    });
  });

  describe('by another administration', () => {
    test('show what was handed over and nothing else of the case', async () => {
      const [handed, kept] = [await addHanded(), await addHanded()];
      const { inspectionId } = await ask('abroad', { documents: [handed] });
      const download = (documentId: string) =>
        inspections().downloadInspectionDocument(controller, { inspectionId, documentId });
      expect((await download(handed)).name).toBe('bail.pdf');
      await expect(download(kept)).rejects.toMatchObject(unknown);
      await expect(given.casework.cases.getCase(controller, { caseId })).rejects.toMatchObject(unknown);
      await expect(inspections().listInspectionsOfCase(controller, { caseId })).rejects.toMatchObject(unknown);
      const view = JSON.stringify(await get(controller, inspectionId));
      expect(view).not.toContain('Şimşek');
      expect(view).not.toContain(caseId);
    });

    test('behind the second wall alone, show it to the administration that is asked', async () => {
      const [handed] = [await addHanded(), await addHanded()];
      const { inspectionId } = await ask('abroad', { documents: [handed] });
      const seenBy = async (actor: Actor, table: string, column: string) => {
        const database = given.database.as(scopeOfJobFor(actor, 'opinions'));
        return (await database.query(`select id from casework.${table} where ${column} = $1`, [caseId])).map(
          ({ id }) => id,
        );
      };
      expect(await seenBy(controller, 'document', 'case_id')).toEqual([handed]);
      expect(await seenBy(controller, 'case_file', 'id')).toEqual([caseId]);
      expect(await seenBy(controller, 'inspection', 'case_id')).toEqual([inspectionId]);
      for (const stranger of [inspector, citizen])
        for (const [table, column] of [
          ['document', 'case_id'],
          ['case_file', 'id'],
          ['inspection', 'case_id'],
        ] as const)
          expect(await seenBy(stranger, table, column)).toEqual([]);
      // Nobody deletes what was handed to them, whatever the first wall lets through.
      const reach = given.database.as(scopeOfJobFor(controller, 'opinions'));
      expect(await reach.query('delete from casework.document where id = $1 returning id', [handed])).toEqual([]);
    });

    test('are unknown to whoever is not asked', async () => {
      const { inspectionId } = await ask('abroad');
      for (const stranger of [driver, inspector, clerk]) {
        expect(await waiting(stranger)).not.toContain(inspectionId);
        await expect(get(stranger, inspectionId)).rejects.toMatchObject(unknown);
        await expect(report(stranger, inspectionId)).rejects.toMatchObject(unknown);
        await expect(photo(stranger, inspectionId)).rejects.toMatchObject(unknown);
        await expect(
          inspections().saveInspectionDraft(stranger, { inspectionId, data: {}, outcome: null }),
        ).rejects.toMatchObject(unknown);
      }
      await expect(report(citizen, inspectionId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    });

    test('are seen by the supervisors there, and no name of theirs by the office of the case', async () => {
      const chief = await staff('Chief', [], 'taxi', ['supervisor']);
      const { inspectionId } = await ask('abroad');
      expect(await waiting(chief)).toContain(inspectionId);
      await report(chief, inspectionId);
      expect(await seen()).toMatchObject([{ state: 'reported', reportedBy: null }]);
    });

    test('leave a trace that the applicant reads', async () => {
      const { inspectionId } = await ask('abroad');
      await get(controller, inspectionId);
      const accesses = (await given.casework.cases.listMyAccesses(citizen, {})).filter((one) => one.caseId === caseId);
      expect(accesses.map(({ by, purpose }) => `${by.fr}: ${purpose.fr}`)).toEqual([
        'Taxis: Visite demandée par l’administration qui traite votre dossier',
      ]);
    });
  });

  describe('of the applicant', () => {
    test('are read where the procedure says so, without what is for clerks alone', async () => {
      const { inspectionId } = await ask('open');
      await ask('dwelling');
      const { id: documentId } = await photo(inspector, inspectionId);
      const download = () => given.casework.cases.downloadMyDocument(citizen, { caseId, documentId });
      await expect(download()).rejects.toMatchObject(unknown);
      expect(await mine()).toMatchObject([{ id: inspectionId, state: 'asked', report: null, reportDocuments: [] }]);
      await report(inspector, inspectionId, { data: { ...found, memo: 'Se méfier' } });
      expect(await mine()).toMatchObject([{ outcome: 'partly', reportDocuments: [{ id: documentId }] }]);
      expect((await mine())[0]?.report).toEqual(found);
      expect(JSON.stringify(await mine())).not.toMatch(/Ines|Se méfier/);
      expect((await download()).name).toBe('photo.pdf');
      expect((await seen())[0]?.report).toEqual({ ...found, memo: 'Se méfier' });
      const { timeline } = await given.casework.cases.getMyCase(citizen, { caseId });
      expect(timeline.filter(({ kind: what }) => what.startsWith('inspection'))).toHaveLength(2);
    });

    test('are of their own case alone', async () => {
      await ask('open');
      const stranger = await givenCitizen(given.casework, `Stranger ${count}`);
      await expect(inspections().listMyInspections(stranger, { caseId })).rejects.toMatchObject(unknown);
      await expect(inspections().listMyInspections(clerk, { caseId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    });
  });
});
