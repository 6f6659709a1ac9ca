import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, personOf } from '@irisflow/access';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  sampleSendingItsLetter,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';

describe('a letter that is edited before it is signed', () => {
  let given: TestCasework;
  let bart: Actor;
  let cleo: Actor;
  let dora: Actor;
  let chief: Actor;
  let stranger: Actor;
  let keys = 11_000;
  let caseId = '';
  let instance = '';

  const drafting = () => given.casework.drafting;
  const proposal = { outcome: 'grant', amount: 80 };
  const granted = '1';
  const amount = '{80,00\u00a0€}';
  const day = '{25 novembre 2026}';
  const better = `Bonne nouvelle : le ${day}, vous demandiez une aide ; voici ${amount}.`;
  const code = (wanted: string) => expect.objectContaining({ code: wanted });

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, sampleSendingItsLetter());
    bart = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    cleo = await givenStaff(given.casework, { name: 'Cléo', roles: ['agent'] });
    dora = await givenStaff(given.casework, { name: 'Dora', roles: ['agent'] });
    chief = await givenStaff(given.casework, { name: 'Chief', roles: ['supervisor'] });
    stranger = await givenStaff(given.casework, { name: 'Tom', roles: ['agent'], administration: 'taxi' });
  }, 60_000);
  afterAll(() => given.close());
  beforeEach(async () => {
    keys += 10;
    caseId = await givenCase(given.casework, await givenCitizen(given.casework, `Léa ${keys}`));
    await given.casework.outbox.drain(system, {});
    const started = given.engine.instances.find(({ variables }) => variables['caseId'] === caseId);
    instance = started?.processInstanceKey ?? '';
  });

  const processHas = (taskId: string, variables: object) => {
    given.engine.taskVariables.set(taskId, { ...variables });
    given.engine.variables.set(
      instance,
      Object.entries(variables).map(([name, value]) => ({ name, value: JSON.stringify(value), scopeKey: instance })),
    );
  };
  const givenTask = async (elementId: string, by: Actor, variables: object): Promise<string> => {
    keys += 1;
    const taskId = String(keys);
    given.engine.taskList.push({
      userTaskKey: taskId,
      state: 'open',
      elementId,
      elementInstanceKey: `${keys}1`,
      processInstanceKey: instance,
      rootProcessInstanceKey: null,
      assignee: null,
      candidateGroups: ['agent', 'supervisor'],
      priority: 50,
      createdAt: new Date(given.clock.now()).toISOString(),
      endedAt: null,
    });
    processHas(taskId, variables);
    await given.casework.tasks.synchronize(system, {});
    await given.casework.tasks.claim(by, { taskId });
    return taskId;
  };
  /** One proposed to grant; the second person has it before her. */
  const validating = async (): Promise<string> => {
    const taskId = await givenTask('instruct', bart, { application: { rent: 700 } });
    await drafting().completeTask(bart, { taskId, data: proposal });
    return givenTask('validate', cleo, { proposal });
  };
  const agreed = { agreed: true };
  const send = async () => {
    const connector = connectorOf(caseId);
    const { caseStore } = given.casework;
    await caseStore.recordDecision(connector, { idempotencyKey: 'd', outcome: 'granted', grounds: [], amount: 80 });
    return caseStore.createLetter(connector, {
      idempotencyKey: 'l',
      template: 'grant',
      channel: ['portal'],
      values: { amount: 80 },
    });
  };
  const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

  test('shows which parts are open, and closes what the law wants', async () => {
    const taskId = await validating();
    const draft = await drafting().getLetterDraft(cleo, { taskId });
    expect(draft).toMatchObject({ template: 'grant', language: 'fr', version: 0, bar: null, isStale: false });
    const locks = Object.fromEntries(draft.parts.map(({ path, lock }) => [path, lock]));
    expect(locks).toEqual({
      '0': null,
      '1': null,
      '2': 'structure',
      '3.0': null,
      '4.0': null,
      '5': 'mandatory',
      '6': 'mandatory',
      '7': 'structure',
      '8': 'mandatory',
      '9': 'mandatory',
    });
    expect(draft.parts[1]?.text).toBe(`Vous recevez ${amount} par mois, demande du ${day}.`);
  });

  test('leaves as it was signed, and both texts stay', async () => {
    const taskId = await validating();
    const saved = await drafting().saveLetterDraft(cleo, {
      taskId,
      version: 0,
      edits: [{ path: granted, text: better }],
    });
    expect(saved).toMatchObject({ version: 1, editedBy: { name: 'Cléo' }, complete: true });
    expect(JSON.stringify(saved.parts[1]?.blocks)).toContain('voici ');
    const { content: read } = await drafting().previewTaskLetter(cleo, { taskId });
    await drafting().completeTask(cleo, { taskId, data: agreed, letterVersion: 1 });
    const { documentId } = await send();
    // What left is what was read, to the last byte, and has its tags.
    expect(read.includes('/StructTreeRoot')).toBe(true);
    const { sha256 } = await given.casework.cases.downloadCaseDocument(chief, { caseId, documentId });
    expect(sha256).toBe(hashOf(read));
    expect(await drafting().listLetterEdits(bart, { caseId })).toMatchObject([
      {
        version: 1,
        editedBy: { name: 'Cléo' },
        documentId,
        isSigned: true,
        changes: [{ base: `Vous recevez ${amount} par mois, demande du ${day}.`, text: better }],
      },
    ]);
    await expect(drafting().listLetterEdits(stranger, { caseId })).rejects.toEqual(code('NOT_FOUND'));
    // The next letter of the case begins with its template.
    const next = await givenTask('validate', cleo, { proposal });
    expect(await drafting().getLetterDraft(cleo, { taskId: next })).toMatchObject({ version: 0, editedBy: null });
  });

  test('is seen with its changes by a second person, who signs no other one', async () => {
    const taskId = await validating();
    await drafting().saveLetterDraft(cleo, { taskId, version: 0, edits: [{ path: granted, text: better }] });
    await given.casework.tasks.release(cleo, { taskId });
    await given.casework.tasks.claim(dora, { taskId });
    const seen = await drafting().getLetterDraft(dora, { taskId });
    expect(seen).toMatchObject({ version: 1, editedBy: { name: 'Cléo' } });
    expect(seen.parts[1]).toMatchObject({ isEdited: true, text: better });
    const complete = (letterVersion?: number) =>
      drafting().completeTask(dora, { taskId, data: agreed, ...(letterVersion !== undefined && { letterVersion }) });
    await expect(complete()).rejects.toEqual(code('LETTER_CHANGED'));
    await expect(complete(0)).rejects.toEqual(code('LETTER_CHANGED'));
    await drafting().saveLetterDraft(dora, { taskId, version: 1, edits: [] });
    await expect(complete(1)).rejects.toEqual(code('LETTER_CHANGED'));
    expect(await complete(2)).toMatchObject({ state: 'completed' });
    expect((await send()).documentId).toBeTruthy();
    expect((await drafting().listLetterEdits(chief, { caseId })).map(({ changes }) => changes.length)).toEqual([0, 1]);
  });

  test('leaves as it was signed last, and as its template where nobody signed', async () => {
    const taskId = await validating();
    const save = (version: number, edited: string) =>
      drafting().saveLetterDraft(cleo, { taskId, version, edits: [{ path: granted, text: edited }] });
    const { content: plain } = await drafting().previewTaskLetter(cleo, { taskId });
    await save(0, better);
    // Signed with what was there before, by somebody who reached the engine by another door.
    await given.casework.tasks.complete(cleo, { taskId, data: agreed });
    const { documentId } = await send();
    const { sha256 } = await given.casework.cases.downloadCaseDocument(chief, { caseId, documentId });
    expect(sha256).toBe(hashOf(plain));
    expect(await drafting().listLetterEdits(chief, { caseId })).toMatchObject([{ documentId, isSigned: false }]);
  });

  test('is, once it left, with the documents that whoever rules of access bound may not see', async () => {
    await validating();
    await send();
    const lettersFor = async (documents: boolean) => {
      const reach = [{ procedures: null, languages: null, communes: null, documents }];
      const bound: Actor = { kind: 'person', person: { ...personOf(bart), reach }, session: null };
      return (await given.casework.cases.getCase(bound, { caseId })).letters.length;
    };
    expect([await lettersFor(true), await lettersFor(false)]).toEqual([1, 0]);
  });

  test('is changed by who has the task, one at a time, and by nobody of another office', async () => {
    const taskId = await validating();
    const save = (actor: Actor, version: number, edited = better) =>
      drafting().saveLetterDraft(actor, { taskId, version, edits: [{ path: granted, text: edited }] });
    await expect(save(bart, 0)).rejects.toEqual(code('FOUR_EYES'));
    await expect(save(dora, 0)).rejects.toEqual(code('TASK_NOT_MINE'));
    await expect(save(stranger, 0)).rejects.toEqual(code('NOT_FOUND'));
    const both = await Promise.allSettled([save(cleo, 0), save(cleo, 0, `${better} Bien à vous.`)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(save(cleo, 0)).rejects.toEqual(code('STALE_REVISION'));
    expect((await drafting().getLetterDraft(dora, { taskId })).bar).toBe('task');
    await drafting().completeTask(cleo, { taskId, data: agreed, letterVersion: 1 });
    await expect(save(cleo, 1)).rejects.toEqual(code('NOT_FOUND'));
  });

  test.each([
    ['a value that is gone', granted, 'Vous recevez tout.', 'valueMissing'],
    ['a value of somebody else', granted, `${amount} ${day} {contact.name}`, 'valueUnknown'],
    ['the remedies', '8', 'Aucun recours.', 'locked'],
    ['the signature', '5', 'Moi', 'locked'],
    ['what no letter prints', '3.0', 'Plus \u{13000}', 'unprintable'],
  ])('with %s is refused, and where', async (_what, path, edited, keyword) => {
    const taskId = await validating();
    const other = { path: granted, text: better };
    const edits = path === granted ? [{ path, text: edited }] : [other, { path, text: edited }];
    await expect(drafting().saveLetterDraft(cleo, { taskId, version: 0, edits })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer: `/edits/${edits.length - 1}/text`, keyword }],
    });
  });

  /** A case of the sample procedure with other letters for its tasks. */
  const givenCaseWith = async (letters: Readonly<Record<string, string>>): Promise<void> => {
    const changed = sampleSendingItsLetter().map((file) => {
      if (file.path !== 'procedure.json') return file;
      const description = JSON.parse(file.content) as { tasks: Record<string, object> };
      for (const [id, letter] of Object.entries(letters)) description.tasks[id] = { ...description.tasks[id], letter };
      return { ...file, content: JSON.stringify(description) };
    });
    await givenPublished(given.casework, changed);
    caseId = await givenCase(given.casework, await givenCitizen(given.casework, `Léa ${keys} again`));
    await given.casework.outbox.drain(system, {});
    const started = given.engine.instances.find(({ variables }) => variables['caseId'] === caseId);
    instance = started?.processInstanceKey ?? '';
  };

  test('with words of who prepared it, leaves as its template where nobody signed them', async () => {
    await givenCaseWith({ instruct: '= "grant"' });
    const taskId = await givenTask('instruct', bart, { application: { rent: 700 }, proposal });
    const { parts } = await drafting().getLetterDraft(bart, { taskId });
    const open = parts.find(({ lock, text }) => lock === null && text !== null && !text.includes('{'));
    const edits = [{ path: open?.path ?? '', text: 'Autre chose.' }];
    await drafting().saveLetterDraft(bart, { taskId, version: 0, edits });
    await drafting().completeTask(bart, { taskId, data: proposal, letterVersion: 1 });
    expect(await drafting().listLetterEdits(chief, { caseId })).toMatchObject([{ version: 1, isSigned: false }]);
  });

  test('is not signed by a completion that was refused, where the task sends none in the end', async () => {
    await givenCaseWith({ validate: '= if isUrgent = true then null else "grant"' });
    const taskId = await validating();
    await drafting().saveLetterDraft(cleo, { taskId, version: 0, edits: [{ path: granted, text: better }] });
    await expect(drafting().completeTask(cleo, { taskId, data: {}, letterVersion: 1 })).rejects.toEqual(
      code('FORM_INVALID'),
    );
    processHas(taskId, { proposal, isUrgent: true });
    await drafting().completeTask(cleo, { taskId, data: agreed });
    expect(await drafting().listLetterEdits(chief, { caseId })).toMatchObject([{ version: 1, isSigned: false }]);
  });

  test('in several languages stays as its template', async () => {
    const taskId = await validating();
    await given.database.query(`update casework.case_file set also_in = '{nl}' where id = $1`, [caseId]);
    expect((await drafting().getLetterDraft(cleo, { taskId })).bar).toBe('languages');
    await expect(
      drafting().saveLetterDraft(cleo, { taskId, version: 0, edits: [{ path: granted, text: better }] }),
    ).rejects.toEqual(code('INPUT_INVALID'));
  });
});
