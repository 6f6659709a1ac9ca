import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
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

const text = (word: string) => ({ fr: `${word} (fr)`, nl: `${word} (nl)`, en: word });
const checklist = [
  { key: 'identity', label: text('Identity seen'), legalRef: 'Art. 4', required: true },
  { key: 'rent', label: text('Rent below the ceiling'), done: '= application.rent < 800', required: true },
  { key: 'costly', label: text('Ask for a second lease'), when: '= application.rent > 1000', required: true },
  { key: 'granted', label: text('Amount written in words'), when: '= proposal.outcome = "grant"' },
  { key: 'paid', label: text('Debt repaid'), when: '= known != null', done: '= known.debt = proposal.amount' },
  {
    key: 'unpaid',
    label: text('Debt open'),
    when: '= if known = null then false else known.debt != proposal.amount',
  },
  { key: 'remarked', label: text('Remarked'), when: '= strict = true', done: '= remark != null', required: true },
  { key: 'detailed', label: text('Detailed'), when: '= strict = true', done: '= detail != null', required: true },
  { key: 'unknown', label: text('Look at the file'), when: '= nobody.knows > 3', done: '= nobody.knows' },
];

interface Description {
  tasks: Record<string, object>;
}

interface Form {
  schema: { properties: Record<string, object> };
  uischema: { elements: { elements: object[] }[] };
  bindings: { process: { out: object[] } };
}

const grants = { scope: '#/properties/outcome', schema: { const: 'grant' }, failWhenUndefined: true };

/** A form that also asks for a remark and, of who grants, for a detail; the process has both by themselves. */
const askRemarks = (content: string): string => {
  const form = JSON.parse(content) as Form;
  for (const name of ['remark', 'detail']) {
    form.schema.properties[name] = { type: 'string', maxLength: 100 };
    form.bindings.process.out.push({ from: `#/properties/${name}`, to: name });
    form.uischema.elements[0]?.elements.push({
      type: 'Control',
      id: `c_${name}`,
      scope: `#/properties/${name}`,
      i18n: 'rent',
      options: { widget: 'text' },
      ...(name === 'remark' ? {} : { rule: { effect: 'SHOW', condition: grants } }),
    });
  }
  return JSON.stringify(form);
};

describe('the checklist of a task', () => {
  let given: TestCasework;
  let nadia: Actor;
  let wim: Actor;
  let stranger: Actor;
  let keys = 9100;
  let taskId = '';
  let caseId = '';

  const lists = () => given.casework.checklists;
  const points = async (actor = nadia) => (await lists().getChecklist(actor, { taskId })).points;
  const pointOf = async (key: string) => (await points()).find((point) => point.key === key);
  const mark = (point: string, more: object = {}, actor = nadia) =>
    lists().markPoint(actor, { taskId, point, isTicked: true, remark: '', ...more });
  const complete = (data: object = { outcome: 'refuse', amount: 0 }) =>
    given.casework.drafting.completeTask(nadia, { taskId, data: { ...data } });

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(
      given.casework,
      askingRestrictedDebt(
        sampleProcedureChanging('procedure.json', ({ tasks }: Description) => {
          Object.assign(tasks['instruct'] ?? {}, { checklist });
        }).map((file) => (file.path === 'instruct.form.json' ? { ...file, content: askRemarks(file.content) } : file)),
      ),
    );
    nadia = await givenStaff(given.casework, { name: 'Nadia', roles: ['agent'] });
    wim = await givenStaff(given.casework, { name: 'Wim', roles: ['agent'] });
    stranger = await givenStaff(given.casework, { name: 'Tom', roles: ['agent'], administration: 'taxi' });
  });
  beforeEach(async () => {
    keys += 1;
    taskId = String(keys);
    caseId = await givenCase(given.casework, await givenCitizen(given.casework, `Léa ${keys}`));
    await given.casework.outbox.drain(system, {});
    const started = given.engine.instances.find(({ variables }) => variables['caseId'] === caseId);
    const instance = started?.processInstanceKey ?? '';
    given.engine.taskList.push({
      userTaskKey: taskId,
      state: 'open',
      elementId: 'instruct',
      elementInstanceKey: `${keys}1`,
      processInstanceKey: instance,
      rootProcessInstanceKey: instance,
      assignee: null,
      candidateGroups: ['agent'],
      priority: 50,
      createdAt: new Date(given.clock.now()).toISOString(),
      endedAt: null,
    } as never);
    given.engine.taskVariables.set(taskId, { application: { rent: 700 } });
    await given.casework.tasks.synchronize(system, {});
    await given.casework.tasks.claim(nadia, { taskId });
  });
  afterAll(() => given.close());

  test('shows what concerns the case: hidden by its data, ticked by them, and what nobody can judge stays', async () => {
    expect((await points()).map(({ key, state }) => [key, state])).toEqual([
      ['identity', 'open'],
      ['rent', 'automatic'],
      ['unknown', 'open'],
    ]);
    expect(await pointOf('identity')).toMatchObject({ required: true, legalRef: { nl: 'Art. 4' } });
    given.engine.taskVariables.set(taskId, { application: { rent: 1200 } });
    expect((await points()).map(({ key, state }) => [key, state])).toEqual([
      ['identity', 'open'],
      ['rent', 'open'],
      ['costly', 'open'],
      ['unknown', 'open'],
    ]);
    // What is kept of the form counts as well.
    await given.casework.tasks.saveTaskDraft(nadia, { taskId, data: { outcome: 'grant' } });
    expect(await pointOf('granted')).toMatchObject({ required: false, state: 'open' });
  });

  test('does not tell of a restricted answer, wherever the process has it, whether a guess is right', async () => {
    // given
    given.engine.taskVariables.set(taskId, { application: { rent: 700, debt: 471.5 }, known: { debt: 471.5 } });
    const guessed = async (amount: number) => {
      await given.casework.tasks.saveTaskDraft(nadia, { taskId, data: { outcome: 'refuse', amount } });
      return (await points()).map(({ key, state }) => [key, state]);
    };
    // when
    const right = await guessed(471.5);
    // then
    expect(right).toEqual([
      ['identity', 'open'],
      ['rent', 'automatic'],
      ['paid', 'open'],
      ['unpaid', 'open'],
      ['unknown', 'open'],
    ]);
    expect(await guessed(300)).toEqual(right);
  });

  test('keeps who ticked, who took it back and what was remarked, each with its moment', async () => {
    await mark('identity', { remark: ' Passport ' });
    await mark('identity', { isTicked: false, remark: 'Passport of somebody else' });
    const marked = await mark('identity', { remark: ' \u200b ' });
    expect(marked.points[0]).toMatchObject({
      state: 'ticked',
      remark: '',
      marks: [
        { isTicked: true, remark: '', by: 'Nadia' },
        { isTicked: false, remark: 'Passport of somebody else', by: 'Nadia' },
        { isTicked: true, remark: 'Passport', by: 'Nadia' },
      ],
    });
    const [entry] = await given.database.query<{ detail: object }>(
      "select detail from casework.audit_entry where action = 'checklist.marked' order by sequence limit 1",
    );
    // What somebody remarked may name anybody: it is not in the chain.
    expect(entry?.detail).toMatchObject({ point: 'identity', ticked: true, remarked: true });
    expect(JSON.stringify(entry)).not.toContain('Passport');
  });

  test('is marked by whoever has the task alone, and at points that it has', async () => {
    await expect(mark('identity', {}, wim)).rejects.toMatchObject({ code: 'TASK_NOT_MINE' });
    await expect(mark('identity', {}, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(points(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(mark('costly')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(mark('toString')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(mark('rent', { isTicked: false })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('keeps the task from being completed while a required point is open, and stays with the case afterwards', async () => {
    await expect(complete()).rejects.toMatchObject({
      code: 'CHECKLIST_OPEN',
      message: expect.stringContaining('identity'),
    });
    expect(await given.casework.tasks.getTask(nadia, { taskId })).toMatchObject({ state: 'open' });
    await mark('identity');
    await complete();
    const after = await points();
    expect(after.map(({ key, state }) => [key, state])).toEqual([
      ['identity', 'ticked'],
      ['rent', 'automatic'],
    ]);
    expect(await lists().listCaseChecklists(nadia, { caseId })).toMatchObject([
      { taskId, points: [{ key: 'identity' }, { key: 'rent', marks: [{ by: null }] }] },
    ]);
    await expect(lists().listCaseChecklists(stranger, { caseId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(mark('identity')).rejects.toMatchObject({ code: 'TASK_ENDED' });
  });

  test('keeps a task from being completed that is taken while it is completed', async () => {
    // given
    const { tasks } = given.casework;
    await tasks.release(nadia, { taskId });
    const get = given.engine.tasks.get.bind(given.engine.tasks);
    let looks = 0;
    Reflect.set(given.engine.tasks, 'get', async (key: string) => {
      looks += 1;
      // Once the checklist was read, and before the completion looks at who has the task.
      if (looks === 2) await tasks.claim(nadia, { taskId });
      return get(key);
    });
    // when
    const [outcome] = await Promise.allSettled([complete()]);
    Reflect.set(given.engine.tasks, 'get', get);
    // then
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'TASK_NOT_MINE' } });
    expect(await tasks.getTask(nadia, { taskId })).toMatchObject({ state: 'open' });
  });

  test('is judged by what the process is given: not by what is emptied, hidden or forged', async () => {
    // given
    const variables = { application: { rent: 700 }, strict: true, remark: 'of before', detail: 'of before' };
    given.engine.taskVariables.set(taskId, variables);
    await mark('identity');
    const answers = { outcome: 'refuse', amount: 0 };
    // when, then
    await expect(complete(answers)).rejects.toMatchObject({
      code: 'CHECKLIST_OPEN',
      message: expect.stringContaining('remarked, detailed'),
    });
    await expect(complete({ ...answers, remark: 'seen', detail: 'nobody asks' })).rejects.toMatchObject({
      code: 'CHECKLIST_OPEN',
      message: expect.stringMatching(/open are detailed$/),
    });
    await expect(complete({ outcome: 'none', amount: 0 })).rejects.toMatchObject({ code: 'FORM_INVALID' });
    const granted = { outcome: 'grant', amount: 100, remark: 'seen', detail: 'seen' };
    expect(await complete(granted)).toMatchObject({ state: 'completed' });
  });

  test('is judged by the answers that the task is completed with, not by those that were kept before', async () => {
    given.engine.taskVariables.set(taskId, { application: { rent: 1200 } });
    for (const point of ['identity', 'rent']) await mark(point);
    await expect(complete()).rejects.toMatchObject({
      code: 'CHECKLIST_OPEN',
      message: expect.stringContaining('costly'),
    });
    await mark('costly');
    expect(await complete()).toMatchObject({ state: 'completed' });
  });
});
