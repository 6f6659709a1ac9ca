import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personOf, type Actor } from '@irisflow/access';
import {
  openTestCasework,
  type TestCasework,
  connectorOf,
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
} from '@irisflow/platform/testing';

describe('cases', () => {
  let given: TestCasework;
  let citizen: Actor;
  let agent: Actor;
  let auditor: Actor;
  const ids: string[] = [];

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    agent = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    auditor = await givenStaff(given.casework, { name: 'Odile', roles: ['auditor'] });
    citizen = await givenCitizen(given.casework, 'Léa Şimşek');
    for (let index = 0; index < 5; index += 1) {
      given.clock.set(`2026-11-25T09:0${index}:00Z`);
      const draft = await given.casework.applications.createDraft(citizen, {
        procedureKey: 'rent-aid',
        language: 'fr',
      });
      const data = { ...draft.data, lastName: 'Ş', rent: 700, hasLease: false };
      ids.unshift(
        (await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' })).caseId,
      );
    }
  });
  afterAll(() => given.close());

  const cases = () => given.casework.cases;

  test('are listed for their applicant and for nobody else', async () => {
    expect((await cases().listMyCases(citizen, {})).map(({ id }) => id)).toEqual(ids);
    const other = await givenCitizen(given.casework, 'Somebody else');
    expect(await cases().listMyCases(other, {})).toEqual([]);
    await expect(cases().getMyCase(other, { caseId: ids[0] ?? '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(cases().getCase(citizen, { caseId: ids[0] ?? '' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('say to their applicant where they stand, what comes next and what was new last', async () => {
    const [newest] = await cases().listMyCases(citizen, {});
    expect(newest).toMatchObject({
      step: { fr: 'Reçue' },
      nextStep: { fr: 'Examen' },
      news: { at: '2026-11-25T09:04:00.000Z', text: { en: expect.any(String) } },
      term: { suspendedDays: 0 },
    });
  });

  test('are not seen by other administrations', async () => {
    const stranger = await givenStaff(given.casework, { name: 'Tom', roles: ['agent'], administration: 'taxi' });
    expect((await cases().searchCases(stranger, {})).total).toBe(0);
    await expect(cases().getCase(stranger, { caseId: ids[0] ?? '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(cases().addNote(stranger, { caseId: ids[0] ?? '', text: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('are found by name, reference and status, page by page', async () => {
    const first = await cases().searchCases(agent, { search: 'SIMSEK', limit: 2 });
    expect(first).toMatchObject({ total: 5 });
    const second = await cases().searchCases(agent, {
      limit: 2,
      ...(first.nextCursor === null ? {} : { cursor: first.nextCursor }),
    });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.slice(0, 4));
    const reference = first.items[0]?.reference ?? '';
    expect((await cases().searchCases(agent, { search: reference })).items).toHaveLength(1);
    expect((await cases().searchCases(agent, { search: '%' })).total).toBe(0);
    expect((await cases().searchCases(agent, { status: 'granted' })).total).toBe(0);
  });

  test('are found by words in any order, by the names of documents, and of who takes part', async () => {
    const found = async (search: string, actor = agent) => {
      const { items, total } = await cases().searchCases(actor, { search });
      expect(items).toHaveLength(total);
      return items.map(({ id }) => id);
    };
    expect(await found('simsek LEA')).toEqual(ids);
    const [newest = '', second = ''] = ids;
    const content = Readable.from([Buffer.from('%PDF-1.4\n%%EOF\n')]);
    await cases().addCaseDocument(agent, {
      caseId: second,
      kind: 'report',
      shownTo: 'office',
      name: 'Bail signé, Évere.pdf',
      content,
    });
    await given.database.query(
      `insert into casework.participant
       select p.* from jsonb_populate_record(null::casework.participant, $1::jsonb) p`,
      [
        JSON.stringify({
          id: 'participant',
          case_id: newest,
          administration: 'housing',
          role: 'landlord',
          access: 'none',
          kind: 'person',
          name: 'Łukasz Évere',
          language: 'fr',
          valid_from: '2026-01-01',
          proof: 'x',
          added_at: '2026-01-01',
          added_by: personOf(agent).id,
        }),
      ],
    );
    expect(await found('evere bail')).toEqual([second]);
    expect(await found('lukasz')).toEqual([newest]);
    expect(await found('evere')).toEqual([newest, second]);
    expect(await found('evere nowhere')).toEqual([]);
    const stranger = await givenStaff(given.casework, { name: 'Tom', roles: ['agent'], administration: 'taxi' });
    for (const words of ['evere', 'lukasz', 'bail']) expect(await found(words, stranger)).toEqual([]);
    await given.database.query(
      "update casework.participant set ended_at = now(), end_reason = 'x' where id = 'participant'",
    );
    expect(await found('lukasz')).toEqual([]);
  });

  test('have the statuses that filters offer, and no other one is offered', async () => {
    expect(await cases().listCaseStatuses(agent, {})).toEqual(['submitted']);
    const call = { idempotencyKey: 'status', status: 'inInstruction' } as const;
    await given.casework.caseStore.setStatus(connectorOf(ids[4] ?? ''), call);
    expect(await cases().listCaseStatuses(agent, {})).toEqual(['submitted', 'inInstruction']);
    const stranger = await givenStaff(given.casework, { name: 'Tom', roles: ['agent'], administration: 'taxi' });
    expect(await cases().listCaseStatuses(stranger, {})).toEqual([]);
  });

  test('notes are for clerks alone', async () => {
    const [caseId = ''] = ids;
    const view = await cases().addNote(agent, { caseId, text: '  To check  ' });
    expect(view.notes).toMatchObject([{ by: 'Bart', text: 'To check' }]);
    expect((await cases().getMyCase(citizen, { caseId })).notes).toEqual([]);
    await expect(cases().addNote(agent, { caseId, text: ' ' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  describe('files of an answer', () => {
    const items = ['lease', 'income'].map((key) => ({ key, label: { fr: key, nl: key, en: key } }));
    const ask = (caseId: string, key: string) =>
      given.casework.caseStore.requestInformation(connectorOf(caseId), {
        idempotencyKey: key,
        items,
        dueDate: '2026-12-24',
      });
    const choose = (caseId: string, requestId: string, name: string, item = 'lease') =>
      cases().addMyDocument(citizen, { caseId, requestId, item, name, content: [Buffer.from(`%PDF-1.7\n${name}`)] });
    const seenBy = async (caseId: string) => ({
      citizen: await cases().getMyCase(citizen, { caseId }),
      agent: await cases().getCase(agent, { caseId }),
    });

    test('wait at what they answer, and are nobody’s business until they are sent', async () => {
      const caseId = ids[2] ?? '';
      const { requestId } = await ask(caseId, 'files-1');
      const kept = await choose(caseId, requestId, 'kept.pdf');
      const left = await choose(caseId, requestId, 'left.pdf', 'income');
      const taken = await choose(caseId, requestId, 'taken.pdf');
      await cases().removeMyDocument(citizen, { caseId, documentId: taken.id });

      const before = await seenBy(caseId);
      expect(before.citizen.informationRequests[0]?.files).toEqual([
        { item: 'lease', id: kept.id, name: 'kept.pdf', size: kept.size },
        { item: 'income', id: left.id, name: 'left.pdf', size: left.size },
      ]);
      expect(before.citizen.documents).toEqual([]);
      expect(before.agent.documents).toEqual([]);
      expect(before.agent.informationRequests[0]).not.toHaveProperty('files');

      const answered = [{ key: 'lease', text: null, documents: [kept.id] }];
      await cases().answerInformationRequest(citizen, { caseId, requestId, text: null, items: answered });

      const after = await seenBy(caseId);
      expect(after.citizen.documents.map(({ name }) => name)).toEqual(['kept.pdf']);
      expect(after.agent.documents.map(({ name }) => name)).toEqual(['kept.pdf']);
      expect(after.citizen.informationRequests[0]).not.toHaveProperty('files');
      await expect(cases().removeMyDocument(citizen, { caseId, documentId: kept.id })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });

    test('are taken for what is asked now alone, and by who was asked', async () => {
      const caseId = ids[3] ?? '';
      const { requestId } = await ask(caseId, 'files-2');
      await expect(choose(caseId, requestId, 'car.pdf', 'car')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      const chosen = await choose(caseId, requestId, 'lease.pdf');
      const other = await givenCitizen(given.casework, 'Somebody else');
      await expect(cases().removeMyDocument(other, { caseId, documentId: chosen.id })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await given.casework.caseStore.expireInformationRequest(connectorOf(caseId), { idempotencyKey: 'files-3' });
      await expect(choose(caseId, requestId, 'late.pdf')).rejects.toMatchObject({ code: 'REQUEST_ENDED' });
      expect((await seenBy(caseId)).agent.documents).toEqual([]);
    });
  });

  test('entries that are not for applicants stay with clerks', async () => {
    const [caseId = ''] = ids;
    const texts = { fr: 'Interne', nl: 'Intern', en: 'Internal' };
    await given.casework.caseStore.addTimelineEntry(connectorOf(caseId), {
      idempotencyKey: 'x',
      key: 'check',
      texts,
      visibleToApplicant: false,
    });
    expect((await cases().getMyCase(citizen, { caseId })).timeline.map(({ kind }) => kind)).toEqual(['submitted']);
    expect((await cases().getCase(agent, { caseId })).timeline.map(({ kind }) => kind)).toEqual(['check', 'submitted']);
  });

  test('reading a file is on record, without the name of anybody', async () => {
    await cases().getCase(agent, { caseId: ids[1] ?? '' });
    const log = await given.casework.audit.listAudit(auditor, { search: `case:${ids[1]}`, limit: 1 });
    expect(log.items).toMatchObject([
      { action: 'case.read', actor: `person:${agent.kind === 'person' ? agent.person.id : ''}`, actorName: 'Bart' },
    ]);
    // The name is shown beside the entry; what is stored, and hashed, holds none.
    expect(JSON.stringify(await given.database.query('select * from casework.audit_entry'))).not.toContain('Bart');
    await expect(given.casework.audit.listAudit(agent, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const { chains } = await given.casework.audit.verifyAudit(auditor, {});
    expect(chains).toMatchObject([{ chain: 'housing', intact: true }]);
  });
});
