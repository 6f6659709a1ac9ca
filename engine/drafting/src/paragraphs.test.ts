import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personOf, type Actor } from '@irisflow/access';
import {
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  sampleProcedureChanging,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import { judgeKept } from './paragraphs/judge-kept.ts';
import type { ParagraphContent } from './views/paragraph.ts';

interface Form {
  schema: { properties: Record<string, unknown> };
  uischema: { elements: [{ elements: unknown[] }] };
  translations: Record<string, Record<string, string>>;
  bindings: { process: { out: unknown[] } };
}

/** The sample, in whose first task somebody writes why, and on which grounds. */
const motivated = () => {
  const files = sampleProcedureChanging('instruct.form.json', (form: Form) => {
    const added = { motivation: 'textarea', ground: 'text' };
    for (const [name, widget] of Object.entries(added)) {
      form.schema.properties[name] = { type: 'string', maxLength: 5000 };
      form.uischema.elements[0].elements.push({
        type: 'Control',
        id: `c_${name}`,
        scope: `#/properties/${name}`,
        i18n: name,
        options: { widget },
      });
      for (const texts of Object.values(form.translations)) texts[`${name}.label`] = name;
      form.bindings.process.out.push({ from: `#/properties/${name}`, to: `proposal.${name}` });
    }
  });
  const [described] = sampleProcedureChanging(
    'procedure.json',
    (procedure: { tasks: Record<string, { decides?: object }>; grounds: Record<string, unknown> }) => {
      const validate = procedure.tasks['validate'];
      if (validate !== undefined) validate.decides = { ...validate.decides, grounds: '= [proposal.ground]' };
      procedure.grounds['R1'] = procedure.grounds['R2'];
    },
  ).filter(({ path }) => path === 'procedure.json');
  return described === undefined ? files : [...files.filter(({ path }) => path !== 'procedure.json'), described];
};

const content = (more: Partial<ParagraphContent> = {}): ParagraphContent => ({
  title: { fr: 'Plafond', nl: 'Plafond' },
  text: { fr: 'Le loyer de {{case.applicant.name}} dépasse le plafond légal.', nl: 'De huur is te hoog.' },
  legalReference: { fr: 'Ord. 2003, art. 5', nl: 'Ord. 2003, art. 5' },
  procedures: [],
  steps: [],
  outcomes: [],
  grounds: [],
  validFrom: null,
  validTo: null,
  ...more,
});

describe('standard paragraphs', () => {
  let given: TestCasework;
  let agent: Actor;
  let colleague: Actor;
  let chief: Actor;
  let stranger: Actor;
  let keys = 9000;
  let names = 0;

  const drafting = () => given.casework.drafting;
  const refused = (code: string) => expect.objectContaining({ code });
  const newKey = (): string => {
    names += 1;
    return `p-${names}`;
  };

  beforeAll(async () => {
    given = await openTestCasework();
    const { casework } = given;
    await givenAdministrations(casework);
    await givenPublished(casework, motivated());
    agent = await givenStaff(casework, { name: 'Bart', roles: ['agent'] });
    colleague = await givenStaff(casework, { name: 'Cléo', roles: ['agent'] });
    chief = await givenStaff(casework, { name: 'Chief', roles: ['supervisor'] });
    stranger = await givenStaff(casework, { name: 'Tom', roles: ['agent', 'supervisor'], administration: 'taxi' });
  });
  afterAll(() => given.close());

  const givenParagraph = async (more: Partial<ParagraphContent> = {}, key = newKey()) =>
    drafting().addParagraph(chief, { key, content: content(more) });

  /** A task of a case that the agent has. */
  const givenTask = async (name: string, language: 'fr' | 'nl' = 'fr') => {
    const { casework, engine, database } = given;
    keys += 1;
    const citizen = await givenCitizen(casework, `Léa ${keys}`);
    const draft = await casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language });
    const data = { ...draft.data, lastName: name, rent: 700, hasLease: false };
    const { caseId } = await casework.applications.submit(citizen, { draftId: draft.id, data, language });
    await database.query('update casework.case_file set applicant = $2, language = $3 where id = $1', [
      caseId,
      name,
      language,
    ]);
    await casework.outbox.drain(system, {});
    const taskId = String(keys);
    const instance = engine.instances.find(({ variables }) => variables['caseId'] === caseId)?.processInstanceKey ?? '';
    engine.taskList.push({
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
    });
    engine.taskVariables.set(taskId, { application: { rent: 700 } });
    given.clock.set(new Date(given.clock.now() + 5000).toISOString());
    await casework.tasks.synchronize(system, {});
    await casework.tasks.claim(agent, { taskId });
    return { caseId, taskId };
  };

  const field = '/motivation';
  const refusal = { outcome: 'refuse', amount: 0, ground: 'R2' };

  test('are kept by supervisors, who see before and after', async () => {
    const added = await givenParagraph({ text: { fr: 'Avant.', nl: '' }, title: { fr: 'Titre', nl: '' } });
    expect(added).toMatchObject({ version: 1, state: 'inForce', missing: ['nl'], uses: 0 });
    const { id: paragraphId } = added;
    const after = content({ text: { fr: 'Après.', nl: 'Na.' } });
    const changed = await drafting().changeParagraph(chief, {
      paragraphId,
      version: 1,
      content: after,
      reason: 'Arrêt',
    });
    expect(changed).toMatchObject({
      version: 2,
      missing: [],
      versions: [
        {
          version: 2,
          act: 'changed',
          reason: 'Arrêt',
          changedBy: { name: 'Chief' },
          content: { text: { fr: 'Après.' } },
        },
        { version: 1, act: 'added', reason: null, content: { text: { fr: 'Avant.' } } },
      ],
    });
    const entries = await given.database.query<{ action: string }>(
      'select action from casework.audit_entry where object = $1 order by sequence',
      [`paragraph:${paragraphId}`],
    );
    expect(entries.map(({ action }) => action)).toEqual(['paragraph.added', 'paragraph.changed']);
    await expect(drafting().addParagraph(agent, { key: newKey(), content: content() })).rejects.toEqual(
      refused('FORBIDDEN'),
    );
    await expect(
      drafting().changeParagraph(agent, { paragraphId, version: 2, content: after, reason: '' }),
    ).rejects.toEqual(refused('FORBIDDEN'));
  });

  test('of another administration do not exist', async () => {
    const { id: paragraphId, key } = await givenParagraph();
    const { taskId } = await givenTask('Ada');
    await expect(drafting().getParagraph(stranger, { paragraphId })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(drafting().retireParagraph(stranger, { paragraphId, version: 1, reason: 'x' })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
    expect((await drafting().listParagraphs(stranger, {})).total).toBe(0);
    const theirs = await drafting().addParagraph(stranger, { key, content: content() });
    await expect(
      drafting().insertParagraphText(agent, { taskId, field, data: {}, paragraphId: theirs.id, version: 1 }),
    ).rejects.toEqual(refused('NOT_FOUND'));
  });

  test('are changed by one person at a time, and have keys of their own', async () => {
    const { id: paragraphId, key } = await givenParagraph();
    const change = (text: string) =>
      drafting().changeParagraph(chief, {
        paragraphId,
        version: 1,
        content: content({ text: { fr: text, nl: text } }),
        reason: '',
      });
    const both = await Promise.allSettled([change('one'), change('two')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(change('three')).rejects.toEqual(refused('STALE_REVISION'));
    await expect(givenParagraph({}, key)).rejects.toEqual(refused('PARAGRAPH_KEY_TAKEN'));
  });

  test.each([
    ['nothing at all', { title: { fr: '', nl: '' }, text: { fr: '', nl: '' } }, '/content/text/fr', 'required'],
    ['a text of no width', { text: { fr: '\u200b\u2060', nl: 'x' } }, '/content/text/fr', 'required'],
    ['a text without title', { title: { fr: 'x', nl: '' } }, '/content/title/nl', 'required'],
    ['code', { text: { fr: '{{1 + 1}}', nl: 'x' } }, '/content/text/fr', 'field'],
    ['a value of nobody', { text: { fr: 'x', nl: '{{secrets.DB}}' } }, '/content/text/nl', 'field'],
    ['half a field', { text: { fr: '{{values.x', nl: 'x' } }, '/content/text/fr', 'braces'],
    ['a letter that no font has', { text: { fr: '\u{13000}', nl: 'x' } }, '/content/text/fr', 'unprintable'],
    ['days the wrong way round', { validFrom: '2026-12-02', validTo: '2026-12-01' }, '/content/validTo', 'minimum'],
  ] as const)('with %s are refused, and where', async (_what, more, pointer, keyword) => {
    await expect(givenParagraph(more)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      errors: expect.arrayContaining([expect.objectContaining({ pointer, keyword })]) as unknown,
    });
  });

  test('are found by words of both languages, by procedure and by what they lack', async () => {
    const { key } = await givenParagraph({
      title: { fr: 'Propriété', nl: '' },
      text: { fr: 'Vous êtes propriétaire d’un château.', nl: '' },
      procedures: ['rent-aid'],
    });
    const keysOf = async (filter: Parameters<ReturnType<typeof drafting>['listParagraphs']>[1]) =>
      (await drafting().listParagraphs(agent, { limit: 100, ...filter })).items.map((item) => item.key);
    expect(await keysOf({ search: 'CHATEAU' })).toEqual([key]);
    expect(await keysOf({ search: '%' })).toEqual([]);
    expect(await keysOf({ procedure: 'rent-aid', show: 'untranslated' })).toContain(key);
    expect(await keysOf({ procedure: 'other', search: 'chateau' })).toEqual([]);
    const first = await drafting().listParagraphs(agent, { limit: 1 });
    const second = await drafting().listParagraphs(agent, { limit: 1, cursor: first.nextCursor ?? '' });
    expect(second.items[0]?.key).not.toBe(first.items[0]?.key);
  });

  test('are offered in the language of the case with its values, the nearest first', async () => {
    const { taskId } = await givenTask('{{contact.email}} Şahin');
    const only = { procedures: ['rent-aid'], steps: ['instruct'] };
    const forGround = await givenParagraph({ ...only, grounds: ['R2'] }, 'z-ground');
    const forOther = await givenParagraph({ ...only, grounds: ['R1'] }, 'a-other');
    const forRefusal = await givenParagraph({ ...only, outcomes: ['refused'] }, 'y-outcome');
    const forStep = await givenParagraph(only, 'x-step');
    await givenParagraph({ procedures: ['other'] }, 'w-elsewhere');
    await givenParagraph({ ...only, validTo: '2026-11-24' }, 'w-over');
    await givenParagraph({ ...only, steps: ['validate'] }, 'w-later');
    const offered = await drafting().offerParagraphs(agent, { taskId, field, data: refusal });
    const fits = offered.items.map(({ key, fit }) => [key, fit]);
    expect(fits.slice(0, 3)).toEqual([
      [forGround.key, 'ground'],
      [forRefusal.key, 'outcome'],
      [forStep.key, 'step'],
    ]);
    expect(fits.at(-1)).toEqual([forOther.key, 'other']);
    expect(fits.map(([key]) => key).filter((key) => key?.startsWith('w-'))).toEqual([]);
    expect(offered.items[0]?.text).toBe('Le loyer de {{contact.email}} Şahin dépasse le plafond légal.');
    const found = await drafting().offerParagraphs(agent, { taskId, field, data: {}, search: 'z-GROUND' });
    expect(found.items.map(({ key }) => key)).toEqual(['z-ground']);
  });

  test('in no language of the case are counted, not offered', async () => {
    const { taskId } = await givenTask('Nel', 'nl');
    await givenParagraph(
      { title: { fr: 'Rien', nl: '' }, text: { fr: 'Seulement en français.', nl: '' } },
      'only-french',
    );
    const offered = await drafting().offerParagraphs(agent, { taskId, field, data: {}, search: 'only-french' });
    expect(offered).toMatchObject({ language: 'nl', items: [], untranslated: 1, more: false });
  });

  test('speak of what the answers say so far by the names of the letter, and say what is missing', async () => {
    const { taskId } = await givenTask('Amy');
    const text = { fr: '{{variables.proposal.amount|money}} {{values.nothing}}', nl: 'x' };
    await givenParagraph({ text }, 'amounts');
    const [offer] = (
      await drafting().offerParagraphs(agent, { taskId, field, data: { ...refusal, amount: 12.5 }, search: 'amounts' })
    ).items;
    expect(offer).toMatchObject({ text: '12,50\u00a0€ [values.nothing]', missing: ['values.nothing'] });
  });

  test('go only into fields of several lines, of tasks that are mine', async () => {
    const { id: paragraphId } = await givenParagraph();
    const { taskId } = await givenTask('Abe');
    const insert = (actor: Actor, more: object) =>
      drafting().insertParagraphText(actor, { taskId, field, data: {}, paragraphId, version: 1, ...more });
    await expect(insert(agent, { field: '/ground' })).rejects.toEqual(refused('INPUT_INVALID'));
    await expect(insert(agent, { field: '/__proto__' })).rejects.toEqual(refused('INPUT_INVALID'));
    await expect(insert(colleague, {})).rejects.toEqual(refused('TASK_NOT_MINE'));
    await expect(insert(stranger, {})).rejects.toEqual(refused('NOT_FOUND'));
    await expect(insert(agent, { version: 2 })).rejects.toEqual(refused('STALE_REVISION'));
  });

  test('that are retired are offered to nobody, and stay on record', async () => {
    const { id: paragraphId, key } = await givenParagraph();
    const { taskId } = await givenTask('Ann');
    await expect(drafting().retireParagraph(chief, { paragraphId, version: 1, reason: '\u200b' })).rejects.toEqual(
      refused('INPUT_INVALID'),
    );
    const retired = await drafting().retireParagraph(chief, { paragraphId, version: 1, reason: 'Abrogé' });
    expect(retired).toMatchObject({
      state: 'retired',
      version: 2,
      versions: [{ act: 'retired', reason: 'Abrogé' }, {}],
    });
    expect((await drafting().offerParagraphs(agent, { taskId, field, data: {}, search: key })).items).toEqual([]);
    await expect(
      drafting().insertParagraphText(agent, { taskId, field, data: {}, paragraphId, version: 2 }),
    ).rejects.toEqual(refused('INPUT_INVALID'));
    await expect(drafting().retireParagraph(chief, { paragraphId, version: 2, reason: 'again' })).rejects.toEqual(
      refused('INPUT_INVALID'),
    );
    expect(await drafting().restoreParagraph(chief, { paragraphId, version: 2, reason: 'Retour' })).toMatchObject({
      state: 'inForce',
    });
  });

  test('are on record with the answer: which, in which version, and what was left of it', async () => {
    const whole = await givenParagraph();
    const part = await givenParagraph({
      text: { fr: 'Le demandeur possède un bien immobilier situé dans la Région bruxelloise depuis un an.', nl: 'x' },
    });
    const none = await givenParagraph({ text: { fr: 'Tout autre chose que le reste.', nl: 'x' } });
    const { taskId, caseId } = await givenTask('Zoé');
    const inserted: string[] = [];
    for (const { id: paragraphId, version } of [whole, part, none])
      inserted.push(
        (await drafting().insertParagraphText(agent, { taskId, field, data: {}, paragraphId, version })).text,
      );
    const motivation = `${inserted[0]}\n\nAu reste, le demandeur possède un bien immobilier situé à Uccle.`;
    await expect(drafting().completeTask(agent, { taskId, data: { motivation } })).rejects.toEqual(
      refused('FORM_INVALID'),
    );
    expect((await drafting().getParagraph(agent, { paragraphId: whole.id })).uses).toBe(0);
    await drafting().completeTask(agent, { taskId, data: { ...refusal, motivation } });
    const keptOf = async ({ id: paragraphId }: { id: string }) =>
      (await drafting().listParagraphUses(agent, { paragraphId })).items.map(({ kept, version }) => [version, kept]);
    expect(await keptOf(whole)).toEqual([[1, 'whole']]);
    expect(await keptOf(part)).toEqual([[1, 'part']]);
    expect(await keptOf(none)).toEqual([[1, 'none']]);
    expect(await drafting().getParagraph(agent, { paragraphId: whole.id })).toMatchObject({
      uses: 1,
      versions: [{ version: 1, uses: 1 }],
    });
    expect((await drafting().getParagraph(agent, { paragraphId: none.id })).uses).toBe(0);
    expect((await drafting().listParagraphUses(agent, { paragraphId: whole.id })).items[0]).toMatchObject({
      caseId,
      task: { nl: 'Onderzoeken' },
      field: { fr: 'motivation' },
      usedBy: { id: personOf(agent).id },
    });
    const [audited] = await given.database.query<{ detail: unknown }>(
      `select detail from casework.audit_entry where action = 'paragraphs.used' and object = $1`,
      [`task:${taskId}`],
    );
    expect(JSON.stringify(audited?.detail)).toContain(whole.key);
  });

  test('are offered for a message to the applicant, in their language and with the values of the case', async () => {
    const { caseId } = await givenTask('Noor', 'nl');
    const nl = 'De huur van {{case.applicant.name}} is {{values.application.rent|money}}, {{values.proposal.amount}}.';
    const { id } = await givenParagraph({ text: { fr: 'Loyer.', nl } });
    const ofStep = await givenParagraph({ steps: ['instruct'] });
    const offers = await drafting().offerForMessage(agent, { caseId });
    expect(offers.language).toBe('nl');
    const offered = offers.items.find((one) => one.id === id);
    expect(offered?.text).toMatch(/^De huur van Noor is .*700/);
    // What only a step of the process knows is missing, and said.
    expect(offered?.missing).toEqual(['values.proposal.amount']);
    expect(offers.items.map((one) => one.id)).not.toContain(ofStep.id);
    await expect(drafting().offerForMessage(stranger, { caseId })).rejects.toEqual(refused('NOT_FOUND'));
  });

  test('say nothing in a message that is kept apart from the case', async () => {
    const { caseId } = await givenTask('Noor');
    await given.database.query(
      `insert into casework.restricted_answer (case_id, administration, kind, of_id, pointer, value)
       values ($1, 'housing', 'answer', '', '/debt', '4711')`,
      [caseId],
    );
    const { id } = await givenParagraph({ text: { fr: 'Dette : {{values.application.debt}}.', nl: 'Schuld.' } });
    const { items } = await drafting().offerForMessage(agent, { caseId });
    expect(items.find((one) => one.id === id)).toMatchObject({ missing: ['values.application.debt'] });
    expect(JSON.stringify(items)).not.toContain('4711');
  });
});

test.each([
  ['Il manque une pièce.', 'Bonjour. Il  manque\nune PIECE ! Merci.', 'whole'],
  ['Il manque une pièce au dossier de demande.', 'Il manque une pièce.', 'part'],
  ['Il manque une pièce.', '', 'none'],
  ['Non', 'Nonobstant', 'none'],
] as const)('%s in %s is kept: %s', (inserted, answer, kept) => {
  expect(judgeKept(inserted, answer)).toBe(kept);
});
