import { personOf, type Actor } from '@irisflow/access';
import {
  actorFor,
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  openRealCasework,
  type RealCasework,
  sampleProcedure,
  system,
} from '@irisflow/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StepMove } from '../views/monitor.ts';

const reason = 'The register is gone for good.';

/** The sample that counts something together at the end, for which it lacks a value. */
const failing = () =>
  sampleProcedure().map((file) =>
    file.path === 'rent-aid.bpmn'
      ? { ...file, content: file.content.replace('= get or else(null, null)', '= assert(missing, missing != null)') }
      : file,
  );

describe('a step moved by hand', () => {
  let given: RealCasework;
  let analyst: Actor;
  let administrator: Actor;
  let agent: Actor;
  let chief: Actor;
  let auditor: Actor;
  let citizen: Actor;
  let caseId: string;
  let key: string;

  const monitor = () => given.casework.monitor;
  const synchronize = () => given.casework.tasks.synchronize(system, {});
  const movesFor = async (actor: Actor): Promise<StepMove[]> =>
    (await monitor().getInstance(actor, { processInstanceKey: key })).moves;
  const openTasks = async () =>
    given.database.query<{ id: string; element_id: string }>(
      `select id, element_id from casework.task where case_id = $1 and state = 'open'`,
      [caseId],
    );
  const complete = async (actor: Actor, data: Record<string, unknown>) => {
    const [task] = await openTasks();
    await given.casework.tasks.claim(actor, { taskId: task?.id ?? '' });
    await given.casework.tasks.complete(actor, { taskId: task?.id ?? '', data });
    await synchronize();
  };
  const givenDecided = async () => {
    citizen = await givenCitizen(given.casework, 'Léa');
    const draft = await given.casework.applications.createDraft(citizen, {
      procedureKey: 'rent-aid',
      language: 'fr',
    });
    const data = { ...draft.data, lastName: 'Peeters', rent: 700, hasLease: false };
    ({ caseId } = await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' }));
    await given.casework.outbox.drain(system, {});
    await synchronize();
    const [row] = await given.database.query<{ process_instance_key: string }>(
      'select process_instance_key from casework.case_file where id = $1',
      [caseId],
    );
    key = row?.process_instance_key ?? '';
    expect(await movesFor(administrator)).toEqual([]);
    await complete(agent, { outcome: 'grant', amount: 10 });
    await complete(chief, { agreed: true });
  };
  const move =
    (actor: Actor, more: object = {}) =>
    async () => {
      const [standing] = await movesFor(administrator);
      const { elementInstanceKey } = standing ?? { elementInstanceKey: '1' };
      return monitor().moveStep(actor, {
        processInstanceKey: key,
        elementInstanceKey,
        elementId: 'instruct',
        reason,
        ...more,
      });
    };

  beforeAll(async () => {
    given = await openRealCasework();
    await givenAdministrations(given.casework);
    analyst = await givenStaff(given.casework, { name: 'Ann', roles: ['analyst'] });
    administrator = await givenStaff(given.casework, { name: 'Adam', roles: ['administrator'] });
    agent = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    chief = await givenStaff(given.casework, { name: 'Chief', roles: ['agent', 'supervisor'] });
    auditor = await givenStaff(given.casework, { name: 'Odile', roles: ['auditor'] });
    await givenPublished(given.casework, sampleProcedure());
    await givenDecided();
  }, 120_000);
  afterAll(() => given.close());

  test('is offered to whoever may correct a case, where no person works, to steps that can be gone on at', async () => {
    expect(await movesFor(analyst)).toEqual([]);
    expect(await movesFor(administrator)).toMatchObject([
      {
        elementId: 'record',
        ways: [
          { elementId: 'end', kind: 'endEvent', isNext: true },
          { elementId: 'instruct', kind: 'userTask', isNext: false },
          { elementId: 'validate', kind: 'userTask', isNext: false },
        ],
      },
    ]);
  });

  test('is refused to others, without a reason, to where it cannot go, and from where nothing stands', async () => {
    await expect(move(analyst)()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(move(agent)()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(move(administrator, { reason: ' ' })()).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(move(administrator, { elementId: 'start' })()).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(move(administrator, { elementInstanceKey: '1' })()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const stranger = await givenStaff(given.casework, {
      name: 'Tom',
      roles: ['administrator'],
      administration: 'taxi',
    });
    await expect(move(stranger)()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('does not exist for whoever has a conflict of interest with the case', async () => {
    const { id } = personOf(administrator);
    await given.database.query(
      `insert into casework.conflict_of_interest (id, administration, person_id, case_id, about, reason, declared_by, declared_at)
       values ('c', 'housing', $1, $2, 'x', 'x', $1, now())`,
      [id, caseId],
    );
    await expect(move(actorFor({ ...personOf(administrator), isApart: true }))()).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await given.database.query(`delete from casework.conflict_of_interest where id = 'c'`);
  });

  test('goes on there, told to the applicant by its category and to the auditor in words', async () => {
    const both = await Promise.allSettled([move(administrator)(), move(administrator)()]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await synchronize();
    expect((await openTasks()).map(({ element_id: id }) => id)).toEqual(['instruct']);
    const file = await given.casework.cases.getMyCase(citizen, { caseId });
    expect(file.timeline[0]).toMatchObject({ kind: 'stepMoved' });
    expect(JSON.stringify(file.timeline)).not.toContain(reason);
    expect(await given.casework.cases.listMyAccesses(citizen, {})).toContainEqual(
      expect.objectContaining({ kind: 'move', actingAs: 'administrator' }),
    );
    const { items } = await given.casework.audit.listAudit(auditor, { search: 'step.moved' });
    expect(items.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
    const asked = items.find(({ outcome }) => outcome === 'asked');
    const { content } = await given.casework.audit.readSealedDetail(auditor, { sequence: asked?.sequence ?? 0 });
    expect(content).toMatchObject({ reason, before: { element: 'record' }, after: { element: 'instruct' } });
  });

  test('passes over a step that cannot be done, so that the case ends as it would have', async () => {
    await givenPublished(given.casework, failing());
    await givenDecided();
    const [incident] = (await monitor().getInstance(analyst, { processInstanceKey: key })).incidentList;
    const [standing] = await movesFor(chief);
    expect(standing?.elementInstanceKey).toBe(incident?.elementInstanceKey);
    await move(chief, { elementId: 'end' })();
    const instance = await given.processEngine.monitor.instance(key);
    expect(instance).toMatchObject({ state: 'completed', hasIncident: false });
    await expect(move(chief)()).rejects.toMatchObject({ code: 'INSTANCE_ENDED' });
  });
});
