import { usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, personOf } from '@irisflow/access';
import { EngineFailure } from '@irisflow/engine-client';
import {
  actorFor,
  askingRestrictedDebt,
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

const register = 'be-national-register';
const at = '2026-11-25T09:00:00.000Z';

type Tasks = Record<string, { bulk?: { fields: string[] }; checklist?: object[] }>;

const label = { fr: 'Vu', nl: 'Gezien', en: 'Seen' };
const when = '= application.strict = true';
const checklist = [
  { key: 'seen', label, when, done: '= application.seen = true', required: true },
  { key: 'granted', label, when, done: '= proposal.outcome = "grant"', required: true },
];

/** What the register says of it stands in the form before anybody answers. */
const prefillDebt = (content: string): string => {
  const form = JSON.parse(content) as { bindings: { prefill: object[] } };
  const binding = { scope: '#/properties/debt', source: `${register}.debt`, mode: 'locked', onMissing: 'ask' };
  form.bindings.prefill.push(binding);
  return JSON.stringify(form);
};

/** The sample, whose author lets instruct and validate be done for many cases at once. */
const bulkProcedure = () =>
  askingRestrictedDebt(
    sampleProcedureChanging(
      'procedure.json',
      (description: { tasks: Tasks; sources: { fields: string[] }[]; changes: object }) => {
        const { tasks, sources } = description;
        description.changes = { fields: ['/rent'] };
        sources[0]?.fields.push('debt');
        tasks['instruct'] = { ...tasks['instruct'], bulk: { fields: ['/outcome'] }, checklist };
        tasks['validate'] = { ...tasks['validate'], bulk: { fields: ['/agreed'] } };
      },
    ),
  ).map((file) => (file.path === 'application.form.json' ? { ...file, content: prefillDebt(file.content) } : file));

describe.each([usualStore])('bulk decisions on %s', (kind) => {
  let given: TestCasework;
  let nadia: Actor;
  let wim: Actor;
  let chief: Actor;
  let stranger: Actor;
  let keys = 5000;
  let people = 0;

  const bulk = () => given.casework.bulk;
  const grant = { '/outcome': 'grant' };

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    const { casework } = given;
    await givenAdministrations(casework);
    given.sources.set(register, { ok: true, values: { lastName: 'Peeters' }, at });
    await givenPublished(casework, bulkProcedure());
    nadia = await givenStaff(casework, { name: 'Nadia', roles: ['agent'] });
    wim = await givenStaff(casework, { name: 'Wim', roles: ['agent'] });
    chief = await givenStaff(casework, { name: 'Chief', roles: ['supervisor'] });
    stranger = await givenStaff(casework, { name: 'Tom', roles: ['agent'], administration: 'taxi' });
  });
  afterAll(() => given.close());

  interface Standing {
    readonly citizen: Actor;
    readonly caseId: string;
    readonly instance: string;
    readonly taskId: string;
  }

  /** The engine has a task of an instance, and the worklist knows it. */
  const givenTask = async (
    instance: string,
    elementId: string,
    candidateGroups = elementId === 'instruct' ? ['agent'] : ['agent', 'supervisor'],
  ): Promise<string> => {
    keys += 1;
    const userTaskKey = String(keys);
    given.engine.taskList.push({
      userTaskKey,
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
    } as never);
    given.engine.taskVariables.set(userTaskKey, { application: { rent: 700 } });
    await given.casework.tasks.synchronize(system, {});
    return userTaskKey;
  };

  const staffOf = async (name: string, groups: string[]): Promise<Actor> =>
    actorFor(
      await given.casework.identity.upsertPerson(system, {
        issuer: 'test',
        subject: name,
        name,
        language: 'fr',
        roles: ['agent'],
        groups,
        administration: 'housing',
      }),
    );

  const givenStanding = async (elementId = 'instruct', said: object = {}): Promise<Standing> => {
    people += 1;
    given.sources.set(register, { ok: true, values: { lastName: 'Peeters', ...said }, at });
    const citizen = await givenCitizen(given.casework, `Léa ${people}`);
    const caseId = await givenCase(given.casework, citizen, 'Peeters');
    await given.casework.outbox.drain(system, {});
    const started = given.engine.instances.find(({ variables }) => variables['caseId'] === caseId);
    const instance = started?.processInstanceKey ?? '';
    return { citizen, caseId, instance, taskId: await givenTask(instance, elementId) };
  };
  const givenMany = async (count: number): Promise<Standing[]> => {
    const all: Standing[] = [];
    for (let index = 0; index < count; index += 1) all.push(await givenStanding());
    return all;
  };
  const idsOf = (all: readonly Standing[]): string[] => all.map(({ taskId }) => taskId);
  const workOff = async () => {
    while ((await bulk().workOff(system, {})) > 0);
  };
  const start = (all: readonly Standing[], answers: object = grant, actor = nadia) =>
    bulk().startBulk(actor, { taskIds: idsOf(all), answers: { ...answers } });
  const reasonsOf = async (all: readonly Standing[], actor = nadia) => {
    const [first] = all;
    const { tasks } = await bulk().assessTasks(actor, { like: first?.taskId ?? '', taskIds: idsOf(all) });
    return tasks.map(({ reason }) => reason);
  };

  test('story 9: complete each task by itself, under the name of who decided, with what its own case brings', async () => {
    const all = await givenMany(3);
    const { form, fields, tasks } = await bulk().assessTasks(nadia, {
      like: all[0]?.taskId ?? '',
      taskIds: idsOf(all),
    });
    expect(form).toMatchObject({ key: 'instruct' });
    expect(fields).toEqual(['/outcome']);
    expect(tasks.map(({ reason, data }) => [reason, data['amount']])).toEqual([
      [null, 100],
      [null, 100],
      [null, 100],
    ]);

    const started = await start(all);
    expect(started).toMatchObject({
      state: 'running',
      counts: { total: 3, waiting: 3, done: 0 },
      answers: [{ text: { fr: 'Octroi', nl: 'Toekenning' } }],
    });
    await workOff();
    expect(await bulk().getBulk(nadia, { bulkId: started.id })).toMatchObject({
      state: 'finished',
      counts: { done: 3, failed: 0 },
      startedBy: { name: 'Nadia' },
    });
    for (const { caseId, taskId } of all) {
      const { timeline } = await given.casework.cases.getCase(nadia, { caseId });
      expect(timeline[0]).toMatchObject({ kind: 'taskCompleted', actor: { fr: 'Nadia' } });
      expect(given.engine.completions.filter(({ userTaskKey }) => userTaskKey === taskId)).toMatchObject([
        { variables: { proposal: { outcome: 'grant', amount: 100 } } },
      ]);
    }
    const [{ entries } = { entries: 0 }] = await given.database.query<{ entries: number }>(
      `select count(*)::integer as entries from casework.audit_entry
        where action = 'task.completed' and object = any($1::text[])`,
      [all.map(({ taskId }) => `task:${taskId}`)],
    );
    expect(entries).toBe(3);
  });

  test('by a delegate are done in the name of who delegated: before, after, in the history and in the audit', async () => {
    const { casework } = given;
    const anne = await staffOf('Anne', ['decide']);
    const bob = await staffOf('Bob', []);
    const day = new Date(given.clock.now()).toISOString().slice(0, 10);
    const { id: delegation } = await casework.delegations.giveDelegation(anne, {
      delegateId: personOf(bob).id,
      from: day,
      to: day,
      groups: ['decide'],
      procedures: null,
      capacity: { fr: 'Attaché', nl: 'Attaché', en: 'Attaché' },
      instrument: 'AM 1',
    });
    const { caseId, instance } = await givenStanding();
    const taskId = await givenTask(instance, 'instruct', ['decide']);
    const onBehalfOf = { id: personOf(anne).id, name: 'Anne' };
    const { tasks } = await bulk().assessTasks(bob, { like: taskId, taskIds: [taskId] });
    expect(tasks).toMatchObject([{ reason: null, onBehalfOf }]);
    const { id: bulkId } = await bulk().startBulk(bob, { taskIds: [taskId], answers: grant });
    await workOff();
    expect((await bulk().getBulk(bob, { bulkId })).items).toMatchObject([{ state: 'done', onBehalfOf }]);
    const { timeline } = await casework.cases.getCase(chief, { caseId });
    expect(timeline[0]).toMatchObject({ kind: 'taskCompleted', actor: { fr: 'Bob pour Anne, par délégation' } });
    const audit = await given.database.query(
      `select detail ->> 'delegation' as delegation from casework.audit_entry where object = $1 and action = 'task.completed'`,
      [`task:${taskId}`],
    );
    expect(audit).toEqual([{ delegation }]);
  });

  test('sign no letter that somebody changed and who started has not read', async () => {
    const { taskId } = await givenStanding('validate');
    given.engine.taskVariables.set(taskId, { proposal: { outcome: 'grant', amount: 80 } });
    const { tasks, drafting } = given.casework;
    await tasks.claim(chief, { taskId });
    const { languages } = await drafting.getLetterDraft(chief, { taskId });
    const edit = { language: 'fr' as const, path: '0', text: `${languages[0]?.parts[0]?.text} bonne nouvelle.` };
    await drafting.saveLetterDraft(chief, { taskId, version: 0, edits: [edit] });
    await tasks.release(chief, { taskId });
    const { id: bulkId } = await bulk().startBulk(wim, { taskIds: [taskId], answers: { '/agreed': true } });
    await workOff();
    const { counts, items } = await bulk().getBulk(wim, { bulkId });
    expect(counts).toMatchObject({ done: 0, failed: 1 });
    expect(items).toMatchObject([{ taskId, reason: 'proposalChanged' }]);
    // Taken to be completed, and given back.
    expect(await tasks.getTask(wim, { taskId })).toMatchObject({ state: 'open', assignee: null });
  });

  test('go on after a restart with what was left, and do nothing twice', async () => {
    const all = await givenMany(3);
    const { id } = await start(all);
    // The first one was completed, and the process died before it was noted.
    const [first] = all;
    await given.database.query(
      `update casework.bulk_item set attempts = 1, next_at = next_at + interval '60 seconds' where task_id = $1`,
      [first?.taskId],
    );
    await given.casework.tasks.claim(nadia, { taskId: first?.taskId ?? '' });
    await given.casework.tasks.complete(nadia, {
      taskId: first?.taskId ?? '',
      data: { outcome: 'grant', amount: 100 },
    });
    const restarted = given.restarted();
    while ((await restarted.bulk.workOff(system, {})) > 0);
    expect(await bulk().getBulk(nadia, { bulkId: id })).toMatchObject({ counts: { done: 2, waiting: 1 } });
    given.clock.set(new Date(given.clock.now() + 61_000).toISOString());
    await restarted.bulk.workOff(system, {});
    expect(await bulk().getBulk(nadia, { bulkId: id })).toMatchObject({ state: 'finished', counts: { done: 3 } });
    const completed = given.engine.completions.map(({ userTaskKey }) => userTaskKey);
    for (const taskId of idsOf(all)) expect(completed.filter((key) => key === taskId)).toHaveLength(1);
  });

  test('say of each task that was not completed why', async () => {
    const [lost, forMe, suspended, mine] = await givenMany(4);
    if (!lost || !forMe || !suspended || !mine) throw new Error('Expected four tasks');
    const { id } = await start([lost, forMe, suspended, mine]);
    await given.casework.tasks.claim(wim, { taskId: lost.taskId });
    await given.casework.tasks.claim(nadia, { taskId: mine.taskId });
    given.engine.suspended.add(suspended.instance);
    await given.casework.tasks.claim(nadia, { taskId: forMe.taskId });
    await given.casework.tasks.complete(nadia, { taskId: forMe.taskId, data: { outcome: 'refuse', amount: 0 } });
    await workOff();
    const { counts, items } = await bulk().getBulk(nadia, { bulkId: id });
    expect(counts).toEqual({ total: 4, waiting: 0, done: 1, failed: 3, canceled: 0 });
    expect(items.map(({ state, reason }) => [state, reason])).toEqual([
      ['failed', 'taken'],
      // Completed by the same person, but not by this decision.
      ['failed', 'ended'],
      ['failed', 'suspended'],
      ['done', null],
    ]);
  });

  test('keep four eyes: whoever proposed does not approve, in bulk neither', async () => {
    const one = await givenStanding();
    await start([one]);
    await workOff();
    const validate = { ...one, taskId: await givenTask(one.instance, 'validate') };
    const variables = { application: { rent: 700 }, proposal: { outcome: 'grant', amount: 100 } };
    given.engine.taskVariables.set(validate.taskId, variables);
    expect(await reasonsOf([validate])).toEqual(['fourEyes']);
    const { id } = await start([validate], { '/agreed': true });
    await workOff();
    expect(await bulk().getBulk(nadia, { bulkId: id })).toMatchObject({ items: [{ reason: 'fourEyes' }] });
    expect(await reasonsOf([validate], wim)).toEqual([null]);
    const second = await start([validate], { '/agreed': true }, wim);
    await workOff();
    expect(await bulk().getBulk(wim, { bulkId: second.id })).toMatchObject({ counts: { done: 1 } });
  });

  test('validate each form by itself, and name the fields', async () => {
    const all = await givenMany(1);
    const { id } = await start(all, { '/outcome': 'perhaps' });
    await workOff();
    expect(await bulk().getBulk(nadia, { bulkId: id })).toMatchObject({
      items: [{ state: 'failed', reason: 'formInvalid', fields: [{ fr: 'outcome' }] }],
    });
  });

  test('leave out cases whose sources are silent, contradict the applicant or have changed since', async () => {
    const [silent, contradicted, changed, fine] = await givenMany(4);
    if (!silent || !contradicted || !changed || !fine) throw new Error('Expected four tasks');
    await given.database.query(
      `insert into casework.unanswered_source (case_id, source_key, subject_index, administration, outcome, since)
       values ($1, $2, 'x', 'housing', 'unavailable', $3)`,
      [silent.caseId, register, at],
    );
    given.sources.set(register, { ok: true, values: { lastName: 'Janssens' }, at });
    await given.casework.facts.askAgain(nadia, { caseId: contradicted.caseId, sourceKey: register });
    await given.casework.facts.askAgain(nadia, { caseId: changed.caseId, sourceKey: register });
    given.sources.set(register, { ok: true, values: { lastName: 'Peeters' }, at });
    await given.casework.facts.askAgain(nadia, { caseId: changed.caseId, sourceKey: register });
    const all = [silent, contradicted, changed, fine];
    const reasons = ['unanswered', 'contradiction', 'sourceChanged', null];
    expect(await reasonsOf(all)).toEqual(reasons);
    const { id } = await start(all);
    await workOff();
    const { items } = await bulk().getBulk(nadia, { bulkId: id });
    expect(items.map(({ reason }) => reason)).toEqual(reasons);
  });

  test('leave out a case of whose restricted answer a source says something else, and do not tell what', async () => {
    // given
    const one = await givenStanding('instruct', { debt: 4711 });
    const like = await givenStanding('instruct', { debt: 4711 });
    given.sources.set(register, { ok: true, values: { lastName: 'Peeters', debt: 4712 }, at });
    // when
    const answer = await given.casework.facts.askAgain(nadia, { caseId: one.caseId, sourceKey: register });
    // then
    expect(JSON.stringify(answer)).not.toMatch(/471\d/);
    expect(await reasonsOf([one, like])).toEqual(['restricted', null]);
  });

  test('take no task of a case in which its applicant declared a change that waits', async () => {
    const [one, other] = await givenMany(2);
    if (!one || !other) throw new Error('Expected two tasks');
    await given.casework.lifecycle.declareChange(one.citizen, {
      caseId: one.caseId,
      answers: [{ pointer: '/rent', value: 820 }],
      since: '2026-12-01',
      reason: 'Le loyer est indexé.',
      documents: [],
    });
    expect(await reasonsOf([one, other])).toEqual(['changeDeclared', null]);
  });

  test('take no task whose checklist is open, by what is answered for all as well', async () => {
    // given
    const all = await givenMany(3);
    const [open, fine, refused] = all;
    if (!open || !fine || !refused) throw new Error('Expected three tasks');
    for (const one of all)
      given.engine.taskVariables.set(one.taskId, { application: { rent: 700, strict: true, seen: one !== open } });
    // when
    const before = await reasonsOf(all);
    const granted = await start([open, fine]);
    const other = await start([refused], { '/outcome': 'refuse' });
    await workOff();
    // then
    expect(before).toEqual(['checklistOpen', null, null]);
    expect(await bulk().getBulk(nadia, { bulkId: granted.id })).toMatchObject({
      items: [{ reason: 'checklistOpen' }, { state: 'done' }],
    });
    expect(await bulk().getBulk(nadia, { bulkId: other.id })).toMatchObject({ items: [{ reason: 'checklistOpen' }] });
    for (const { taskId } of [open, refused])
      expect(await given.casework.tasks.getTask(nadia, { taskId })).toMatchObject({ state: 'open', assignee: null });
  });

  test('can be stopped, and gone on with', async () => {
    const all = await givenMany(2);
    const { id } = await start(all);
    expect(await bulk().cancelBulk(nadia, { bulkId: id })).toMatchObject({
      state: 'canceled',
      counts: { canceled: 2 },
    });
    await workOff();
    expect(await bulk().getBulk(nadia, { bulkId: id })).toMatchObject({ counts: { canceled: 2, done: 0 } });
    expect(await bulk().resumeBulk(nadia, { bulkId: id })).toMatchObject({ state: 'running', counts: { waiting: 2 } });
    await workOff();
    expect(await bulk().getBulk(nadia, { bulkId: id })).toMatchObject({ state: 'finished', counts: { done: 2 } });
  });

  test('wait for an engine that is away, and ask no more than it takes', async () => {
    const all = await givenMany(1);
    const { id } = await start(all);
    given.engine.failNext('unavailable');
    await workOff();
    expect(await bulk().getBulk(nadia, { bulkId: id })).toMatchObject({ counts: { waiting: 1 } });
    given.clock.set(new Date(given.clock.now() + 6_000).toISOString());
    await workOff();
    expect(await bulk().getBulk(nadia, { bulkId: id })).toMatchObject({ counts: { done: 1 } });
  });

  test('whose answer was lost are done once, and told as done when the worklist knows', async () => {
    const [one] = await givenMany(1);
    if (!one) throw new Error('Expected a task');
    const { id } = await start([one]);
    const { tasks } = given.engine;
    const complete = tasks.complete.bind(tasks);
    Reflect.set(tasks, 'complete', async (completion: Parameters<typeof complete>[0]) => {
      await complete(completion);
      given.engine.failNext('unavailable');
      throw new EngineFailure('uncertain', 'Expected an answer, but it was lost');
    });
    await workOff();
    Reflect.set(tasks, 'complete', complete);
    const later = () => given.clock.set(new Date(given.clock.now() + 60_000).toISOString());
    later();
    await workOff();
    expect(await bulk().getBulk(nadia, { bulkId: id })).toMatchObject({ counts: { waiting: 1, failed: 0 } });
    await given.casework.tasks.synchronize(system, {});
    later();
    await workOff();
    expect(await bulk().getBulk(nadia, { bulkId: id })).toMatchObject({ counts: { done: 1 } });
    expect(given.engine.completions.filter(({ userTaskKey }) => userTaskKey === one.taskId)).toHaveLength(1);
  });

  test('are completed by nobody who lost the role meanwhile', async () => {
    const eva = await givenStaff(given.casework, { name: 'Eva', roles: ['agent'] });
    const all = await givenMany(1);
    const { id } = await start(all, grant, eva);
    await givenStaff(given.casework, { name: 'Eva', roles: ['analyst'] });
    await workOff();
    expect(await bulk().getBulk(chief, { bulkId: id })).toMatchObject({ items: [{ reason: 'role' }] });
  });

  test('belong to who started them and to their supervisors, who stop but never go on in their name', async () => {
    const all = await givenMany(1);
    const { id: bulkId } = await start(all);
    const unknown = expect.objectContaining({ code: 'NOT_FOUND' });
    for (const actor of [wim, stranger]) {
      await expect(bulk().getBulk(actor, { bulkId })).rejects.toEqual(unknown);
      await expect(bulk().cancelBulk(actor, { bulkId })).rejects.toEqual(unknown);
      expect((await bulk().listBulk(actor, {})).map(({ id }) => id)).not.toContain(bulkId);
    }
    await expect(bulk().assessTasks(stranger, { like: all[0]?.taskId ?? '', taskIds: [] })).rejects.toEqual(unknown);
    await expect(start(all, grant, stranger)).rejects.toEqual(unknown);
    expect((await bulk().listBulk(chief, {})).map(({ id }) => id)).toContain(bulkId);
    await bulk().cancelBulk(chief, { bulkId });
    await expect(bulk().resumeBulk(chief, { bulkId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('take a task once at a time, of one kind, that its author offers, and only what is answered for all', async () => {
    const [one, other] = await givenMany(2);
    if (!one || !other) throw new Error('Expected two tasks');
    const both = await Promise.allSettled([start([one]), start([one])]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'TASK_IN_BULK' } });
    const validate = { ...other, taskId: await givenTask(other.instance, 'validate') };
    const invalid = { code: 'INPUT_INVALID' };
    await expect(start([other, validate])).rejects.toMatchObject(invalid);
    await expect(start([other, other])).rejects.toMatchObject(invalid);
    await expect(start([])).rejects.toMatchObject(invalid);
    await expect(start([other], { '/amount': 1 })).rejects.toMatchObject(invalid);
    await expect(start([other], { '/__proto__': 1 })).rejects.toMatchObject(invalid);
    await expect(
      bulk().startBulk(nadia, { taskIds: Array.from({ length: 501 }, (_, index) => String(index)), answers: {} }),
    ).rejects.toMatchObject(invalid);
    expect(await reasonsOf([validate, other])).toEqual([null, 'otherKind']);
  });
});
