import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, job, personOf, type Role } from '@irisflow/access';
import { addDays, dayOf } from '@irisflow/calendar';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  openTestCasework,
  sampleSendingItsLetter,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';

const proposal = { outcome: 'grant', amount: 80 };
const noon = '2026-11-25T11:00:00.000Z';

describe('a task that is delegated', () => {
  let given: TestCasework;
  let anne: Actor;
  let bob: Actor;
  let carl: Actor;
  let dora: Actor;
  let chief: Actor;
  let keys = 21_000;
  let round = 0;
  let caseId = '';
  let instance = '';

  const tasks = () => given.casework.tasks;
  const idOf = (actor: Actor): string => personOf(actor).id;
  const code = (wanted: string) => expect.objectContaining({ code: wanted });
  const day = (ahead: number): string => addDays(dayOf(given.clock.now()), ahead);

  const person = async (
    name: string,
    groups: string[],
    { roles = ['agent'], ...more }: { readonly roles?: Role[]; readonly nationalNumber?: string } = {},
  ): Promise<Actor> => ({
    kind: 'person',
    session: null,
    person: await given.casework.identity.upsertPerson(system, {
      issuer: 'test',
      subject: `${name} ${round}`,
      name: `${name} ${round}`,
      language: 'fr',
      roles,
      groups,
      administration: 'housing',
      ...more,
    }),
  });
  /** Somebody as a new request finds them. */
  const again = async (actor: Actor): Promise<Actor> => {
    const row = await given.casework.identity.upsertPerson(system, {
      issuer: 'test',
      subject: personOf(actor).name,
      name: personOf(actor).name,
      language: 'fr',
      roles: ['agent'],
      groups: personOf(actor).groups,
      administration: 'housing',
    });
    return { kind: 'person', session: null, person: row };
  };
  const delegate = (from: Actor, to: Actor, more: object = {}) =>
    given.casework.delegations.giveDelegation(from, {
      delegateId: idOf(to),
      from: day(0),
      to: day(5),
      groups: ['deciders'],
      procedures: null,
      capacity: { fr: 'Attaché', nl: 'Attaché bij de dienst', en: 'Attaché' },
      instrument: 'AM 1',
      ...more,
    });

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, sampleSendingItsLetter());
  });
  beforeEach(async () => {
    given.clock.set(noon);
    round += 1;
    keys += 10;
    anne = await person('Anne', ['deciders']);
    bob = await person('Bob', []);
    carl = await person('Carl', ['deciders']);
    dora = await person('Dora', []);
    chief = await person('Chief', [], { roles: ['supervisor'] });
    caseId = await givenCase(given.casework, await givenCitizen(given.casework, `Léa ${keys}`));
    await given.casework.outbox.drain(system, {});
    const started = given.engine.instances.find(({ variables }) => variables['caseId'] === caseId);
    instance = started?.processInstanceKey ?? '';
  });
  afterAll(() => given.close());

  const givenTask = async (elementId: string, candidateGroups: string[]): Promise<string> => {
    keys += 1;
    const taskId = String(keys);
    given.engine.taskList.push({
      userTaskKey: taskId,
      state: 'open',
      elementId,
      elementInstanceKey: `${keys}1`,
      processInstanceKey: instance,
      rootProcessInstanceKey: instance,
      assignee: null,
      candidateGroups,
      priority: 50,
      createdAt: new Date(given.clock.now()).toISOString(),
      endedAt: null,
    });
    const variables = { application: { rent: 700 }, proposal };
    given.engine.taskVariables.set(taskId, variables);
    given.engine.variables.set(
      instance,
      Object.entries(variables).map(([name, value]) => ({ name, value: JSON.stringify(value), scopeKey: instance })),
    );
    await tasks().synchronize(system, {});
    return taskId;
  };
  /** Somebody proposes, by whatever right they have. */
  const proposedBy = async (actor: Actor, groups: string[]): Promise<void> => {
    const taskId = await givenTask('instruct', groups);
    await tasks().claim(actor, { taskId });
    await tasks().complete(actor, { taskId, data: proposal });
  };
  const toApprove = () => givenTask('validate', ['deciders']);
  const approve = async (actor: Actor, taskId: string) => {
    await tasks().claim(actor, { taskId });
    return given.casework.drafting.completeTask(actor, { taskId, data: { agreed: true } });
  };
  const listed = async (actor: Actor, view: 'team' | 'unassigned' | 'overdue' | 'mine' = 'team') =>
    (await tasks().listTasks(actor, { view })).items.filter((item) => item.caseId === caseId);

  test('is taken and done in the name of who delegated, and everything says so', async () => {
    await proposedBy(dora, ['agent']);
    const taskId = await toApprove();
    expect(await listed(bob)).toEqual([]);
    await expect(tasks().claim(bob, { taskId })).rejects.toEqual(code('FORBIDDEN'));
    const { id: delegation } = await delegate(anne, bob);
    expect(await listed(bob)).toMatchObject([{ id: taskId, delegators: [{ id: idOf(anne) }] }]);
    expect(await listed(anne)).toMatchObject([{ id: taskId, delegators: [] }]);
    expect(await tasks().getTask(bob, { taskId })).toMatchObject({
      bar: 'unassigned',
      onBehalfOf: { id: idOf(anne), name: `Anne ${round}` },
    });
    await tasks().claim(bob, { taskId });
    const { letter } = await tasks().getTask(bob, { taskId });
    const signed = `Pour Anne ${round}, Cheffe de service, par délégation\u00A0: Bob ${round}`;
    expect(JSON.stringify(letter?.blocks)).toContain(signed);
    expect(JSON.stringify(letter?.blocks)).toContain('Attaché');
    expect(letter).toMatchObject({ complete: true });
    const { content: read } = await given.casework.drafting.previewTaskLetter(bob, { taskId });
    await given.casework.drafting.completeTask(bob, { taskId, data: { agreed: true } });
    const [entry] = (await given.casework.cases.getCase(chief, { caseId })).timeline;
    expect(entry?.actor).toEqual({
      fr: `Bob ${round} pour Anne ${round}, par délégation`,
      nl: `Bob ${round} namens Anne ${round}, bij delegatie`,
      en: `Bob ${round} for Anne ${round}, by delegation`,
    });
    const audit = await given.database.query<{ action: string }>(
      `select action from casework.audit_entry where object = $1 and actor = $2 and detail ->> 'onBehalfOf' = $3
          and detail ->> 'delegation' = $4 order by sequence`,
      [`task:${taskId}`, `person:${idOf(bob)}`, `person:${idOf(anne)}`, delegation],
    );
    expect(audit.map(({ action }) => action)).toEqual(['task.claimed', 'task.completed']);
    // The letter that leaves is the one that was read, whatever became of the delegation meanwhile.
    await given.casework.delegations.withdrawDelegation(anne, { delegationId: delegation });
    const connector = connectorOf(caseId);
    const { caseStore } = given.casework;
    await caseStore.recordDecision(connector, { idempotencyKey: 'd', outcome: 'granted', grounds: [], amount: 80 });
    const order = { idempotencyKey: 'l', template: 'grant', channel: ['portal' as const], values: { amount: 80 } };
    const { documentId } = await caseStore.createLetter(connector, order);
    const { sha256 } = await given.casework.cases.downloadCaseDocument(chief, { caseId, documentId });
    expect(sha256).toBe(createHash('sha256').update(read).digest('hex'));
  });

  test('is done in one’s own right by who has it, whatever was delegated to them', async () => {
    await proposedBy(dora, ['agent']);
    await delegate(anne, carl);
    const taskId = await toApprove();
    expect(await listed(carl)).toMatchObject([{ delegators: [] }]);
    expect(await tasks().getTask(carl, { taskId })).toMatchObject({ onBehalfOf: null });
    await approve(carl, taskId);
    const [row] = await given.database.query('select completed_under from casework.task where id = $1', [taskId]);
    expect(row).toEqual({ completed_under: null });
  });

  describe('keeps four eyes', () => {
    const expectRefused = async (actor: Actor, taskId: string) => {
      expect(await tasks().getTask(actor, { taskId })).toMatchObject({ bar: 'fourEyes' });
      await expect(tasks().claim(actor, { taskId })).rejects.toEqual(code('FOUR_EYES'));
      await expect(tasks().assign(chief, { taskId, personId: idOf(actor) })).rejects.toEqual(code('FOUR_EYES'));
      const candidates = await given.casework.absences.listCandidates(chief, { taskId });
      expect(candidates.find(({ id }) => id === idOf(actor))).toMatchObject({ bar: 'fourEyes' });
    };

    test('against who delegated what they proposed themselves', async () => {
      await proposedBy(anne, ['deciders']);
      await delegate(anne, bob);
      await expectRefused(bob, await toApprove());
    });

    test('against who proposed, whoever delegates to them afterwards', async () => {
      await proposedBy(bob, ['agent']);
      await delegate(anne, bob);
      await delegate(carl, bob);
      await expectRefused(bob, await toApprove());
    });

    test('against who had it proposed in their name', async () => {
      await delegate(anne, bob);
      await proposedBy(bob, ['deciders']);
      const taskId = await toApprove();
      await expectRefused(anne, taskId);
      await expectRefused(bob, taskId);
      await approve(carl, taskId);
    });

    test('around the corner: a second delegate of who proposed, and one who has another delegation too', async () => {
      await delegate(anne, bob);
      await proposedBy(bob, ['deciders']);
      await delegate(anne, dora);
      const taskId = await toApprove();
      await expectRefused(dora, taskId);
      // Whoever has nothing to do with the proposal lends a right that is worth something, and it is theirs that counts.
      await delegate(carl, dora);
      expect(await tasks().getTask(dora, { taskId })).toMatchObject({
        bar: 'unassigned',
        onBehalfOf: { id: idOf(carl) },
      });
      await expectRefused(bob, taskId);
      await approve(dora, taskId);
      const next = await toApprove();
      await expectRefused(anne, next);
    });

    test('under another account of who proposed, and by delegation from it', async () => {
      const same = { nationalNumber: '85073000160' };
      const [desk, other] = [await person('Nora', [], same), await person('Nora too', ['deciders'], same)];
      await proposedBy(desk, ['agent']);
      await delegate(other, bob);
      const taskId = await toApprove();
      await expectRefused(other, taskId);
      await expectRefused(bob, taskId);
      await approve(carl, taskId);
    });

    test('while the engine is told of a proposal, and after the delegation was withdrawn', async () => {
      const { id: delegationId } = await delegate(anne, bob);
      await proposedBy(bob, ['deciders']);
      await given.casework.delegations.withdrawDelegation(anne, { delegationId });
      const taskId = await toApprove();
      await expectRefused(anne, taskId);
      // The process runs on before the answer to who proposed is noted, or that was lost.
      await given.database.query(
        `update casework.task set state = 'open', ended_at = null, completed_by = null, completed_under = null
          where case_id = $1 and element_id = 'instruct'`,
        [caseId],
      );
      await expectRefused(anne, taskId);
      await delegate(anne, bob);
      await expectRefused(bob, taskId);
    });
  });

  test('is worth nothing from the moment on which it is over, withdrawn, or without its power', async () => {
    await proposedBy(dora, ['agent']);
    const taskId = await toApprove();
    const { id: delegationId } = await delegate(anne, bob, { to: day(0) });
    await tasks().claim(bob, { taskId });
    const expectRefused = async () => {
      expect(await tasks().getTask(bob, { taskId })).toMatchObject({ bar: 'role', onBehalfOf: null });
      await expect(tasks().complete(bob, { taskId, data: { agreed: true } })).rejects.toEqual(code('FORBIDDEN'));
      expect(await listed(bob, 'team')).toEqual([]);
    };
    const lets = async () => expect(await tasks().getTask(bob, { taskId })).toMatchObject({ bar: null });
    // Midnight in Brussels, an hour before that of the machines.
    given.clock.set('2026-11-25T22:59:59.000Z');
    await lets();
    given.clock.set('2026-11-25T23:00:00.000Z');
    await expectRefused();
    given.clock.set(noon);
    await lets();
    for (const lost of [`groups = '{}'`, `administration = 'taxi'`, `roles = '{citizen}', administration = null`]) {
      await given.database.query(`update casework.person set ${lost} where id = $1`, [idOf(anne)]);
      await expectRefused();
      await given.database.query(
        `update casework.person set groups = '{deciders}', roles = '{agent}', administration = 'housing' where id = $1`,
        [idOf(anne)],
      );
    }
    await lets();
    await given.casework.delegations.withdrawDelegation(anne, { delegationId });
    await expectRefused();
    // It is not theirs any more, and they can give it back.
    await tasks().release(bob, { taskId });
  });

  test('goes back to its group, with what was filled in and a line of history, when nothing lets who has it do it any more', async () => {
    const taskId = await givenTask('instruct', ['deciders']);
    const round = () => tasks().returnTasks(job('terms'), {});
    const assigneeOf = async (actor: Actor) => (await tasks().getTask(actor, { taskId })).assignee;
    const taken = async (more: object = {}) => {
      const { id: delegationId } = await delegate(anne, bob, more);
      await tasks().claim(bob, { taskId });
      await tasks().saveTaskDraft(bob, { taskId, data: { outcome: 'refuse' } });
      await round();
      expect(await assigneeOf(bob)).toMatchObject({ id: idOf(bob) });
      return delegationId;
    };
    const expectBack = async () => {
      expect(await assigneeOf(carl)).toMatchObject({ id: idOf(bob) });
      await round();
      expect(await tasks().getTask(carl, { taskId })).toMatchObject({ assignee: null, data: { outcome: 'refuse' } });
      expect(given.engine.taskList.find(({ userTaskKey }) => userTaskKey === taskId)?.assignee).toBeNull();
      const { timeline } = await given.casework.cases.getCase(chief, { caseId });
      expect(timeline[0]).toMatchObject({ kind: 'taskReturned', visibleToApplicant: false });
    };
    const withdraw = (delegationId: string) => given.casework.delegations.withdrawDelegation(anne, { delegationId });

    const first = await taken();
    // Another delegation of the same task lets them go on.
    const second = await delegate(carl, bob);
    await withdraw(first);
    await round();
    expect(await assigneeOf(bob)).toMatchObject({ id: idOf(bob) });
    await given.casework.delegations.withdrawDelegation(carl, { delegationId: second.id });
    await expectBack();

    const third = await taken({ to: day(0) });
    given.clock.set('2026-11-26T00:00:00.000Z');
    await expectBack();
    given.clock.set(noon);
    await withdraw(third);

    const fourth = await taken();
    await given.database.query(`update casework.person set groups = '{legal}' where id = $1`, [idOf(anne)]);
    await expectBack();
    await given.database.query(`update casework.person set groups = '{deciders}' where id = $1`, [idOf(anne)]);
    await withdraw(fourth);

    await taken();
    await given.casework.conflicts.declareConflict(anne, { caseId, scope: 'case', reason: 'My sister' });
    await expectBack();
    // What somebody has in their own right stays with them.
    await tasks().claim(carl, { taskId });
    await round();
    expect(await assigneeOf(carl)).toMatchObject({ id: idOf(carl) });
  });

  test('is not one of a case with which who delegated has a conflict of interest: list, counters and page agree', async () => {
    const taskId = await givenTask('instruct', ['deciders']);
    const ofCase = caseId;
    await delegate(anne, bob);
    const before = await tasks().countTasks(bob, {});
    expect(await listed(bob)).toMatchObject([{ id: taskId, delegators: [{ id: idOf(anne) }] }]);
    await given.casework.conflicts.declareConflict(anne, { caseId: ofCase, scope: 'case', reason: 'My sister' });
    for (const view of ['team', 'unassigned'] as const) expect(await listed(bob, view)).toEqual([]);
    const after = await tasks().countTasks(bob, {});
    expect(after).toEqual({ ...before, team: before.team - 1, unassigned: before.unassigned - 1 });
    expect((await tasks().listTasks(bob, { view: 'team' })).total).toBe(after.team);
    expect(await tasks().getTask(bob, { taskId })).toMatchObject({ bar: 'role', onBehalfOf: null, delegators: [] });
    // Of the other cases of the group nothing changes, nor for whoever has another delegation.
    await delegate(carl, bob);
    expect(await tasks().countTasks(bob, {})).toMatchObject({ team: before.team, delegations: 2 });
    expect(await listed(bob)).toMatchObject([{ id: taskId, delegators: [{ id: idOf(carl) }] }]);
  });

  test('does not begin before its day, and is not passed on', async () => {
    await proposedBy(dora, ['agent']);
    const taskId = await toApprove();
    await delegate(anne, bob, { from: day(1) });
    await expect(tasks().claim(bob, { taskId })).rejects.toEqual(code('FORBIDDEN'));
    given.clock.set('2026-11-26T00:00:00.000Z');
    await expect(delegate(await again(bob), dora)).rejects.toEqual(code('INPUT_INVALID'));
    await tasks().claim(bob, { taskId });
  });

  test('is for some procedures, and for what who delegated sees', async () => {
    await proposedBy(dora, ['agent']);
    const taskId = await toApprove();
    await delegate(anne, bob, { procedures: ['rent-aid'] });
    expect(await listed(bob)).toMatchObject([{ id: taskId, delegators: [{ id: idOf(anne) }] }]);
    const before = await tasks().countTasks(bob, {});
    expect(before.team).toBe((await tasks().listTasks(bob, { view: 'team' })).total);
    const rule = async (languages: string, communes = 'null') => {
      await given.database.query(`delete from casework.access_rule where id = 'r'`);
      await given.database.query(
        `insert into casework.access_rule (id, administration, name, groups, people, languages, communes, shows_documents, saved_at, saved_by)
         values ('r', 'housing', '{}', '{}', array[$1], ${languages}, ${communes}, true, now(), 'x')`,
        [idOf(anne)],
      );
    };
    await rule(`'{nl}'`);
    expect(await listed(bob)).toEqual([]);
    // Every case here is in French.
    expect(await tasks().countTasks(bob, {})).toEqual({ mine: 0, team: 0, unassigned: 0, overdue: 0, delegations: 1 });
    await expect(tasks().claim(bob, { taskId })).rejects.toEqual(code('FORBIDDEN'));
    await rule(`'{fr}'`);
    expect(await listed(bob, 'unassigned')).toMatchObject([{ id: taskId }]);
    expect(await tasks().countTasks(bob, {})).toEqual(before);
    await given.database.query(`delete from casework.access_rule where id = 'r'`);
    await given.database.query(`update casework.delegation set procedures = '{other}' where delegate_id = $1`, [
      idOf(bob),
    ]);
    expect(await listed(bob)).toEqual([]);
    await expect(tasks().claim(bob, { taskId })).rejects.toEqual(code('FORBIDDEN'));
  });

  test('is counted, searched and viewed as it is listed, also when it is overdue and somebody’s', async () => {
    await proposedBy(dora, ['agent']);
    const taskId = await toApprove();
    const none = await tasks().countTasks(bob, {});
    await delegate(anne, bob, { procedures: ['rent-aid'] });
    given.clock.set('2027-06-01T11:00:00.000Z');
    const later = await given.casework.delegations.listOfficeDelegations(bob, {});
    expect(later.delegations).toMatchObject([{ state: 'ended' }]);
    await delegate(anne, bob, { procedures: ['rent-aid'] });
    const now = await tasks().countTasks(bob, {});
    expect(none).toEqual({ mine: 0, team: 0, unassigned: 0, overdue: 0, delegations: 0 });
    expect(now.overdue).toBeGreaterThan(0);
    const { reference } = await given.casework.cases.getCase(chief, { caseId });
    for (const view of ['team', 'unassigned', 'overdue'] as const) {
      expect((await tasks().listTasks(bob, { view, search: reference })).items).toMatchObject([{ id: taskId }]);
      expect(await listed(bob, view)).toMatchObject([{ id: taskId }]);
      expect((await tasks().listTasks(bob, { view })).total).toBe(now[view]);
    }
    const definition = {
      list: 'team' as const,
      filter: { match: 'all' as const, parts: [] },
      columns: ['reference'],
      sort: 'due' as const,
    };
    const { items } = await given.casework.views.listViewTasks(bob, { definition });
    expect(items.find(({ id }) => id === taskId)).toMatchObject({ delegators: [{ id: idOf(anne) }] });
    await tasks().claim(bob, { taskId });
    expect((await tasks().countTasks(bob, {})).overdue).toBe((await tasks().listTasks(bob, { view: 'overdue' })).total);
  });

  test('can be given by a supervisor to the delegate, and comes back to them when it is sent back', async () => {
    await delegate(anne, bob);
    const taskId = await givenTask('instruct', ['deciders']);
    const candidates = await given.casework.absences.listCandidates(chief, { taskId });
    expect(candidates.find(({ id }) => id === idOf(bob))).toMatchObject({ bar: null });
    expect(candidates.find(({ id }) => id === idOf(dora))).toMatchObject({ bar: 'role' });
    await tasks().assign(chief, { taskId, personId: idOf(bob) });
    await tasks().complete(bob, { taskId, data: proposal });
    const approving = await toApprove();
    await tasks().sendBack(chief, { taskId: approving, reason: 'Look again' });
    const secondTime = await givenTask('instruct', ['deciders']);
    expect(await listed(bob, 'mine')).toMatchObject([{ id: secondTime }]);
  });
});
