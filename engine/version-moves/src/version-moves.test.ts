import { type Actor, actorLater } from '@irisflow/access';
import {
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  openRealCasework,
  type RealCasework,
  system,
} from '@irisflow/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approves, first, second, visiting } from './testing/versions.ts';

const key = 'rent-aid';
const reason = 'The new ordinance is for everybody.';
const idOf = (actor: Actor): string => (actor.kind === 'person' ? actor.person.id : '');
const toApprove = { process: key, from: 'validate', to: 'approve' };
const toValidate = { process: key, from: 'approve', to: 'validate' };

/** What dies where: a process is killed right after so many calls to the engine have been answered. */
const mortal = { callsLeft: Number.POSITIVE_INFINITY, diesFirst: false };

describe('moves between versions', () => {
  let given: RealCasework;
  let analyst: Actor;
  let agent: Actor;
  let chief: Actor;
  let people = 0;

  const moves = () => given.casework.versionMoves;

  beforeAll(async () => {
    given = await openRealCasework((engine) => ({
      ...engine,
      migrateInstance: async (move) => {
        if (mortal.diesFirst) throw new Error('Expected to live on, but was killed');
        await engine.migrateInstance(move);
        mortal.callsLeft -= 1;
        if (mortal.callsLeft === 0) throw new Error('Expected to live on, but was killed');
      },
    }));
    await givenAdministrations(given.casework);
    analyst = await givenStaff(given.casework, { name: 'Ann', roles: ['analyst'] });
    agent = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    chief = await givenStaff(given.casework, { name: 'Chief', roles: ['supervisor'] });
    await givenPublished(given.casework, first());
  }, 120_000);
  afterAll(() => given.close());

  const synchronize = () => given.casework.tasks.synchronize(system, {});
  const versionOf = async (caseId: string) => (await given.casework.cases.getCase(agent, { caseId })).procedureVersion;
  const taskOf = async (caseId: string) => {
    await synchronize();
    const [task] = await given.database.query<{ id: string; element_id: string }>(
      `select id, element_id from casework.task where case_id = $1 and state = 'open'`,
      [caseId],
    );
    if (task === undefined) throw new Error(`Expected an open task of case ${caseId}`);
    return task;
  };
  const file = async (): Promise<string> => {
    people += 1;
    const citizen = await givenCitizen(given.casework, `Léa ${people}`);
    const draft = await given.casework.applications.createDraft(citizen, { procedureKey: key, language: 'fr' });
    const data = { ...draft.data, lastName: 'Peeters', rent: 700, hasLease: false };
    return (await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' })).caseId;
  };
  const givenCase = async (): Promise<string> => {
    const caseId = await file();
    await given.casework.outbox.drain(system, {});
    await synchronize();
    return caseId;
  };
  const complete = async (actor: Actor, caseId: string, data: Record<string, unknown>): Promise<void> => {
    const { id: taskId } = await taskOf(caseId);
    await given.casework.tasks.claim(actor, { taskId });
    await given.casework.tasks.complete(actor, { taskId, data });
  };
  const workOff = async () => {
    while ((await moves().workOff(system, {})) > 0);
  };
  const move = async (wish: { from: number[]; to: number; places?: (typeof toApprove)[] }) => {
    const { id } = await moves().startMove(analyst, { key, places: [], ...wish, reason });
    await workOff();
    return moves().getMove(analyst, { moveId: id });
  };
  const judged = async (caseId: string, wish: { from: number[]; to: number; places?: (typeof toApprove)[] }) => {
    const { cases } = await moves().judgeCases(analyst, { key, places: [], ...wish });
    return cases.find((one) => one.caseId === caseId);
  };
  const instanceOf = async (caseId: string) => {
    const [row] = await given.database.query<{ process_instance_key: string }>(
      'select process_instance_key from casework.case_file where id = $1',
      [caseId],
    );
    return given.processEngine.monitor.instance(row?.process_instance_key ?? '');
  };
  /** Everything that is on a version leaves it, so that what comes is counted alone. */
  const withdraw = async (caseId: string) =>
    given.database.query(`update casework.case_file set status = 'withdrawn', closed_at = now() where id = $1`, [
      caseId,
    ]);

  test('a case at a task goes on with the new form, and is told of in its timeline and in the audit', async () => {
    const caseId = await givenCase();
    await given.casework.tasks.claim(agent, { taskId: (await taskOf(caseId)).id });
    await given.casework.tasks.saveTaskDraft(agent, { taskId: (await taskOf(caseId)).id, data: { outcome: 'grant' } });
    await givenPublished(given.casework, second());

    const plan = await moves().planMove(analyst, { key, from: [1], to: 2, places: [] });
    const steps = plan.processes.find(({ id }) => id === key)?.steps ?? [];
    expect(steps.find(({ id }) => id === 'instruct')).toMatchObject({ to: 'instruct', active: 1, misfit: null });
    expect(steps.find(({ id }) => id === 'validate')).toMatchObject({ to: null, active: 0, misfit: 'gone' });
    expect(await judged(caseId, { from: [1], to: 2 })).toMatchObject({ reason: null, at: [{ fr: 'Instruire' }] });

    expect(await move({ from: [1], to: 2 })).toMatchObject({ state: 'finished', counts: { moved: 1, total: 1 } });
    expect(await versionOf(caseId)).toBe(2);
    const { id: taskId } = await taskOf(caseId);
    const task = await given.casework.tasks.getTask(agent, { taskId });
    expect(task).toMatchObject({ data: { outcome: 'grant' }, assignee: { name: 'Bart' } });
    await expect(
      given.casework.tasks.complete(agent, { taskId, data: { outcome: 'grant', amount: 10 } }),
    ).rejects.toMatchObject({ code: 'FORM_INVALID' });
    await given.casework.tasks.complete(agent, { taskId, data: { outcome: 'grant', amount: 10, note: 'Seen' } });
    expect(await taskOf(caseId)).toMatchObject({ element_id: 'approve' });

    const { timeline } = await given.casework.cases.getCase(agent, { caseId });
    expect(timeline.find(({ kind }) => kind === 'versionMoved')).toMatchObject({
      visibleToApplicant: false,
      text: { en: 'The case moved to another version of the procedure: 2' },
    });
    const entries = await given.database.query<{ action: string }>(
      `select action from casework.audit_entry where action like '%ersionMove%' order by sequence`,
    );
    expect(entries.map(({ action }) => action)).toEqual(['versionMove.started', 'case.versionMoved']);
    await withdraw(caseId);
  });

  test('a step under another name is given its place; whoever did an earlier one still may not do it; and back again', async () => {
    const caseId = await givenCase();
    expect(await versionOf(caseId)).toBe(2);
    await complete(agent, caseId, { outcome: 'grant', amount: 10, note: 'Seen' });
    expect(await judged(caseId, { from: [2], to: 1 })).toMatchObject({
      reason: 'noPlace',
      why: { en: 'The step has no place in the other version: Validate' },
    });
    expect(await move({ from: [2], to: 1 })).toMatchObject({ counts: { stayed: 1, moved: 0 } });
    expect(await versionOf(caseId)).toBe(2);

    const back = await move({ from: [2], to: 1, places: [toValidate] });
    expect(back).toMatchObject({ counts: { moved: 1 }, places: [toValidate] });
    expect(await taskOf(caseId)).toMatchObject({ element_id: 'validate' });
    const { content } = await moves().exportMove(analyst, { moveId: back.id, language: 'fr' });
    expect(content).toContain('"2";"1";"Passé"');
    expect(await move({ from: [1], to: 2, places: [toApprove] })).toMatchObject({ counts: { moved: 1 } });
    const { id: taskId, element_id: element } = await taskOf(caseId);
    expect(element).toBe('approve');
    await expect(given.casework.tasks.claim(agent, { taskId })).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await complete(chief, caseId, { agreed: true });
    expect((await instanceOf(caseId)).version).toBe(2);
    await withdraw(caseId);
  });

  test('says of each case that stays why, and leaves it as it is', async () => {
    const waiting = await file();
    expect(await judged(waiting, { from: [2], to: 1 })).toMatchObject({ reason: 'notStarted' });
    await given.casework.outbox.drain(system, {});
    const [filling, resting] = [await givenCase(), await givenCase()];
    const { id: taskId } = await taskOf(filling);
    await given.casework.tasks.claim(agent, { taskId });
    await given.casework.tasks.saveTaskDraft(agent, { taskId, data: { note: 'Half a sentence' } });
    await given.processEngine.suspendInstance((await instanceOf(resting)).processInstanceKey);

    const done = await move({ from: [2], to: 1 });
    const reasonOf = (id: string) => done.cases.find(({ caseId }) => caseId === id)?.reason;
    expect([reasonOf(filling), reasonOf(resting), reasonOf(waiting)]).toEqual(['draftLost', 'suspended', null]);
    expect((await given.casework.tasks.getTask(agent, { taskId })).data).toMatchObject({ note: 'Half a sentence' });
    expect(await versionOf(filling)).toBe(2);

    await given.processEngine.resumeInstance((await instanceOf(resting)).processInstanceKey);
    await moves().resumeMove(analyst, { moveId: done.id });
    await workOff();
    expect(await moves().getMove(analyst, { moveId: done.id })).toMatchObject({ counts: { moved: 2, stayed: 1 } });
    for (const caseId of [waiting, filling, resting]) await withdraw(caseId);
  });

  test('refuses what would not fit, and whoever does not publish here', async () => {
    const wish = { key, from: [2], to: 1, places: [], reason };
    const start = (actor: Actor, change: object) => moves().startMove(actor, { ...wish, ...change });
    const unfit = { process: key, from: 'instruct', to: 'record' };
    await expect(start(analyst, { places: [unfit] })).rejects.toMatchObject({ code: 'VERSION_PLACE_UNFIT' });
    await expect(start(analyst, { places: [{ ...unfit, to: 'nowhere' }] })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
    const nowhere = { process: key, from: key, to: 'instruct' };
    await expect(start(analyst, { places: [nowhere] })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(start(analyst, { reason: '  ' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(start(analyst, { to: 2 })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(start(analyst, { to: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(start(agent, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const stranger = await givenStaff(given.casework, { name: 'Tom', roles: ['analyst'], administration: 'taxi' });
    const [known] = await moves().listMoves(analyst, { key });
    for (const ask of [
      () => start(stranger, {}),
      () => moves().planMove(stranger, { key, from: [2], to: 1, places: [] }),
      () => moves().judgeCases(stranger, { key, from: [2], to: 1, places: [] }),
      () => moves().listMoves(stranger, { key }),
      () => moves().getMove(stranger, { moveId: known?.id ?? '' }),
      () => moves().resumeMove(stranger, { moveId: known?.id ?? '' }),
    ])
      await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('what is stopped before its turn stays, and is moved when it goes on', async () => {
    const caseId = await givenCase();
    const { id: moveId } = await moves().startMove(analyst, { key, from: [2], to: 1, places: [], reason });
    await expect(moves().startMove(analyst, { key, from: [2], to: 1, places: [], reason })).rejects.toMatchObject({
      code: 'VERSION_MOVE_RUNNING',
    });
    expect(await moves().cancelMove(analyst, { moveId })).toMatchObject({ state: 'canceled', counts: { canceled: 1 } });
    await workOff();
    expect(await versionOf(caseId)).toBe(2);
    await moves().resumeMove(analyst, { moveId });
    await workOff();
    expect(await versionOf(caseId)).toBe(1);
    await withdraw(caseId);
  });

  test('a case with which somebody has a conflict of interest is none of those that they move, nor one that they read of', async () => {
    const [sisters, other] = [await givenCase(), await givenCase()];
    const ann = await givenStaff(given.casework, { name: 'Anna', roles: ['analyst', 'supervisor'] });
    const started = await moves().startMove(ann, { key, from: [2], to: 1, places: [], reason });
    await given.casework.conflicts.declareConflict(ann, { caseId: sisters, scope: 'case', reason: 'My sister' });
    const apart = await actorLater(given.database, idOf(ann));

    // what was in a move before the conflict was known stays where it is
    await workOff();
    expect([await versionOf(sisters), await versionOf(other)]).toEqual([2, 1]);
    expect((await moves().getMove(analyst, { moveId: started.id })).cases).toMatchObject([
      { caseId: sisters, state: 'failed', reason: 'forbidden' },
      { caseId: other, state: 'moved' },
    ]);
    const told = [
      await moves().getMove(apart, { moveId: started.id }),
      await moves().judgeCases(apart, { key, from: [2], to: 1, places: [] }),
    ];
    expect(JSON.stringify(told)).not.toContain(sisters);

    await moves().resumeMove(analyst, { moveId: started.id });
    for (const caseId of [sisters, other]) await withdraw(caseId);
    await workOff();
  });

  test.each([
    ['after the called process has moved', 1],
    ['after everything has moved in the engine and nothing here', 2],
  ])('killed %s, the next round finishes it, once', async (_when, calls) => {
    const { version: from } = await givenPublished(given.casework, visiting('visitPlace'));
    const caseId = await givenCase();
    expect(await taskOf(caseId)).toMatchObject({ element_id: 'visitPlace' });
    const { version: to } = await givenPublished(given.casework, visiting('seePlace'));
    const places = [{ process: 'visit', from: 'visitPlace', to: 'seePlace' }];
    expect(await judged(caseId, { from: [from], to })).toMatchObject({ reason: 'noPlace' });

    const { id: moveId } = await moves().startMove(analyst, { key, from: [from], to, places, reason });
    mortal.callsLeft = calls;
    await expect(workOff()).rejects.toThrow('was killed');
    mortal.callsLeft = Number.POSITIVE_INFINITY;
    expect(await versionOf(caseId)).toBe(from);
    // Who stops it now stops nothing: it has begun.
    expect(await moves().cancelMove(analyst, { moveId })).toMatchObject({ counts: { waiting: 1, canceled: 0 } });

    given.clock.set(new Date(given.clock.now() + 61_000).toISOString());
    await given.restarted().versionMoves.workOff(system, {});
    expect(await moves().getMove(analyst, { moveId })).toMatchObject({ counts: { moved: 1, waiting: 0 } });
    expect(await versionOf(caseId)).toBe(to);
    expect(await taskOf(caseId)).toMatchObject({ element_id: 'seePlace' });
    const { timeline } = await given.casework.cases.getCase(agent, { caseId });
    expect(timeline.filter(({ kind }) => kind === 'versionMoved')).toHaveLength(1);
    // Its own process ends on the new version, and so goes on where it was called from.
    await complete(agent, caseId, { agreed: true });
    expect(await taskOf(caseId)).toMatchObject({ element_id: 'instruct' });
    await withdraw(caseId);
  });

  test('what somebody does between a kill and the next round has its place on the other version too', async () => {
    const { version: from } = await givenPublished(given.casework, first());
    const caseId = await givenCase();
    const { version: to } = await givenPublished(given.casework, approves(first()));
    const { id: moveId } = await moves().startMove(analyst, { key, from: [from], to, places: [toApprove], reason });
    mortal.diesFirst = true;
    await expect(workOff()).rejects.toThrow('was killed');
    mortal.diesFirst = false;
    await complete(agent, caseId, { outcome: 'grant', amount: 100 });
    expect(await taskOf(caseId)).toMatchObject({ element_id: 'validate' });

    given.clock.set(new Date(given.clock.now() + 61_000).toISOString());
    await given.restarted().versionMoves.workOff(system, {});
    expect(await moves().getMove(analyst, { moveId })).toMatchObject({ counts: { moved: 1, waiting: 0 } });
    expect(await versionOf(caseId)).toBe(to);
    expect(await taskOf(caseId)).toMatchObject({ element_id: 'approve' });
    await withdraw(caseId);
  });
});
