import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personOf, scopeOf, type Actor } from '@irisflow/access';
import {
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  sampleProcedure,
  sampleProcedureChanging,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import type { FolderFile } from '@irisflow/procedures';
import type { ViewCondition, ViewDefinition, ViewFilter } from './views/view-definition.ts';

interface FormFile {
  schema: { properties: Record<string, unknown> };
  uischema: { elements: { elements: unknown[] }[] };
  translations: Record<string, Record<string, string>>;
  access: { scope: string; audience: string[] }[];
}

/** The sample, whose application also asks for a commune, a wish, and something that versions show to clerks or not. */
const folderWith = (secretFor: readonly string[]): FolderFile[] => {
  const [form] = sampleProcedureChanging('application.form.json', (value) => {
    const file = value as unknown as FormFile;
    for (const [name, label] of [
      ['commune', 'Commune'],
      ['wish', 'Souhait'],
      ['secret', 'Secret'],
    ] as const) {
      file.schema.properties[name] = { type: 'string', maxLength: 100 };
      const scope = `#/properties/${name}`;
      file.uischema.elements[0]?.elements.push({
        type: 'Control',
        id: `c_${name}`,
        scope,
        i18n: name,
        options: { widget: 'text' },
      });
      for (const texts of Object.values(file.translations)) texts[`${name}.label`] = label;
    }
    file.access.push({ scope: '#/properties/secret', audience: [...secretFor] });
  }).slice(-1);
  const [procedure] = sampleProcedureChanging('procedure.json', (value) => {
    Object.assign(value, { statistics: { commune: '/commune' } });
  }).slice(-1);
  const changed = [form, procedure].flatMap((file) => file ?? []);
  return [...sampleProcedure().filter(({ path }) => changed.every((file) => file.path !== path)), ...changed];
};

const is = (field: string, operator: ViewCondition['operator'], ...values: string[]): ViewCondition => ({
  field,
  operator,
  values,
});
type Part = ViewCondition | { readonly parts: unknown };
/** Groups are checked for their depth where requests come in. */
const all = (...parts: Part[]): ViewFilter => ({ match: 'all', parts: parts as never });
const any = (...parts: Part[]): ViewFilter => ({ match: 'any', parts: parts as never });
const viewOf = (filter: ViewFilter, more: Partial<ViewDefinition> = {}): ViewDefinition => ({
  list: 'team',
  filter,
  columns: ['daysLeft', 'task'],
  sort: 'due',
  ...more,
});

const rent = 'rent-aid//rent';
const wish = 'rent-aid//wish';
const secret = 'rent-aid//secret';
const outcome = 'rent-aid/instruct/outcome';

describe('views of the worklist', () => {
  let given: TestCasework;
  let nadia: Actor;
  let wim: Actor;
  let chief: Actor;
  let stranger: Actor;
  let keys = 9000;
  const taskOf = new Map<string, string>();
  const caseOf = new Map<string, string>();

  const views = () => given.casework.views;
  const names = async (filter: ViewFilter, more: Partial<ViewDefinition> = {}, actor = nadia): Promise<string[]> =>
    (await views().listViewTasks(actor, { definition: viewOf(filter, more) })).items.map(({ applicant }) => applicant);

  const givenTask = async (name: string, elementId = 'instruct'): Promise<string> => {
    keys += 1;
    const instance = given.engine.instances.find(({ variables }) => variables['caseId'] === caseOf.get(name));
    const processInstanceKey = instance?.processInstanceKey ?? '';
    given.engine.taskList.push({
      userTaskKey: String(keys),
      state: 'open',
      elementId,
      elementInstanceKey: `${keys}1`,
      processInstanceKey,
      rootProcessInstanceKey: processInstanceKey,
      assignee: null,
      candidateGroups: ['agent'],
      priority: 50,
      createdAt: new Date(given.clock.now()).toISOString(),
      endedAt: null,
    } as never);
    given.engine.taskVariables.set(String(keys), { application: { rent: 700 } });
    await given.casework.tasks.synchronize(system, {});
    taskOf.set(name, String(keys));
    return String(keys);
  };

  const givenApplication = async (name: string, more: object): Promise<void> => {
    const citizen = await givenCitizen(given.casework, name);
    const draft = await given.casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: name, hasLease: false, ...more };
    const { caseId } = await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' });
    caseOf.set(name, caseId);
    await given.casework.outbox.drain(system, {});
    await givenTask(name);
  };

  beforeAll(async () => {
    given = await openTestCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework, folderWith(['agent', 'applicant']));
    nadia = await givenStaff(given.casework, { name: 'Nadia', roles: ['agent'] });
    wim = await givenStaff(given.casework, { name: 'Wim', roles: ['agent'] });
    chief = await givenStaff(given.casework, { name: 'Chief', roles: ['supervisor', 'agent'] });
    stranger = await givenStaff(given.casework, {
      name: 'Tom',
      roles: ['agent', 'supervisor'],
      administration: 'taxi',
    });
    await givenApplication('Anna', { rent: 400, commune: 'Ixelles', wish: 'Près de l’Église', secret: 'known' });
    await givenApplication('Bilal', { rent: 700, commune: 'Elsene', wish: '=1+1' });
    await givenPublished(given.casework, folderWith(['applicant']));
    await givenApplication('Chloé', { rent: 1200.5, commune: 'Anderlecht', wish: 'rez-de-chaussée', secret: 'hidden' });
    await givenApplication('Dries', { rent: 700 });
    for (const [name, due] of [
      ['Anna', '2026-12-20'],
      ['Bilal', '2026-11-28'],
      ['Chloé', '2026-11-20'],
    ] as const)
      await given.database.query('update casework.task set due_on = $2 where id = $1', [taskOf.get(name), due]);
  });
  afterAll(() => given.close());

  test('offer what all tasks have and the fields of forms that clerks read along a list', async () => {
    const fields = await views().listViewFields(nadia, {});
    const byKey = new Map(fields.map((field) => [field.key, field]));
    expect(byKey.get('status')?.choices).toContainEqual({
      value: 'incomplete',
      label: { fr: 'Attend le demandeur', nl: 'Wacht op de aanvrager', en: 'Waits for the applicant' },
    });
    expect(byKey.get(rent)).toMatchObject({ kind: 'number', label: { fr: 'rent' } });
    expect(byKey.get('rent-aid//hasLease')?.kind).toBe('yesNo');
    expect(byKey.get(outcome)).toMatchObject({
      kind: 'choice',
      choices: [{ value: 'grant', label: { fr: 'Octroi' } }, {}],
    });
    expect(byKey.has('rent-aid//agentNote')).toBe(true);
    // A number of a person, files, and what the newest version does not show to clerks.
    for (const key of ['rent-aid//nationalNumber', 'rent-aid//lease', secret]) expect(byKey.has(key)).toBe(false);
    expect((await views().listViewFields(stranger, {})).map(({ key }) => key)).not.toContain(rent);
  });

  test('find what all or any of their conditions say, in groups', async () => {
    expect(await names(all())).toEqual(['Chloé', 'Bilal', 'Anna', 'Dries']);
    expect(await names(all(is(rent, 'atLeast', '700'), is('daysLeft', 'atMost', '10')))).toEqual(['Chloé', 'Bilal']);
    expect(await names(any(is(rent, 'atMost', '400'), is(rent, 'is', '1200.50')))).toEqual(['Chloé', 'Anna']);
    expect(
      await names(
        all(
          is('dueOn', 'filled'),
          any(is('daysLeft', 'atMost', '-1'), all(is(rent, 'is', '400'), is(wish, 'contains', 'eglise'))),
        ),
      ),
    ).toEqual(['Chloé', 'Anna']);
    expect(await names(all(any()))).toHaveLength(4);
  });

  test('ask each kind of field in its own way, and say nothing of what has no answer', async () => {
    expect(await names(all(is(wish, 'is', 'REZ-DE-CHAUSSEE')))).toEqual(['Chloé']);
    expect(await names(all(is(wish, 'isNot', 'rez-de-chaussée')))).toEqual(['Bilal', 'Anna']);
    expect(await names(all(is(wish, 'empty')))).toEqual(['Dries']);
    expect(await names(all(is('commune', 'oneOf', '21009')))).toEqual(['Bilal', 'Anna']);
    expect(await names(all(is('commune', 'noneOf', '21009')))).toEqual(['Chloé']);
    expect(await names(all(is('dueOn', 'nextDays', '5')))).toEqual(['Bilal']);
    expect(await names(all(is('dueOn', 'until', '2026-11-28')))).toEqual(['Chloé', 'Bilal']);
    expect(await names(all(is('received', 'pastDays', '0')))).toHaveLength(4);
    expect(await names(all(is('rent-aid//hasLease', 'no')))).toHaveLength(4);
    expect(await names(all(is('applicant', 'contains', 'chloe')))).toEqual(['Chloé']);
    expect(
      await names(all(is('step', 'oneOf', 'rent-aid/instruct'), is('procedure', 'oneOf', 'rent-aid'))),
    ).toHaveLength(4);
    expect(await names(all(is('language', 'oneOf', 'nl')))).toEqual([]);
    expect(await names(all(is('assignee', 'noneOf', 'nobody')))).toEqual([]);
  });

  test('leave on record who looked for whom, where nobody was found as well', async () => {
    const noted = () =>
      given.database.query<{ actor: string; detail: { fields: string; sealed: { id: string } } }>(
        `select actor, detail from casework.audit_entry where action = 'answers.filtered' order by sequence desc`,
      );
    const before = (await noted()).length;
    const nobody = all(
      is(wish, 'contains', 'Zwartekatje'),
      is('applicant', 'contains', 'Verlinden'),
      is('dueOn', 'filled'),
    );
    expect(await names(nobody)).toEqual([]);
    // The list of a screen that stays open asks the same again.
    expect(await names(nobody)).toEqual([]);
    const [entry, ...rest] = await noted();
    expect(rest).toHaveLength(before);
    expect(entry).toMatchObject({
      actor: `person:${personOf(nadia).id}`,
      detail: { fields: 'rent-aid//wish contains, applicant contains' },
    });
    // What was looked for is for the auditor to open, not in the chain.
    expect(JSON.stringify(entry)).not.toMatch(/Zwartekatje|Verlinden/);
    const sealed = await given.database.query('select id from casework.sealed_detail where id = $1', [
      entry?.detail.sealed.id,
    ]);
    expect(sealed).toHaveLength(1);
    expect(await names(all(is('dueOn', 'filled')))).not.toEqual([]);
    expect(await noted()).toHaveLength(before + 1);
    await names(nobody, {}, wim);
    const now = given.clock.now();
    given.clock.set(new Date(now + 3600_000).toISOString());
    await names(nobody);
    given.clock.set(new Date(now).toISOString());
    expect(await noted()).toHaveLength(before + 3);
  });

  test('know who has a task, what stands still and what waits', async () => {
    await given.casework.tasks.claim(wim, { taskId: taskOf.get('Dries') ?? '' });
    expect(await names(all(is('assignee', 'oneOf', 'me')), {}, wim)).toEqual(['Dries']);
    expect(await names(all(is('assignee', 'oneOf', personOf(wim).id, 'nobody')))).toHaveLength(4);
    expect(await names(all(), { list: 'mine' }, wim)).toEqual(['Dries']);
    for (const [table, row] of [
      [
        'case_incident',
        { incident_key: '1', process_instance_key: '1', element_id: 'x', meaning: {}, since: '2026-11-25' },
      ],
      [
        'case_message',
        {
          id: 'm1',
          at: '2026-11-25',
          sender: 'applicant',
          written_by: personOf(nadia).id,
          text: 'x',
          asks: false,
          documents: [],
          told: [],
          attempts: 0,
          next_at: '2026-11-25',
        },
      ],
    ] as const)
      await given.database.query(
        `insert into casework.${table} select r.* from jsonb_populate_record(null::casework.${table}, $1::jsonb) r`,
        [JSON.stringify({ ...row, case_id: caseOf.get('Bilal'), administration: 'housing' })],
      );
    for (const field of ['incident', 'unread']) {
      expect(await names(all(is(field, 'yes')))).toEqual(['Bilal']);
      expect(await names(all(is(field, 'no')))).toEqual(['Chloé', 'Anna', 'Dries']);
    }
  });

  test('show columns in words, with what a step proposed for the next one', async () => {
    const taskId = taskOf.get('Anna') ?? '';
    await given.casework.tasks.claim(nadia, { taskId });
    await given.casework.tasks.complete(nadia, { taskId, data: { outcome: 'grant', amount: 80 } });
    await givenTask('Anna', 'validate');
    const columns = ['applicant', rent, outcome, 'commune', wish, 'status', 'dueOn'];
    const { items } = await views().listViewTasks(chief, {
      definition: viewOf(all(is(outcome, 'oneOf', 'grant')), { columns }),
    });
    expect(items.map(({ cells }) => Object.values(cells).map((cell) => cell?.fr ?? null))).toEqual([
      [
        expect.stringContaining('Anna, '),
        '400,00\u00a0€',
        'Octroi',
        'Ixelles',
        'Près de l’Église',
        'Introduit',
        '25 janvier 2027',
      ],
    ]);
  });

  test('tell applicants that their files were opened once answers were shown or asked for', async () => {
    const read = async (name: string) =>
      (
        await given.database.query('select from casework.file_access where case_id = $1 and acting_as = $2', [
          caseOf.get(name),
          'agent',
        ])
      ).length;
    await given.database.query('delete from casework.file_access');
    await names(all(is('status', 'filled')), { columns: ['task', 'status'] });
    expect(await read('Chloé')).toBe(0);
    await Promise.all([names(all(is(rent, 'atLeast', '1000'))), names(all(is(rent, 'atLeast', '1000')))]);
    await names(all(is('applicant', 'contains', 'Dries')), { columns: ['task', wish] });
    expect(await Promise.all(['Chloé', 'Dries', 'Bilal'].map(read))).toEqual([1, 1, 0]);
  });

  test('tell nobody what a version does not show to clerks, neither by filter nor by column', async () => {
    expect(await names(all(is(secret, 'is', 'known')))).toEqual(['Anna']);
    for (const question of [is(secret, 'is', 'hidden'), is(secret, 'isNot', 'other'), is(secret, 'empty')])
      expect(await names(all(question))).not.toContain('Chloé');
    const { items } = await views().listViewTasks(nadia, { definition: viewOf(all(), { columns: [secret] }) });
    expect(items.find(({ applicant }) => applicant === 'Chloé')?.cells).toEqual({ [secret]: null });
    const number = 'rent-aid//nationalNumber';
    for (const [key, actor] of [
      [number, nadia],
      ['rent-aid//nothing', nadia],
      [rent, stranger],
      ['__proto__', nadia],
    ] as const)
      await expect(views().listViewTasks(actor, { definition: viewOf(all(is(key, 'filled'))) })).rejects.toMatchObject({
        code: 'VIEW_FIELD_UNKNOWN',
        errors: [{ pointer: '/filter/parts/0', keyword: 'field' }],
      });
    const shown = await views().listViewTasks(nadia, { definition: viewOf(all(), { columns: [number, 'toString'] }) });
    expect(shown.items.flatMap(({ cells }) => Object.values(cells)).filter((cell) => cell !== null)).toEqual([]);
    expect(await names(all(), {}, stranger)).toEqual([]);
  });

  test.each([
    [is(rent, 'atLeast', 'much'), 'value'],
    [is(rent, 'atLeast', '1e400'), 'value'],
    [is(rent, 'atLeast'), 'value'],
    [is(rent, 'contains', '7'), 'operator'],
    [is('dueOn', 'on', '2026-02-30'), 'value'],
    [is('dueOn', 'nextDays', '-1'), 'value'],
    [is(wish, 'contains', ' \u0301 '), 'value'],
    [is('status', 'oneOf'), 'value'],
    [is('daysLeft', 'atMost', '99999999999999999999'), 'value'],
  ])('refuse %j by naming where it stands', async (condition, keyword) => {
    const asked = views().listViewTasks(nadia, { definition: viewOf(all(any(condition))) });
    await expect(asked).rejects.toMatchObject({
      code: 'VIEW_CONDITION_INVALID',
      errors: [{ pointer: '/filter/parts/0/parts/0', keyword }],
    });
  });

  test('take values as text and nothing else, whatever is in them', async () => {
    for (const odd of [`'; drop table casework.task; --`, '%', '_', '\\', '{}', `"`, '\u200b x'])
      expect(await names(all(is(wish, 'contains', odd)))).toEqual([]);
    await expect(names(all(...Array.from({ length: 21 }, () => is(rent, 'filled'))))).rejects.toMatchObject({
      code: 'VIEW_TOO_LARGE',
    });
  });

  test('go on where a page ended, each task once', async () => {
    const definition = viewOf(any(is(rent, 'filled'), is(wish, 'filled')), { sort: 'created' });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await views().listViewTasks(nadia, { definition, limit: 1, ...(cursor === null ? {} : { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(4);
    expect(seen).toHaveLength(4);
    await expect(views().listViewTasks(nadia, { definition, cursor: 'x' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });

  test('are those of one step where tasks are ticked to be decided together, whatever the view asks for beside it', async () => {
    const asked = async (more: object, filter = all(is(rent, 'filled'))) =>
      (await views().listViewTasks(nadia, { definition: viewOf(filter), ...more })).items;
    const ofStep = (await asked({})).filter(({ elementId }) => elementId === 'instruct').map(({ id }) => id);
    expect(ofStep.length).toBeGreaterThan(0);
    const instruct = { procedure: 'rent-aid', element: 'instruct' };
    expect((await asked(instruct)).map(({ id }) => id)).toEqual(ofStep);
    expect(await asked({ procedure: 'another' })).toEqual([]);
    // What the view itself asks for still holds.
    const ofAnother = all(is('procedure', 'oneOf', 'another'));
    expect(await asked(instruct, ofAnother)).toEqual([]);
  });

  test('leave as CSV that no spreadsheet takes for a formula, on record', async () => {
    const definition = viewOf(all(is('applicant', 'contains', 'Bilal')), {
      columns: ['applicant', wish, 'daysLeft', secret],
    });
    const [head, line, rest] = (await views().exportView(nadia, { definition })).split('\r\n');
    expect(head).toBe('\ufeff"Demandeur ou référence";"Souhait";"Jours légaux restants";"Secret"');
    expect(line).toMatch(/^"Bilal, .+";"'=1\+1";"3";""$/);
    expect(rest).toBe('');
    const [entry] = await given.database.query<{ detail: object }>(
      "select detail from casework.audit_entry where action = 'view.exported' order by sequence desc limit 1",
    );
    expect(entry?.detail).toMatchObject({ rows: 1 });
  });

  describe('saved', () => {
    const definition = viewOf(all(is(rent, 'atLeast', '700')));
    const save = (actor: Actor, name: string, shared = false) => views().saveView(actor, { name, definition, shared });
    const listed = async (actor: Actor) => (await views().listViews(actor, {})).views.map(({ name }) => name);

    test('are their owner’s until they are shared, and then everybody’s to use and copy', async () => {
      const mine = await save(nadia, '  Loyers élevés ');
      expect(mine).toMatchObject({ name: 'Loyers élevés', isMine: true, mayChange: true, definition });
      expect(await listed(wim)).toEqual([]);
      const { id: viewId, revision } = mine;
      const asIs = { viewId, name: 'Loyers', definition, revision };
      await expect(views().changeView(wim, { ...asIs, shared: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(views().chooseDefaultView(wim, { viewId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const shared = await views().changeView(nadia, { ...asIs, shared: true });
      expect(await listed(wim)).toEqual(['Loyers']);
      expect(await listed(stranger)).toEqual([]);
      const changed = { ...asIs, revision: shared.revision, shared: true };
      await expect(views().changeView(wim, changed)).rejects.toMatchObject({ code: 'VIEW_OF_OTHERS' });
      await expect(views().dropView(wim, { viewId })).rejects.toMatchObject({ code: 'VIEW_OF_OTHERS' });
      await views().chooseDefaultView(wim, { viewId });
      expect((await views().listViews(wim, {})).defaultId).toBe(viewId);

      const put = await views().changeView(chief, { ...changed, name: 'Loyers élevés' });
      await expect(views().changeView(nadia, changed)).rejects.toMatchObject({ code: 'STALE_REVISION' });
      const unshared = { ...changed, revision: put.revision, shared: false };
      await expect(views().changeView(chief, unshared)).rejects.toMatchObject({ code: 'VIEW_OF_OTHERS' });
      await views().changeView(nadia, unshared);
      expect((await views().listViews(wim, {})).defaultId).toBeNull();
      await views().dropView(nadia, { viewId });
      expect(await listed(nadia)).toEqual([]);
    });

    test('are refused without a name, with a field that cannot be read, and beyond fifty at once', async () => {
      await expect(save(nadia, ' \u200b ')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      const odd = viewOf(all(is('rent-aid//nationalNumber', 'filled')));
      await expect(views().saveView(nadia, { name: 'x', definition: odd, shared: true })).rejects.toMatchObject({
        code: 'VIEW_FIELD_UNKNOWN',
      });
      const tried = await Promise.allSettled(Array.from({ length: 52 }, (_, index) => save(wim, `View ${index}`)));
      expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
      expect(tried.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'VIEWS_FULL' });
    });

    test('stand behind the second wall too', async () => {
      const { id: own } = await save(nadia, 'Own');
      const { id: shared } = await save(nadia, 'Shared', true);
      await views().chooseDefaultView(nadia, { viewId: own });
      const as = (actor: Actor) => given.database.as(scopeOf(actor));
      const seen = async (actor: Actor) =>
        (
          await as(actor).query<{ id: string }>('select id from casework.saved_view where owner = $1', [
            personOf(nadia).id,
          ])
        )
          .map(({ id }) => id)
          .toSorted();
      expect(await seen(nadia)).toEqual([own, shared].toSorted());
      expect(await seen(wim)).toEqual([shared]);
      expect(await seen(stranger)).toEqual([]);
      const rename = (actor: Actor) =>
        as(actor).query(`update casework.saved_view set name = 'taken' where owner = $1 returning id`, [
          personOf(nadia).id,
        ]);
      expect(await rename(wim)).toEqual([]);
      expect(await rename(chief)).toEqual([{ id: shared }]);
      expect(await rename(stranger)).toEqual([]);
      await expect(
        as(chief).query(`update casework.saved_view set owner = $2, shared = false where id = $1`, [
          shared,
          personOf(wim).id,
        ]),
      ).rejects.toThrow('row-level security');
      expect(await as(wim).query('select view_id from casework.default_view where view_id = $1', [own])).toEqual([]);
    });
  });
});
