import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { personOf, type Actor } from '@irisflow/access';
import {
  actorFor,
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  sampleProcedureChanging,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';

const named = { fr: 'Enregistrer', nl: 'Vastleggen', en: 'Record' };

describe('a case that stands still', () => {
  let given: TestCasework;
  let citizen: Actor;
  let agent: Actor;
  let supervisor: Actor;
  let stranger: Actor;
  let auditor: Actor;
  let caseId: string;
  let key: string;
  let last = 500;

  const monitor = () => given.casework.monitor;
  const watch = () => monitor().watch(system, {});
  const ofCase = (actor = agent) => monitor().listCaseIncidents(actor, { caseId });
  /** The engine says that the last step failed for want of a value that is personal. */
  const stop = async (): Promise<string> => {
    last += 1;
    const incidentKey = String(last);
    given.engine.incidents.push({
      incidentKey,
      processInstanceKey: key,
      errorType: 'JOB_NO_RETRIES',
      message: 'UNAVAILABLE: Expected an answer about 85.07.30-033.28, but it did not come.',
      elementId: 'record',
      elementInstanceKey: '12',
      jobKey: '13',
      createdAt: '2026-11-25T08:00:00.000Z',
    });
    await watch();
    return incidentKey;
  };

  beforeAll(async () => {
    given = await openTestCasework();
    const { casework } = given;
    await givenAdministrations(casework);
    await givenPublished(
      casework,
      sampleProcedureChanging('procedure.json', (description: { elements?: object }) => {
        description.elements = { record: named };
      }),
    );
    citizen = await givenCitizen(casework);
    agent = await givenStaff(casework, { name: 'Nadia', roles: ['agent'] });
    supervisor = await givenStaff(casework, { name: 'Sofie', roles: ['agent', 'supervisor'] });
    auditor = await givenStaff(casework, { name: 'Odile', roles: ['auditor'] });
    stranger = await givenStaff(casework, { name: 'Tess', roles: ['agent'], administration: 'taxi' });
    const draft = await casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'Şimşek', rent: 700, hasLease: false };
    ({ caseId } = await casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' }));
    await casework.outbox.drain(system, {});
    key = given.engine.instances[0]?.processInstanceKey ?? '';
  });
  beforeEach(async () => {
    given.engine.incidents.length = 0;
    await watch();
  });
  afterAll(() => given.close());

  test('is shown to its clerks by the name of the step, in plain words, with nothing personal kept', async () => {
    await stop();
    expect(await ofCase()).toMatchObject([
      {
        caseId,
        step: named,
        since: '2026-11-25T08:00:00.000Z',
        text: { en: expect.stringContaining('does not answer') },
      },
    ]);
    const rows = await given.database.query('select * from casework.case_incident');
    expect(JSON.stringify(rows)).not.toContain('033.28');
  });

  test('is counted and listed on the board of its administration alone', async () => {
    await stop();
    expect(await monitor().listOfficeIncidents(agent, {})).toMatchObject({ total: 1, items: [{ caseId }] });
    expect(await monitor().listOfficeIncidents(stranger, {})).toEqual({ total: 0, items: [] });
    await expect(monitor().listCaseIncidents(stranger, { caseId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('tells its applicant that something takes longer, and stops telling when it goes on', async () => {
    expect(await monitor().getStandstill(citizen, { caseId })).toEqual({ since: null });
    await stop();
    expect(await monitor().getStandstill(citizen, { caseId })).toEqual({ since: '2026-11-25T08:00:00.000Z' });
    given.engine.incidents.length = 0;
    await watch();
    expect(await monitor().getStandstill(citizen, { caseId })).toEqual({ since: null });
  });

  test('is tried again by a clerk: audited, in the timeline of the desk, in the log of the applicant', async () => {
    const incidentKey = await stop();
    expect(await monitor().retryStep(agent, { caseId, incidentKey })).toEqual([]);
    const file = await given.casework.cases.getCase(agent, { caseId });
    expect(file.timeline[0]).toMatchObject({
      kind: 'stepRetried',
      visibleToApplicant: false,
      actor: { nl: 'Nadia' },
      text: { en: 'A step that had failed is started again: Record' },
    });
    const { items } = await given.casework.audit.listAudit(auditor, { search: 'incident.resolved' });
    expect(items.map(({ outcome }) => outcome)).toEqual(['done', 'asked']);
    expect(await given.casework.cases.listMyAccesses(citizen, {})).toContainEqual(
      expect.objectContaining({ kind: 'retry', actingAs: 'agent' }),
    );
  });

  test('is resolved by a supervisor alone, with a reason', async () => {
    const incidentKey = await stop();
    const resolve = (actor: Actor, reason: string) => monitor().resolveStep(actor, { caseId, incidentKey, reason });
    await expect(resolve(agent, 'The letter has its value.')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(resolve(supervisor, ' ')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(await resolve(supervisor, 'The letter has its value.')).toEqual([]);
    const file = await given.casework.cases.getCase(agent, { caseId });
    expect(file.timeline[0]).toMatchObject({ kind: 'stepResolved', actor: { fr: 'Sofie' } });
  });

  describe('as its analyst sees it', () => {
    const ofProcedure = (actor: Actor) => monitor().listProcedureIncidents(actor, { key: 'rent-aid' });
    let analyst: Actor;

    beforeAll(async () => {
      analyst = await givenStaff(given.casework, { name: 'Ann', roles: ['analyst'] });
    });

    test('has the name of its step, what it means and what to do, and nothing of what the engine says of it', async () => {
      expect(await ofProcedure(analyst)).toEqual({ total: 0, items: [] });
      await stop();
      const found = await ofProcedure(analyst);
      expect(found).toMatchObject({
        total: 1,
        items: [
          {
            processInstanceKey: key,
            version: 1,
            elementId: 'record',
            step: named,
            since: '2026-11-25T08:00:00.000Z',
            text: { nl: expect.stringContaining('antwoordt niet') },
            advice: { en: expect.stringContaining('start the step again') },
          },
        ],
      });
      expect(JSON.stringify(found)).not.toContain('033.28');
    });

    test('is of an office and of whoever draws alone', async () => {
      await stop();
      await expect(ofProcedure(agent)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(ofProcedure(citizen)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      const other = await givenStaff(given.casework, { name: 'Tim', roles: ['analyst'], administration: 'taxi' });
      await expect(ofProcedure(other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test('does not exist for whoever has a conflict of interest with the case, nor for whoever sees some cases alone', async () => {
      await stop();
      const { id } = personOf(analyst);
      await given.database.query(
        `insert into casework.conflict_of_interest (id, administration, person_id, case_id, about, reason, declared_by, declared_at)
         values ('c', 'housing', $1, $2, 'x', 'x', $1, now())`,
        [id, caseId],
      );
      expect(await ofProcedure(actorFor({ ...personOf(analyst), isApart: true }))).toEqual({ total: 0, items: [] });
      await given.database.query(`delete from casework.conflict_of_interest where id = 'c'`);
      const bound = actorFor({ ...personOf(analyst), reach: [] });
      await expect(ofProcedure(bound)).rejects.toMatchObject({ code: 'OUT_OF_REACH' });
    });

    test('of many is told by number, those that wait the longest first', async () => {
      const first = await stop();
      const [incident] = given.engine.incidents;
      if (incident !== undefined)
        given.engine.incidents.push(
          ...Array.from({ length: 60 }, (_, one) => ({
            ...incident,
            incidentKey: `9${one}`,
            createdAt: '2026-11-25T09:00:00.000Z',
          })),
        );
      const { total, items } = await ofProcedure(analyst);
      expect([total, items.length, items[0]?.incidentKey]).toEqual([61, 50, first]);
    });
  });

  test('that goes on meanwhile is not there to be tried again', async () => {
    await expect(monitor().retryStep(agent, { caseId, incidentKey: '1' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
