import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
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
  }, 60_000);
  afterAll(() => given.close());

  const cases = () => given.casework.cases;

  test('are listed for their applicant and for nobody else', async () => {
    expect((await cases().listMyCases(citizen, {})).map(({ id }) => id)).toEqual(ids);
    const other = await givenCitizen(given.casework, 'Somebody else');
    expect(await cases().listMyCases(other, {})).toEqual([]);
    await expect(cases().getMyCase(other, { caseId: ids[0] ?? '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(cases().getCase(citizen, { caseId: ids[0] ?? '' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
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

  test('notes are for clerks alone', async () => {
    const [caseId = ''] = ids;
    const view = await cases().addNote(agent, { caseId, text: '  To check  ' });
    expect(view.notes).toMatchObject([{ by: 'Bart', text: 'To check' }]);
    expect((await cases().getMyCase(citizen, { caseId })).notes).toEqual([]);
    await expect(cases().addNote(agent, { caseId, text: ' ' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
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
