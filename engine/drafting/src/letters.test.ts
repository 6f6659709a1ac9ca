import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LetterDraft } from '@irisflow/drafting';
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

interface Description {
  roles?: readonly object[];
  tasks: Record<string, object>;
}
/** The sample procedure that sends its letter, described a little otherwise. */
const describedWith = (change: (description: Description) => unknown) =>
  sampleSendingItsLetter().map((file) => {
    if (file.path !== 'procedure.json') return file;
    const description = JSON.parse(file.content) as Description;
    change(description);
    return { ...file, content: JSON.stringify(description) };
  });
const landlord = { key: 'landlord', label: { fr: 'Bailleur', nl: 'Verhuurder', en: 'Landlord' }, letters: ['grant'] };

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
  const inFrench = (text: string, path = granted) => ({ language: 'fr' as const, path, text });
  const inDutch = (text: string, path = granted) => ({ language: 'nl' as const, path, text });
  const partsOf = ({ languages }: LetterDraft, place = 0) => languages[place]?.parts ?? [];
  const code = (wanted: string) => expect.objectContaining({ code: wanted });

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(
      given.casework,
      describedWith((description) => (description.roles = [landlord])),
    );
    bart = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
    cleo = await givenStaff(given.casework, { name: 'Cléo', roles: ['agent'] });
    dora = await givenStaff(given.casework, { name: 'Dora', roles: ['agent'] });
    chief = await givenStaff(given.casework, { name: 'Chief', roles: ['supervisor'] });
    stranger = await givenStaff(given.casework, { name: 'Tom', roles: ['agent'], administration: 'taxi' });
  });
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
    expect(draft).toMatchObject({ template: 'grant', version: 0, bar: null });
    expect(draft.languages).toMatchObject([{ language: 'fr', isStale: false }]);
    const parts = partsOf(draft);
    const locks = Object.fromEntries(parts.map(({ path, lock }) => [path, lock]));
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
    expect(parts[1]?.text).toBe(`Vous recevez ${amount} par mois, demande du ${day}.`);
  });

  test('leaves as it was signed, and both texts stay', async () => {
    const taskId = await validating();
    const saved = await drafting().saveLetterDraft(cleo, { taskId, version: 0, edits: [inFrench(better)] });
    expect(saved).toMatchObject({ version: 1, editedBy: { name: 'Cléo' }, languages: [{ complete: true }] });
    expect(JSON.stringify(partsOf(saved)[1]?.blocks)).toContain('voici ');
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
        changes: [{ language: 'fr', base: `Vous recevez ${amount} par mois, demande du ${day}.`, text: better }],
      },
    ]);
    await expect(drafting().listLetterEdits(stranger, { caseId })).rejects.toEqual(code('NOT_FOUND'));
    // The next letter of the case begins with its template.
    const next = await givenTask('validate', cleo, { proposal });
    expect(await drafting().getLetterDraft(cleo, { taskId: next })).toMatchObject({ version: 0, editedBy: null });
  });

  test('is seen with its changes by a second person, who signs no other one', async () => {
    const taskId = await validating();
    await drafting().saveLetterDraft(cleo, { taskId, version: 0, edits: [inFrench(better)] });
    await given.casework.tasks.release(cleo, { taskId });
    await given.casework.tasks.claim(dora, { taskId });
    const seen = await drafting().getLetterDraft(dora, { taskId });
    expect(seen).toMatchObject({ version: 1, editedBy: { name: 'Cléo' } });
    expect(partsOf(seen)[1]).toMatchObject({ isEdited: true, text: better });
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
      drafting().saveLetterDraft(cleo, { taskId, version, edits: [inFrench(edited)] });
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
      drafting().saveLetterDraft(actor, { taskId, version, edits: [inFrench(edited)] });
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
    const edits = [...(path === granted ? [] : [inFrench(better)]), inFrench(edited, path)];
    await expect(drafting().saveLetterDraft(cleo, { taskId, version: 0, edits })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      errors: [{ pointer: `/edits/${edits.length - 1}/text`, keyword, params: { language: 'fr' } }],
    });
  });

  describe('in two languages', () => {
    const dutch = `Goed nieuws: op {25 november 2026} vroeg u hulp; hier is {€\u00a080,00}.`;

    beforeEach(() => given.database.query(`update casework.case_file set also_in = '{nl}' where id = $1`, [caseId]));

    const leftIn = async (wanted: string): Promise<string> => {
      const { letters } = await given.casework.cases.getCase(chief, { caseId });
      const documentId = letters.find(({ language }) => language === wanted)?.documentId ?? '';
      return (await given.casework.cases.downloadCaseDocument(chief, { caseId, documentId })).sha256;
    };

    test('is edited in each, signed as one version, and leaves in each as it was read', async () => {
      const taskId = await validating();
      const draft = await drafting().getLetterDraft(cleo, { taskId });
      expect(draft.languages.map(({ language, subject }) => [language, subject.length > 0])).toEqual([
        ['fr', true],
        ['nl', true],
      ]);
      const save = (version: number, edits: readonly ReturnType<typeof inFrench | typeof inDutch>[]) =>
        drafting().saveLetterDraft(cleo, { taskId, version, edits });
      await save(0, [inFrench(better)]);
      const saved = await save(1, [inDutch(dutch), inFrench(better)]);
      expect([partsOf(saved)[1]?.text, partsOf(saved, 1)[1]?.text]).toEqual([better, dutch]);
      await expect(save(1, [inDutch(dutch)])).rejects.toEqual(code('STALE_REVISION'));
      const { content: french } = await drafting().previewTaskLetter(cleo, { taskId });
      const { content: other } = await drafting().previewTaskLetter(cleo, { taskId, language: 'nl' });
      await expect(drafting().completeTask(cleo, { taskId, data: agreed, letterVersion: 1 })).rejects.toEqual(
        code('LETTER_CHANGED'),
      );
      await drafting().completeTask(cleo, { taskId, data: agreed, letterVersion: 2 });
      await send();
      expect([await leftIn('fr'), await leftIn('nl')]).toEqual([hashOf(french), hashOf(other)]);
      const [last] = await drafting().listLetterEdits(chief, { caseId });
      expect(last).toMatchObject({ isSigned: true, changes: [{ language: 'fr' }, { language: 'nl', text: dutch }] });
    });

    test('reaches others who take part in their language where it was signed in that, else in that of the case', async () => {
      const reader = { caseId, role: 'landlord', kind: 'person', number: null, email: null, phone: null } as const;
      const more = { relation: null, birthDate: null, validFrom: '2026-01-01', validTo: null, proof: 'Vu' };
      const address = 'Kerkstraat 1\n1000 Brussel';
      for (const language of ['nl', 'en'] as const)
        await given.casework.participants.addParticipant(bart, {
          ...reader,
          ...more,
          name: `Who reads ${language}`,
          language,
          address,
        });
      const taskId = await validating();
      await drafting().saveLetterDraft(cleo, { taskId, version: 0, edits: [inDutch(dutch)] });
      await drafting().completeTask(cleo, { taskId, data: agreed, letterVersion: 1 });
      await send();
      const { letters } = await given.casework.cases.getCase(chief, { caseId });
      const others = letters.filter(({ recipient }) => recipient !== null);
      expect(Object.fromEntries(others.map(({ recipient, language }) => [recipient, language]))).toEqual({
        'Who reads nl': 'nl',
        'Who reads en': 'fr',
      });
    });

    test('says in which one a text is missing, and takes none that it does not go in', async () => {
      const taskId = await validating();
      const save = (edits: readonly { language: 'fr' | 'nl' | 'en'; path: string; text: string }[]) =>
        drafting().saveLetterDraft(cleo, { taskId, version: 0, edits });
      await expect(save([inFrench(better), inDutch(' ')])).rejects.toMatchObject({
        code: 'INPUT_INVALID',
        errors: [{ pointer: '/edits/1/text', keyword: 'required', params: { language: 'nl' } }],
      });
      await expect(save([{ ...inFrench(better), language: 'en' }])).rejects.toMatchObject({
        code: 'INPUT_INVALID',
        errors: [{ pointer: '/edits/0/language', keyword: 'locked', params: { language: 'en' } }],
      });
      await expect(drafting().previewTaskLetter(cleo, { taskId, language: 'en' })).rejects.toEqual(code('NOT_FOUND'));
      expect(await drafting().getLetterDraft(cleo, { taskId })).toMatchObject({ version: 0 });
    });

    test('leaves without what was written in a language that the case lost, whatever became of it', async () => {
      const taskId = await validating();
      await drafting().saveLetterDraft(cleo, { taskId, version: 0, edits: [inFrench(better), inDutch(dutch)] });
      await given.database.query(
        `update casework.letter_edit set edits = jsonb_set(edits, '{1,path}', '"99"') where case_id = $1`,
        [caseId],
      );
      await given.database.query(`update casework.case_file set also_in = '{}' where id = $1`, [caseId]);
      const { content } = await drafting().previewTaskLetter(cleo, { taskId });
      await drafting().completeTask(cleo, { taskId, data: agreed, letterVersion: 1 });
      await send();
      expect(await leftIn('fr')).toBe(hashOf(content));
    });

    test('takes the last of two texts for one part, also where that is the one of the template', async () => {
      const taskId = await validating();
      const base = partsOf(await drafting().getLetterDraft(cleo, { taskId }))[1]?.base ?? '';
      const edits = [
        inFrench(better),
        inFrench(base),
        inDutch('Eerst {25 november 2026} {€\u00a080,00}.'),
        inDutch(dutch),
      ];
      const saved = await drafting().saveLetterDraft(cleo, { taskId, version: 0, edits });
      expect([partsOf(saved)[1]?.text, partsOf(saved, 1)[1]?.text]).toEqual([base, dutch]);
    });

    test('keeps what was written in each when the proposal is sent back', async () => {
      const taskId = await validating();
      const edits = [inFrench(better), inDutch(dutch)];
      await drafting().saveLetterDraft(cleo, { taskId, version: 0, edits });
      await given.casework.tasks.release(cleo, { taskId });
      await given.casework.tasks.claim(chief, { taskId });
      await given.casework.tasks.sendBack(chief, { taskId, reason: 'Once more.' });
      const again = await validating();
      const draft = await drafting().getLetterDraft(cleo, { taskId: again });
      expect(draft).toMatchObject({ version: 1, languages: [{ isStale: false }, { isStale: false }] });
      expect([partsOf(draft)[1]?.text, partsOf(draft, 1)[1]?.text]).toEqual([better, dutch]);
    });

    test('keeps a change that was made when letters were edited in one', async () => {
      const taskId = await validating();
      await drafting().saveLetterDraft(cleo, { taskId, version: 0, edits: [inFrench(better)] });
      await given.database.query(
        `update casework.letter_edit set edits = jsonb_build_array((edits->0) - 'language') where case_id = $1`,
        [caseId],
      );
      expect(partsOf(await drafting().getLetterDraft(cleo, { taskId }))[1]).toMatchObject({ isEdited: true });
      expect(await drafting().listLetterEdits(bart, { caseId })).toMatchObject([{ changes: [{ language: 'fr' }] }]);
    });
  });

  /** A case of the sample procedure with other letters for its tasks. */
  const givenCaseWith = async (letters: Readonly<Record<string, string>>): Promise<void> => {
    const changed = describedWith(({ tasks }) => {
      for (const [id, letter] of Object.entries(letters)) tasks[id] = { ...tasks[id], letter };
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
    const open = partsOf(await drafting().getLetterDraft(bart, { taskId })).find(
      ({ lock, text }) => lock === null && text !== null && !text.includes('{'),
    );
    const edits = [inFrench('Autre chose.', open?.path)];
    await drafting().saveLetterDraft(bart, { taskId, version: 0, edits });
    await drafting().completeTask(bart, { taskId, data: proposal, letterVersion: 1 });
    expect(await drafting().listLetterEdits(chief, { caseId })).toMatchObject([{ version: 1, isSigned: false }]);
  });

  test('is not signed by a completion that was refused, where the task sends none in the end', async () => {
    await givenCaseWith({ validate: '= if isUrgent = true then null else "grant"' });
    const taskId = await validating();
    await drafting().saveLetterDraft(cleo, { taskId, version: 0, edits: [inFrench(better)] });
    await expect(drafting().completeTask(cleo, { taskId, data: {}, letterVersion: 1 })).rejects.toEqual(
      code('FORM_INVALID'),
    );
    processHas(taskId, { proposal, isUrgent: true });
    await drafting().completeTask(cleo, { taskId, data: agreed });
    expect(await drafting().listLetterEdits(chief, { caseId })).toMatchObject([{ version: 1, isSigned: false }]);
  });
});
