import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { personOf, type Actor } from '@irisflow/access';
import {
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  sampleProcedureChanging,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';

describe('absences', () => {
  let given: TestCasework;
  let chief: Actor;
  let stranger: Actor;
  let team: Record<string, Actor> = {};
  let keys = 7000;
  let round = 0;

  const absences = () => given.casework.absences;
  const idOf = (name: string): string => personOf(team[name] ?? chief).id;
  const actorOf = (name: string): Actor => team[name] ?? chief;
  const later = (days: number): string => new Date(given.clock.now() + days * 86_400_000).toISOString().slice(0, 10);

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    stranger = await givenStaff(given.casework, {
      name: 'Tom',
      roles: ['agent', 'supervisor'],
      administration: 'taxi',
    });
  });
  // Those who work in the office differ from test to test: nobody's load leaks into the next one.
  beforeEach(async () => {
    round += 1;
    await given.database.query(
      `update casework.person set administration = null, roles = '{}' where administration = 'housing'`,
    );
    chief = await givenStaff(given.casework, { name: `Chief ${round}`, roles: ['supervisor'] });
    team = {};
    for (const [name, language] of [
      ['Ana', 'fr'],
      ['Bob', 'fr'],
      ['Cas', 'nl'],
      ['Dora', 'nl'],
    ] as const) {
      const person = await given.casework.identity.upsertPerson(system, {
        issuer: 'test',
        subject: `housing/${name} ${round}`,
        name: `${name} ${round}`,
        language,
        roles: ['agent'],
        administration: 'housing',
      });
      team[name] = { kind: 'person', person, session: null };
    }
  });
  afterAll(() => given.close());

  /** A task of a case in a language, which somebody has. */
  const givenTask = async (language: 'fr' | 'nl', owner: string | null, elementId = 'instruct', caseId?: string) => {
    keys += 1;
    const citizen = await givenCitizen(given.casework, `Léa ${keys}`);
    const ofCase = caseId ?? (await givenCase(given.casework, citizen));
    if (caseId === undefined)
      await given.database.query('update casework.case_file set language = $2 where id = $1', [ofCase, language]);
    await given.casework.outbox.drain(system, {});
    const started = given.engine.instances.find(({ variables }) => variables['caseId'] === ofCase);
    const instance = started?.processInstanceKey ?? '';
    given.engine.taskList.push({
      userTaskKey: String(keys),
      state: 'open',
      elementId,
      elementInstanceKey: `${keys}1`,
      processInstanceKey: instance,
      rootProcessInstanceKey: instance,
      assignee: null,
      candidateGroups: ['agent'],
      priority: 50,
      createdAt: new Date(given.clock.now()).toISOString(),
      endedAt: null,
    } as never);
    given.engine.taskVariables.set(String(keys), { application: { rent: 700 } });
    await given.casework.tasks.synchronize(system, {});
    if (owner !== null) await given.casework.tasks.claim(actorOf(owner), { taskId: String(keys) });
    return { taskId: String(keys), caseId: ofCase };
  };

  const away = (name: string, more: object = {}, actor: Actor = chief) =>
    absences().recordAbsence(actor, { personId: idOf(name), from: later(0), to: later(90), standInId: null, ...more });

  test('are noted by oneself or a supervisor, with a stand-in, once a day, and end', async () => {
    const mine = await away('Ana', { standInId: idOf('Bob') }, actorOf('Ana'));
    expect(mine).toMatchObject({ person: { name: `Ana ${round}` }, standIn: { name: `Bob ${round}` } });
    expect((await absences().listOfficeAbsences(actorOf('Cas'), {})).map(({ id }) => id)).toEqual([mine.id]);
    await expect(away('Ana', { from: later(90), to: later(95) })).rejects.toMatchObject({ code: 'ABSENCE_OVERLAPS' });
    await expect(absences().finishAbsence(actorOf('Bob'), { absenceId: mine.id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await absences().finishAbsence(chief, { absenceId: mine.id });
    expect(await absences().listOfficeAbsences(chief, {})).toEqual([]);
    const both = await Promise.allSettled([away('Ana'), away('Ana')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('are refused for others, for strangers and for days that make no sense', async () => {
    await expect(away('Ana', {}, actorOf('Bob'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(away('Ana', {}, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(away('Ana', { standInId: personOf(stranger).id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const wrong of [
      { from: later(2), to: later(1) },
      { from: later(-9), to: later(-1) },
      { to: later(400) },
      { standInId: idOf('Ana') },
    ])
      await expect(away('Ana', wrong)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    const { id } = await away('Ana');
    for (const call of [
      () => absences().finishAbsence(stranger, { absenceId: id }),
      () => absences().previewReassignment(stranger, { absenceId: id }),
      () => absences().reassign(stranger, { absenceId: id, moves: [] }),
    ])
      await expect(call()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(absences().previewReassignment(actorOf('Bob'), { absenceId: id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await absences().listOfficeAbsences(stranger, {})).toEqual([]);
  });

  test('story 18: the tasks of an absent colleague go to who works in the language of the case and has the least at hand', async () => {
    await givenTask('fr', 'Bob');
    for (const language of ['fr', 'fr', 'nl', 'nl', 'nl'] as const) await givenTask(language, 'Ana');
    await away('Dora', { to: later(1) });
    const { id } = await away('Ana');
    const plan = await absences().previewReassignment(chief, { absenceId: id });
    // The chief speaks French, has nothing at hand, and is no candidate: these tasks are for agents.
    expect(plan.receivers).toMatchObject([
      { person: { name: `Bob ${round}` }, french: 2, dutch: 0, openTasks: { before: 1, after: 3 } },
      { person: { name: `Cas ${round}` }, french: 0, dutch: 3, openTasks: { before: 0, after: 3 } },
    ]);
    // The terms of all five end before she is back.
    expect(plan.atRisk).toEqual({ before: 5, after: 0 });
    const moves = plan.moves.map(({ taskId, to }) => ({ taskId, personId: to?.id ?? '' }));
    expect(await absences().reassign(chief, { absenceId: id, moves })).toEqual({ assigned: 5, failed: [] });
    const { items } = await given.casework.tasks.listTasks(actorOf('Cas'), { view: 'mine' });
    expect(items.map(({ language }) => language)).toEqual(['nl', 'nl', 'nl']);
    expect((await absences().previewReassignment(chief, { absenceId: id })).moves).toEqual([]);
  });

  test('a stand-in comes first, and takes what nobody else of that language can', async () => {
    await away('Cas');
    await away('Dora');
    await givenTask('fr', 'Ana');
    await givenTask('nl', 'Ana');
    const { id } = await away('Ana', { standInId: idOf('Bob') });
    const plan = await absences().previewReassignment(chief, { absenceId: id });
    expect(plan.receivers).toMatchObject([{ person: { name: `Bob ${round}` }, french: 1, dutch: 1 }]);
    await absences().finishAbsence(chief, { absenceId: id });
    const { id: again } = await away('Ana');
    const { moves, atRisk } = await absences().previewReassignment(chief, { absenceId: again });
    const byLanguage = moves.toSorted((left, right) => left.language.localeCompare(right.language));
    expect(byLanguage.map(({ language, to, reason }) => [language, to?.name ?? null, reason])).toEqual([
      ['fr', `Bob ${round}`, null],
      ['nl', null, 'language'],
    ]);
    expect(atRisk).toEqual({ before: 2, after: 1 });
  });

  test('nobody gets what they may not do: who did the step before, or is away as well', async () => {
    const { taskId, caseId } = await givenTask('fr', 'Bob');
    await given.casework.tasks.complete(actorOf('Bob'), { taskId, data: { outcome: 'grant', amount: 100 } });
    const validate = await givenTask('fr', 'Ana', 'validate', caseId);
    await away('Cas');
    const candidates = await absences().listCandidates(chief, { taskId: validate.taskId });
    const barOf = (name: string) => candidates.find((one) => one.name === `${name} ${round}`)?.bar;
    expect(['Bob', 'Cas', 'Chief', 'Dora'].map(barOf)).toEqual(['fourEyes', 'absent', 'role', null]);
    expect(candidates.filter(({ isSuggested }) => isSuggested).map(({ name }) => name)).toEqual([`Dora ${round}`]);
    const { id } = await away('Ana');
    expect((await absences().previewReassignment(chief, { absenceId: id })).moves).toMatchObject([
      { to: null, reason: 'language' },
    ]);
    // Forged, it is refused as on the page of the task; what is not hers is not moved.
    const forged = [
      { taskId: validate.taskId, personId: idOf('Bob') },
      { taskId, personId: idOf('Dora') },
    ];
    expect(await absences().reassign(chief, { absenceId: id, moves: forged })).toEqual({
      assigned: 0,
      failed: [
        { taskId: validate.taskId, code: 'FOUR_EYES' },
        { taskId, code: 'TASK_MOVED' },
      ],
    });
    await expect(absences().listCandidates(stranger, { taskId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  describe('where a step needs the language of the case', () => {
    beforeAll(async () => {
      const changed = (description: { tasks: Record<string, { language?: string }> }) => {
        for (const [id, language] of Object.entries({ instruct: 'case', validate: 'nl' }))
          Object.assign(description.tasks[id] ?? {}, { language });
      };
      await givenPublished(given.casework, sampleProcedureChanging('procedure.json', changed));
    });
    const tasks = () => given.casework.tasks;

    test('nobody takes it who works in another one, and they read why', async () => {
      const { taskId } = await givenTask('nl', null);
      const ana = actorOf('Ana');
      expect(await tasks().getTask(ana, { taskId })).toMatchObject({ bar: 'language', neededLanguage: 'nl' });
      await expect(tasks().claim(ana, { taskId })).rejects.toMatchObject({ code: 'TASK_LANGUAGE' });
      await expect(tasks().complete(ana, { taskId, data: { outcome: 'grant', amount: 100 } })).rejects.toMatchObject({
        code: 'TASK_LANGUAGE',
      });
      expect(await tasks().claim(actorOf('Cas'), { taskId })).toMatchObject({ bar: null });
      // A step with a language of its own asks for that one, whatever the case is in.
      const fixed = await givenTask('fr', null, 'validate');
      await expect(tasks().claim(ana, { taskId: fixed.taskId })).rejects.toMatchObject({ code: 'TASK_LANGUAGE' });
    });

    test('no stand-in gets it; a supervisor gives it to somebody nevertheless, with a reason that stays on record', async () => {
      const { taskId } = await givenTask('nl', 'Cas');
      await away('Dora');
      const { id } = await away('Cas', { standInId: idOf('Ana') });
      expect((await absences().previewReassignment(chief, { absenceId: id })).moves).toMatchObject([
        { to: null, reason: 'language' },
      ]);
      const candidates = await absences().listCandidates(chief, { taskId });
      expect(candidates.find((one) => one.id === idOf('Ana'))).toMatchObject({ bar: 'language', isSuggested: false });
      const give = (more: object = {}) => tasks().assign(chief, { taskId, personId: idOf('Ana'), ...more });
      await expect(give()).rejects.toMatchObject({ code: 'TASK_LANGUAGE' });
      await expect(give({ reason: ' \u200b ' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      await give({ reason: 'Ana a le brevet de néerlandais' });
      expect(await tasks().getTask(actorOf('Ana'), { taskId })).toMatchObject({ bar: null });
      const [entry] = await given.database.query<{ detail: object }>(
        "select detail from casework.audit_entry where action = 'task.assigned' order by sequence desc limit 1",
      );
      // Under which hash the reason lies, and nothing of what it says.
      expect(entry?.detail).toMatchObject({ assignee: idOf('Ana'), sealed: { id: expect.any(String) } });
      expect(JSON.stringify(entry)).not.toContain('brevet');
    });
  });
});
