import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Actor, personOf } from '@irisflow/access';
import { EngineFailure } from '@irisflow/engine-client';
import {
  openTestCasework,
  type TestCasework,
  connectorOf,
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  system,
} from '@irisflow/platform/testing';

describe('tasks', () => {
  let given: TestCasework;
  let bart: Actor;
  let cleo: Actor;
  let chief: Actor;
  let stranger: Actor;
  let keys = 3000;

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    bart = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    cleo = await givenStaff(given.casework, { name: 'Cléo', roles: ['agent'] });
    chief = await givenStaff(given.casework, { name: 'Chief', roles: ['supervisor'] });
    stranger = await givenStaff(given.casework, { name: 'Tom', roles: ['agent'], administration: 'taxi' });
  });
  afterAll(() => given.close());

  const tasks = () => given.casework.tasks;
  const refused = (code: string) => expect.objectContaining({ code });

  const givenCase = async (name: string): Promise<{ caseId: string; instance: string }> => {
    const citizen = await givenCitizen(given.casework, name);
    const draft = await given.casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: name, rent: 700, hasLease: false };
    const { caseId } = await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' });
    await given.casework.outbox.drain(system, {});
    const started = given.engine.instances.find(({ variables }) => variables['caseId'] === caseId);
    return { caseId, instance: started?.processInstanceKey ?? '' };
  };

  const givenTask = async (instance: string, elementId: string, more: object = {}): Promise<string> => {
    keys += 1;
    const userTaskKey = String(keys);
    given.engine.taskList.push({
      userTaskKey,
      state: 'open',
      elementId,
      elementInstanceKey: `${keys}1`,
      processInstanceKey: instance,
      assignee: null,
      candidateGroups: elementId === 'instruct' ? ['agent'] : ['agent', 'supervisor'],
      priority: 50,
      rootProcessInstanceKey: null,
      createdAt: new Date(given.clock.now()).toISOString(),
      endedAt: null,
      ...more,
    });
    given.engine.taskVariables.set(userTaskKey, { application: { rent: 700 } });
    given.clock.set(new Date(given.clock.now() + 5000).toISOString());
    await tasks().synchronize(system, {});
    return userTaskKey;
  };

  test('appear in the worklist of the team, with name and case', async () => {
    const { caseId, instance } = await givenCase('Ada');
    const taskId = await givenTask(instance, 'instruct');
    const page = await tasks().listTasks(bart, { view: 'unassigned', search: 'ada' });
    expect(page).toMatchObject({
      total: 1,
      nextCursor: null,
      items: [
        {
          id: taskId,
          caseId,
          name: { nl: 'Onderzoeken' },
          applicant: 'Ada',
          assignee: null,
          state: 'open',
          remainingDays: 61,
        },
      ],
    });
    expect((await tasks().listTasks(chief, { view: 'team', search: 'ada' })).total).toBe(0);
    expect((await tasks().listTasks(stranger, { view: 'team' })).total).toBe(0);
    await expect(tasks().getTask(stranger, { taskId })).rejects.toEqual(refused('NOT_FOUND'));
  });

  test('of a foreign process that names a case appear nowhere', async () => {
    const { caseId, instance } = await givenCase('Abe');
    const [row] = given.engine.instances.filter(({ processInstanceKey }) => processInstanceKey === instance);
    keys += 1;
    given.engine.taskVariables.set(String(keys + 1), { caseId, caseHandle: row?.variables['caseHandle'] });
    await givenTask('999', 'instruct');
    expect((await tasks().listTasks(bart, { view: 'team', search: 'abe' })).total).toBe(0);
  });

  test('of a called process belong to the case whose process called it', async () => {
    const { instance } = await givenCase('Ann');
    given.engine.calls.set('601', instance).set('602', '601');
    await givenTask('602', 'instruct');
    expect((await tasks().listTasks(bart, { view: 'team', search: 'ann' })).total).toBe(1);
  });

  test('that were done are so in the history too, where a conflict of interest was noted in that very moment', async () => {
    const { caseId, instance } = await givenCase('Ava');
    const taskId = await givenTask(instance, 'instruct');
    await tasks().claim(bart, { taskId });
    // Given somebody who has one with another case already, and so sees less than their colleagues.
    const apart: Actor = { kind: 'person', session: null, person: { ...personOf(bart), isApart: true } };
    const { complete } = given.engine.tasks;
    const told = vi.spyOn(given.engine.tasks, 'complete').mockImplementationOnce(async (asked) => {
      await given.database.query(
        `insert into casework.conflict_of_interest (id, administration, person_id, case_id, about, reason, declared_by, declared_at)
         values ('sudden', 'housing', $1, $2, 'x', 'x', $1, now())`,
        [personOf(bart).id, caseId],
      );
      await complete(asked);
    });
    // When the engine takes it, then the case is not there for them any more,
    await expect(tasks().complete(apart, { taskId, data: { outcome: 'grant', amount: 80 } })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
    expect(told).toHaveBeenCalledOnce();
    // and what they did is on record.
    const { timeline } = await given.casework.cases.getCase(chief, { caseId });
    expect(timeline).toContainEqual(
      expect.objectContaining({ kind: 'taskCompleted', actor: expect.objectContaining({ fr: personOf(bart).name }) }),
    );
    const audit = await given.database.query(
      'select actor from casework.audit_entry where object = $1 and action = $2',
      [`task:${taskId}`, 'task.completed'],
    );
    expect(audit).toEqual([{ actor: `person:${personOf(bart).id}` }]);
    await given.database.query(`delete from casework.conflict_of_interest where id = 'sudden'`);
  });

  test('show nobody the case handle, and give none to the process', async () => {
    const { instance } = await givenCase('Art');
    const taskId = await givenTask(instance, 'instruct');
    const handle = given.engine.instances.find(({ processInstanceKey }) => processInstanceKey === instance)?.variables[
      'caseHandle'
    ];
    given.engine.taskVariables.set(taskId, { application: { rent: 700 }, caseHandle: handle, copy: { of: handle } });
    expect(JSON.stringify(await tasks().getTask(bart, { taskId }))).not.toContain('irisflow-case-1.');
  });

  test('open with what the process knows, and the case file beside', async () => {
    const { caseId, instance } = await givenCase('Bea');
    const taskId = await givenTask(instance, 'instruct');
    const view = await tasks().getTask(bart, { taskId });
    expect(view).toMatchObject({
      data: { rent: 700, amount: 100 },
      bar: 'unassigned',
      case: { id: caseId, data: { lastName: 'Bea' } },
    });
    expect(view.instructions?.en).toBe('Look at the lease.');
    expect(view.form).toMatchObject({ key: 'instruct' });
  });

  test('belong to who takes them first', async () => {
    const { instance } = await givenCase('Cem');
    const taskId = await givenTask(instance, 'instruct');
    expect(await tasks().claim(bart, { taskId })).toMatchObject({ bar: null, assignee: { name: 'Bart' } });
    expect(await tasks().claim(bart, { taskId })).toMatchObject({ bar: null });
    await expect(tasks().claim(cleo, { taskId })).rejects.toEqual(refused('TASK_TAKEN'));
    await expect(tasks().complete(cleo, { taskId, data: {} })).rejects.toEqual(refused('TASK_NOT_MINE'));
    await expect(tasks().release(cleo, { taskId })).rejects.toEqual(refused('TASK_NOT_MINE'));
    expect(await tasks().release(bart, { taskId })).toMatchObject({ bar: 'unassigned', assignee: null });
    expect(
      await tasks().assign(chief, { taskId, personId: cleo.kind === 'person' ? cleo.person.id : '' }),
    ).toMatchObject({ assignee: { name: 'Cléo' } });
    await expect(tasks().claim(bart, { taskId })).rejects.toEqual(refused('TASK_TAKEN'));
    await expect(tasks().assign(bart, { taskId, personId: 'x' })).rejects.toEqual(refused('FORBIDDEN'));
  });

  test('of a suspended case move when it goes on', async () => {
    const { instance } = await givenCase('Gil');
    const taskId = await givenTask(instance, 'instruct');
    const answers = { taskId, data: { outcome: 'grant', amount: 80 } };
    await given.engine.suspendInstance(instance);
    await expect(tasks().claim(bart, { taskId })).rejects.toEqual(refused('CASE_SUSPENDED'));
    await given.engine.resumeInstance(instance);
    await tasks().claim(bart, { taskId });
    await given.engine.suspendInstance(instance);
    await expect(tasks().complete(bart, answers)).rejects.toEqual(refused('CASE_SUSPENDED'));
    await expect(tasks().release(bart, { taskId })).rejects.toEqual(refused('CASE_SUSPENDED'));
    await given.engine.resumeInstance(instance);
    expect(await tasks().complete(bart, answers)).toMatchObject({ state: 'completed' });
  });

  test('two who take at once: one gets it', async () => {
    const { instance } = await givenCase('Dan');
    const taskId = await givenTask(instance, 'instruct');
    const outcomes = await Promise.allSettled([tasks().claim(bart, { taskId }), tasks().claim(cleo, { taskId })]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('keep a draft, and complete with the rules run again', async () => {
    const { instance } = await givenCase('Eva');
    const taskId = await givenTask(instance, 'instruct');
    await tasks().claim(bart, { taskId });
    await tasks().saveTaskDraft(bart, { taskId, data: { outcome: 'refuse' } });
    expect((await tasks().getTask(bart, { taskId })).data).toMatchObject({ outcome: 'refuse', amount: 100 });
    await expect(tasks().complete(bart, { taskId, data: { outcome: 'maybe', amount: 10 } })).rejects.toMatchObject({
      code: 'FORM_INVALID',
      errors: [{ pointer: '/outcome' }],
    });
    const done = await tasks().complete(bart, { taskId, data: { outcome: 'grant', amount: 80, rent: 1 } });
    expect(done).toMatchObject({ state: 'completed', bar: 'ended' });
    expect(given.engine.completions.at(-1)).toEqual({
      userTaskKey: taskId,
      variables: { proposal: { outcome: 'grant', amount: 80 } },
    });
    await expect(tasks().complete(bart, { taskId, data: {} })).rejects.toEqual(refused('TASK_ENDED'));
    expect((await tasks().listTasks(bart, { view: 'done', search: 'eva' })).total).toBe(1);
  });

  test('four eyes: who instructed does not validate', async () => {
    const { instance } = await givenCase('Fay');
    const first = await givenTask(instance, 'instruct');
    await tasks().claim(bart, { taskId: first });
    await tasks().complete(bart, { taskId: first, data: { outcome: 'grant', amount: 80 } });
    const second = await givenTask(instance, 'validate');
    expect((await tasks().getTask(bart, { taskId: second })).bar).toBe('fourEyes');
    await expect(tasks().claim(bart, { taskId: second })).rejects.toEqual(refused('FOUR_EYES'));
    await tasks().claim(cleo, { taskId: second });
    await tasks().complete(cleo, { taskId: second, data: { agreed: true } });
    expect(given.engine.completions.at(-1)?.variables).toEqual({ validation: { agreed: true } });
  });

  test('whose answer was lost are done as ever, once the engine says so, with their history', async () => {
    const { caseId, instance } = await givenCase('Gil');
    const taskId = await givenTask(instance, 'instruct');
    await tasks().claim(bart, { taskId });
    const { complete } = given.engine.tasks;
    vi.spyOn(given.engine.tasks, 'complete').mockImplementationOnce(async (asked) => {
      await complete(asked);
      throw new EngineFailure('uncertain', 'Expected an answer, but it was lost');
    });
    expect(await tasks().complete(bart, { taskId, data: { outcome: 'grant', amount: 80 } })).toMatchObject({
      state: 'completed',
    });
    const { timeline } = await given.casework.cases.getCase(chief, { caseId });
    expect(timeline[0]).toMatchObject({ kind: 'taskCompleted' });
  });

  test('four eyes hold even when the answer of the engine was lost', async () => {
    const { instance } = await givenCase('Gus');
    const first = await givenTask(instance, 'instruct');
    await tasks().claim(bart, { taskId: first });
    await given.database.query("update casework.task set completing_by = assignee, state = 'open' where id = $1", [
      first,
    ]);
    const index = given.engine.taskList.findIndex(({ userTaskKey }) => userTaskKey === first);
    const engineTask = given.engine.taskList[index];
    if (engineTask !== undefined)
      given.engine.taskList[index] = {
        ...engineTask,
        state: 'completed',
        endedAt: new Date(given.clock.now()).toISOString(),
      };
    // Whoever presses again is told, and takes nothing back of who did it.
    await expect(tasks().complete(bart, { taskId: first, data: { outcome: 'grant', amount: 90 } })).rejects.toEqual(
      refused('TASK_ENDED'),
    );
    const second = await givenTask(instance, 'validate');
    await expect(tasks().claim(bart, { taskId: second })).rejects.toEqual(refused('FOUR_EYES'));
  });

  describe('and the decision they led to', () => {
    const recorded = async (caseId: string) => {
      await given.casework.caseStore.recordDecision(connectorOf(caseId), {
        idempotencyKey: 'd',
        outcome: 'granted',
        grounds: [],
        amount: 80,
      });
      const [decision] = (await given.casework.cases.getCase(chief, { caseId })).decisions;
      return decision?.decidedBy;
    };
    const givenInstructed = async (name: string) => {
      const found = await givenCase(name);
      const taskId = await givenTask(found.instance, 'instruct');
      await tasks().claim(bart, { taskId });
      await tasks().complete(bart, { taskId, data: { outcome: 'grant', amount: 80 } });
      return found;
    };

    test('it is by who completed the last one', async () => {
      const { caseId, instance } = await givenInstructed('Jan');
      const taskId = await givenTask(instance, 'validate');
      await tasks().claim(cleo, { taskId });
      await tasks().complete(cleo, { taskId, data: { agreed: true } });
      expect(await recorded(caseId)).toBe('Cléo');
    });

    test('an attempt that the form refused decides nothing', async () => {
      const { caseId, instance } = await givenInstructed('Joy');
      const taskId = await givenTask(instance, 'validate');
      await tasks().claim(cleo, { taskId });
      await expect(tasks().complete(cleo, { taskId, data: {} })).rejects.toEqual(refused('FORM_INVALID'));
      expect(await recorded(caseId)).toBe('Bart');
    });

    test('an attempt that the engine refused decides nothing', async () => {
      const { caseId, instance } = await givenInstructed('Jed');
      const taskId = await givenTask(instance, 'validate');
      await tasks().claim(cleo, { taskId });
      await given.engine.suspendInstance(instance);
      await expect(tasks().complete(cleo, { taskId, data: { agreed: true } })).rejects.toEqual(
        refused('CASE_SUSPENDED'),
      );
      await given.engine.resumeInstance(instance);
      expect(await recorded(caseId)).toBe('Bart');
    });

    test('a process faster than the answer of the engine knows who is completing', async () => {
      const { caseId, instance } = await givenInstructed('Jut');
      const taskId = await givenTask(instance, 'validate');
      await given.database.query(
        "update casework.task set completing_by = (select id from casework.person where name = 'Cléo') where id = $1",
        [taskId],
      );
      expect(await recorded(caseId)).toBe('Cléo');
    });

    test('without tasks it is automatic', async () => {
      const { caseId } = await givenCase('Jim');
      expect(await recorded(caseId)).toBe('décision automatique de «\u00a0Aide au loyer\u00a0», version 1');
    });
  });

  test('end with their process', async () => {
    const { instance } = await givenCase('Hal');
    const taskId = await givenTask(instance, 'instruct');
    const index = given.engine.taskList.findIndex(({ userTaskKey }) => userTaskKey === taskId);
    given.engine.taskList.splice(index, 1);
    given.clock.set('2026-11-25T10:00:00Z');
    await tasks().synchronize(system, {});
    expect((await tasks().getTask(bart, { taskId })).bar).toBe('ended');
    await expect(tasks().claim(bart, { taskId })).rejects.toEqual(refused('TASK_ENDED'));
  });

  test('are sorted by the legal days that are left, page by page', async () => {
    const terms = [
      ['Ian', 20],
      ['Ivo', 5],
      ['Ida', 60],
    ] as const;
    for (const [name, length] of terms) {
      const { caseId, instance } = await givenCase(`Sort ${name}`);
      await given.casework.caseStore.changeTerm(connectorOf(caseId), {
        idempotencyKey: 't',
        action: 'start',
        key: 'decision',
        length,
      });
      await givenTask(instance, 'instruct');
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await tasks().listTasks(bart, {
        view: 'team',
        search: 'Sort',
        limit: 2,
        ...(cursor === undefined ? {} : { cursor }),
      });
      expect(page.total).toBe(3);
      seen.push(...page.items.map(({ applicant, remainingDays }) => `${applicant} ${remainingDays}`));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(['Sort Ivo 5', 'Sort Ian 20', 'Sort Ida 61']);

    for (const sort of ['created', 'priority'] as const) {
      const asked = { view: 'team', search: 'Sort', sort } as const;
      const { items } = await tasks().listTasks(bart, asked);
      const first = await tasks().listTasks(bart, { ...asked, limit: 2 });
      const rest = await tasks().listTasks(bart, { ...asked, limit: 2, cursor: first.nextCursor ?? '' });
      expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    }

    given.clock.set('2026-12-05T09:00:00Z');
    expect((await tasks().listTasks(bart, { view: 'overdue' })).items.map(({ applicant }) => applicant)).toEqual([
      'Sort Ivo',
    ]);
    expect(await tasks().countTasks(bart, {})).toMatchObject({ overdue: 1 });
    await expect(tasks().listTasks(bart, { cursor: 'nonsense' })).rejects.toEqual(refused('INPUT_INVALID'));
  });
});
