import { usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  openTestCasework,
  type TestCasework,
  connectorOf,
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  sampleSendingItsLetter,
  system,
} from '@irisflow/platform/testing';

/** The same step, done by several people: each of them is kept from doing it twice. */
const separatedFromItself = (content: string): string => {
  const description = JSON.parse(content) as { tasks: Record<string, object> };
  const tasks = { ...description.tasks, instruct: { ...description.tasks['instruct'], separateFrom: ['instruct'] } };
  return JSON.stringify({ ...description, tasks });
};

describe.each([usualStore])('what a second person approves, on %s', (kind) => {
  let given: TestCasework;
  let bart: Actor;
  let cleo: Actor;
  let chief: Actor;
  let keys = 5000;
  let caseId = '';
  let instance = '';

  beforeAll(async () => {
    given = await openTestCasework({ kind });
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, sampleSendingItsLetter());
    bart = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    cleo = await givenStaff(given.casework, { name: 'Cléo', roles: ['agent'] });
    chief = await givenStaff(given.casework, { name: 'Chief', roles: ['supervisor'] });
  });
  afterAll(() => given.close());

  const tasks = () => given.casework.tasks;
  const proposed = { outcome: 'grant', amount: 80 };
  const changed = { outcome: 'grant', amount: 999 };

  const givenTask = async (elementId: string, variables: object): Promise<string> => {
    keys += 1;
    const userTaskKey = String(keys);
    given.clock.set(new Date(given.clock.now() + 5000).toISOString());
    given.engine.taskList.push({
      userTaskKey,
      state: 'open',
      elementId,
      elementInstanceKey: `${keys}1`,
      processInstanceKey: instance,
      assignee: null,
      candidateGroups: ['agent'],
      priority: 50,
      rootProcessInstanceKey: null,
      createdAt: new Date(given.clock.now()).toISOString(),
      endedAt: null,
    });
    processHas(userTaskKey, variables);
    await tasks().synchronize(system, {});
    return userTaskKey;
  };
  /** What the process has, as the engine shows it beside a task and of the instance. */
  const processHas = (userTaskKey: string, variables: object) => {
    const all = { application: { rent: 700 }, ...variables };
    given.engine.taskVariables.set(userTaskKey, all);
    given.engine.variables.set(
      instance,
      Object.entries(all).map(([name, value]) => ({ name, value: JSON.stringify(value), scopeKey: instance })),
    );
  };
  const instructed = async (answers: object = proposed): Promise<void> => {
    const taskId = await givenTask('instruct', {});
    await tasks().claim(bart, { taskId });
    await tasks().complete(bart, { taskId, data: { ...answers } });
  };
  const validating = async (variables: object): Promise<string> => {
    const taskId = await givenTask('validate', variables);
    await tasks().claim(cleo, { taskId });
    return taskId;
  };
  const timesVoided = async () =>
    (await given.casework.cases.getCase(chief, { caseId })).timeline.filter(({ kind: of }) => of === 'proposalVoided');
  const decide = (more: object = {}) =>
    given.casework.caseStore.recordDecision(connectorOf(caseId), {
      idempotencyKey: 'd',
      outcome: 'granted',
      grounds: [],
      amount: 80,
      ...more,
    });

  const open = async () => {
    keys += 10;
    const citizen = await givenCitizen(given.casework, `Applicant ${keys}`);
    const draft = await given.casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: 'A', rent: 700, hasLease: false };
    ({ caseId } = await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' }));
    await given.casework.outbox.drain(system, {});
    const started = given.engine.instances.find(({ variables }) => variables['caseId'] === caseId);
    instance = started?.processInstanceKey ?? '';
  };
  beforeEach(open);

  test('is decided, when nothing changed in between', async () => {
    await instructed();
    const taskId = await validating({ proposal: proposed });
    expect(await tasks().getTask(cleo, { taskId })).toMatchObject({ bar: null, proposalChanges: [] });
    await tasks().complete(cleo, { taskId, data: { agreed: true } });
    await decide();
    const view = await given.casework.cases.getCase(chief, { caseId });
    expect(view.decisions).toMatchObject([{ outcome: 'granted', amount: 80, decidedBy: 'Cléo' }]);
    expect(await timesVoided()).toEqual([]);
  });

  test('sent twice at once is what the engine took, by who sent it', async () => {
    const first = await givenTask('instruct', {});
    await tasks().claim(bart, { taskId: first });
    const outcomes = await Promise.allSettled(
      [proposed, changed].map((data) => tasks().complete(bart, { taskId: first, data })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const second = await givenTask('validate', given.engine.completions.at(-1)?.variables ?? {});
    await expect(tasks().claim(bart, { taskId: second })).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await tasks().claim(cleo, { taskId: second });
    expect(await tasks().getTask(cleo, { taskId: second })).toMatchObject({ bar: null, proposalChanges: [] });
    await tasks().complete(cleo, { taskId: second, data: { agreed: true } });
    expect(await timesVoided()).toEqual([]);
  });

  test('is void once an operator changed a value: the task says which, the case says so once, nobody completes it', async () => {
    await instructed();
    const taskId = await validating({ proposal: changed });
    const view = await tasks().getTask(cleo, { taskId });
    expect(view).toMatchObject({
      bar: 'proposalChanged',
      proposalChanges: [
        {
          path: 'proposal.amount',
          label: { fr: 'amount' },
          proposed: { nl: '€\u00a080,00' },
          found: { fr: '999,00\u00a0€' },
        },
      ],
    });
    await expect(tasks().complete(cleo, { taskId, data: { agreed: true } })).rejects.toMatchObject({
      code: 'PROPOSAL_CHANGED',
      status: 409,
    });
    expect(await timesVoided()).toMatchObject([
      { text: { en: 'The proposal is void: it has changed since it was made (amount).' }, visibleToApplicant: false },
    ]);
    expect(given.engine.completions.at(-1)?.variables).toEqual({ proposal: proposed });
  });

  test('is void when the change comes while the second person reads', async () => {
    await instructed();
    const taskId = await validating({ proposal: proposed });
    expect((await tasks().getTask(cleo, { taskId })).bar).toBeNull();
    processHas(taskId, { proposal: { ...proposed, outcome: 'refuse' } });
    await expect(tasks().complete(cleo, { taskId, data: { agreed: true } })).rejects.toMatchObject({
      code: 'PROPOSAL_CHANGED',
    });
    const [change] = (await tasks().getTask(cleo, { taskId })).proposalChanges;
    expect(change).toMatchObject({ proposed: { fr: 'Octroi' }, found: { nl: 'Weigering' } });
    expect(await timesVoided()).toHaveLength(1);
  });

  test('holds again once the first task was done again', async () => {
    await instructed();
    await validating({ proposal: changed });
    await instructed(changed);
    const taskId = await validating({ proposal: changed });
    expect(await tasks().complete(cleo, { taskId, data: { agreed: true } })).toMatchObject({ state: 'completed' });
    await decide({ amount: 999 });
  });

  test('is sent back by a supervisor alone, to the task that proposed it', async () => {
    await instructed();
    const taskId = await validating({ proposal: changed });
    await expect(tasks().sendBack(cleo, { taskId, reason: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await tasks().sendBack(chief, { taskId, reason: 'changed' })).toMatchObject({ bar: 'ended' });
    expect(given.engine.sentBack.at(-1)).toEqual({ userTaskKey: taskId, elementIds: ['instruct'] });
    const [entry] = (await given.casework.cases.getCase(chief, { caseId })).timeline;
    expect(entry).toMatchObject({ kind: 'taskSentBack', actor: { fr: 'Chief' } });
    const first = await givenTask('instruct', {});
    await expect(tasks().sendBack(chief, { taskId: first, reason: 'x' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });

  test('is signed with the letter as it will go beside it, by who reads it', async () => {
    await instructed();
    const taskId = await validating({ proposal: proposed });
    const { letter } = await tasks().getTask(cleo, { taskId });
    expect(letter).toMatchObject({ key: 'grant', language: 'fr', subject: 'Décision d’octroi', complete: true });
    const words = JSON.stringify(letter?.blocks);
    expect(words).toContain('80,00\u00a0€');
    // What the decision will say of who took it, though it is not taken yet.
    expect(words).toContain('Cléo');
    expect(words).toContain('Cheffe de service');
    const { content } = await given.casework.drafting.previewTaskLetter(cleo, { taskId });
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('shows that its letter would not leave', async () => {
    await instructed();
    const taskId = await validating({ proposal: { outcome: 'grant' } });
    expect((await tasks().getTask(cleo, { taskId })).letter).toMatchObject({ complete: false });
  });

  test('that came back is with who proposed it, as they had it, with what the second person said', async () => {
    await instructed({ outcome: 'grant', amount: 55 });
    const refusing = await validating({ proposal: { outcome: 'grant', amount: 55 } });
    await tasks().complete(cleo, { taskId: refusing, data: { agreed: false } });

    const again = await givenTask('instruct', { proposal: { outcome: 'grant', amount: 55 } });

    const view = await tasks().getTask(bart, { taskId: again });
    expect(view).toMatchObject({
      bar: null,
      assignee: { name: 'Bart' },
      data: { outcome: 'grant', amount: 55 },
      sentBack: { by: 'Cléo', remarks: [{ label: { fr: 'agreed' }, text: { fr: 'Non', nl: 'Nee', en: 'No' } }] },
    });
    expect(given.engine.taskList.find(({ userTaskKey }) => userTaskKey === again)?.assignee).toBe(
      bart.kind === 'person' ? bart.person.id : '',
    );
    await tasks().complete(bart, { taskId: again, data: { outcome: 'grant', amount: 60 } });
    const second = await validating({ proposal: { outcome: 'grant', amount: 60 } });
    expect((await tasks().getTask(cleo, { taskId: second })).sentBack).toBeNull();
  });

  test('that a supervisor sent back shows the reason to who does it again', async () => {
    await instructed();
    const taskId = await validating({ proposal: changed });
    await tasks().sendBack(chief, { taskId, reason: 'The rent was corrected.' });
    const again = await givenTask('instruct', { proposal: changed });
    expect(await tasks().getTask(bart, { taskId: again })).toMatchObject({
      bar: null,
      // What an operator changed was never proposed.
      data: proposed,
      sentBack: { by: 'Chief', remarks: [{ text: { nl: 'The rent was corrected.' } }] },
    });
  });

  test.each([
    ['another amount', { amount: 81 }],
    ['no amount', { amount: undefined }],
    ['another outcome', { outcome: 'refused' }],
  ])('is not decided with %s', async (_, more) => {
    await instructed();
    const taskId = await validating({ proposal: proposed });
    await tasks().complete(cleo, { taskId, data: { agreed: true } });
    await expect(decide(more)).rejects.toMatchObject({ code: 'PROPOSAL_CHANGED' });
    expect((await given.casework.cases.getCase(chief, { caseId })).decisions).toEqual([]);
    await decide();
  });

  test('is not decided once the process has other values, and the case says so', async () => {
    await instructed();
    const taskId = await validating({ proposal: proposed });
    await tasks().complete(cleo, { taskId, data: { agreed: true } });
    processHas(taskId, { proposal: changed });
    await expect(decide()).rejects.toMatchObject({ code: 'PROPOSAL_CHANGED' });
    expect(await timesVoided()).toHaveLength(1);
  });

  test('is not decided when somebody proposed anew after the approval', async () => {
    await instructed();
    const taskId = await validating({ proposal: proposed });
    await tasks().complete(cleo, { taskId, data: { agreed: true } });
    await instructed({ outcome: 'grant', amount: 500 });
    await expect(decide()).rejects.toMatchObject({ code: 'PROPOSAL_CHANGED' });
  });

  test('was decided: a repetition answers as the first time, whatever happened since', async () => {
    await instructed();
    const taskId = await validating({ proposal: proposed });
    await tasks().complete(cleo, { taskId, data: { agreed: true } });
    const first = await decide();
    processHas(taskId, { proposal: changed });
    expect(await decide()).toEqual(first);
  });

  test('is on record as a hash, on both sides', async () => {
    await instructed();
    const taskId = await validating({ proposal: proposed });
    await tasks().complete(cleo, { taskId, data: { agreed: true } });
    const entries = await given.database.query<{ detail: { proposal?: string; approved?: string } }>(
      "select detail from casework.audit_entry where action = 'task.completed' and detail ->> 'case' = $1 order by sequence",
      [caseId],
    );
    expect(entries[0]?.detail.proposal).toMatch(/^[\w-]{43}$/);
    expect(entries[1]?.detail.approved).toBe(entries[0]?.detail.proposal);
  });

  test('is nothing to whoever does the same step beside, each of them once', async () => {
    const separated = sampleSendingItsLetter().map((file) =>
      file.path === 'procedure.json' ? { ...file, content: separatedFromItself(file.content) } : file,
    );
    await givenPublished(given.casework, separated);
    await open();
    await instructed();
    const taskId = await givenTask('instruct', { proposal: changed });
    await expect(tasks().claim(bart, { taskId })).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await tasks().claim(cleo, { taskId });
    await tasks().complete(cleo, { taskId, data: { ...changed } });
    expect(await timesVoided()).toEqual([]);
  });
});
