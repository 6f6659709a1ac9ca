import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, scopeOfJobFor } from '@irisflow/access';
import type { FolderFile } from '@irisflow/procedures';
import {
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  sampleProcedure,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';

const changing = (files: FolderFile[], path: string, change: (value: never) => void): FolderFile[] =>
  files.map((file) => {
    if (file.path !== path) return file;
    const value = JSON.parse(file.content) as never;
    change(value);
    return { path, content: JSON.stringify(value) };
  });

interface Form {
  readonly schema: { readonly properties: Record<string, object> };
  readonly uischema: { readonly elements: [{ readonly elements: { scope: string; options: object }[] }] };
  readonly translations: Record<string, Record<string, string>>;
}

/** A field that the form has is for nobody to read without a reason. */
const restricting = (files: FolderFile[], name: string): FolderFile[] =>
  changing(files, 'application.form.json', ({ uischema }: Form) => {
    for (const control of uischema.elements[0].elements)
      if (control.scope === `#/properties/${name}`)
        control.options = { ...control.options, restricted: { reason: 'health' } };
  });

/** A procedure that asks what somebody suffers from, restricted or not. */
const sickFolder = (key: string, administration: string, isRestricted: boolean): FolderFile[] => {
  const described = changing(sampleProcedure(), 'procedure.json', (description: Record<string, unknown>) => {
    description['key'] = key;
    description['administration'] = administration;
    description['reference'] = key.toUpperCase();
  });
  const asking = changing(described, 'application.form.json', ({ schema, uischema, translations }: Form) => {
    schema.properties['illness'] = { type: 'string', maxLength: 100 };
    uischema.elements[0].elements.push({
      type: 'Control',
      id: 'c_illness',
      i18n: 'illness',
      scope: '#/properties/illness',
      options: { widget: 'text' },
    } as never);
    for (const texts of Object.values(translations)) texts['illness.label'] = 'Illness';
  });
  return isRestricted ? restricting(asking, 'illness') : asking;
};

describe('a case that is sent on with a restricted answer', () => {
  let given: TestCasework;
  let citizen: Actor;
  let clerk: Actor;
  let driver: Actor;
  let caseId = '';
  let count = 0;

  const cases = () => given.casework.cases;
  const illness = 'Crohn-4711';
  const open = async () => {
    const draft = await given.casework.applications.createDraft(citizen, {
      procedureKey: 'sick-aid',
      language: 'fr',
    });
    const data = { ...draft.data, lastName: 'Şimşek', rent: 700, hasLease: false, illness };
    return (await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' })).caseId;
  };
  const kept = (of: string) =>
    given.database.query('select administration, value from casework.restricted_answer where case_id = $1', [of]);

  beforeAll(async () => {
    given = await openTestCasework();
    const { casework } = given;
    await givenAdministrations(casework);
    await givenPublished(casework, sampleProcedure());
    await givenPublished(casework, sickFolder('sick-aid', 'housing', true));
    await givenPublished(casework, sickFolder('sick-taxi', 'taxi', true));
    await givenPublished(casework, sickFolder('open-taxi', 'taxi', false));
    clerk = await givenStaff(casework, { name: 'Bart', roles: ['agent'] });
    driver = await givenStaff(casework, { name: 'Dina', roles: ['agent'], administration: 'taxi' });
  });
  beforeEach(async () => {
    given.clock.set('2026-11-25T09:00:00Z');
    count += 1;
    citizen = await givenCitizen(given.casework, `Applicant ${count}`);
    caseId = await open();
  });
  afterAll(() => given.close());

  const propose = (more: object = {}) =>
    given.casework.lifecycle.proposeTransfer(clerk, {
      caseId,
      to: 'taxi',
      reason: 'La demande concerne un taxi.',
      documents: [],
      withAnswers: true,
      days: 10,
      ...more,
    });
  const accept = async (procedureKey: string) => {
    const { items } = await given.casework.lifecycle.listReceivedTransfers(driver, {});
    const transferId = items.find(({ state }) => state === 'proposed')?.id ?? '';
    return given.casework.lifecycle.acceptTransfer(driver, { transferId, procedureKey });
  };
  const newCaseId = async () =>
    (await cases().listMyCases(citizen, {})).find(({ status }) => status !== 'transferred')?.id ?? '';

  test('it goes along to where it is kept apart as well, masked for who takes the case over', async () => {
    await propose();
    const theirs = given.database.as(scopeOfJobFor(driver, 'transfers'));
    await accept('sick-taxi');

    const id = await newCaseId();
    expect(JSON.stringify(await cases().getCase(driver, { caseId: id }))).not.toContain(illness);
    expect((await cases().getMyCase(citizen, { caseId: id })).data).toMatchObject({ illness });
    expect(await kept(id)).toEqual([{ administration: 'taxi', value: illness }]);
    await given.casework.outbox.drain(system, {});
    const started = given.engine.instances.find(({ variables }) => variables['caseId'] === id);
    expect(started?.variables['application']).toMatchObject({ illness });
    // What the sender keeps is reached by nobody there once it was accepted.
    const left = 'select value from casework.restricted_answer where case_id = $1';
    expect(await theirs.query(left, [caseId])).toEqual([]);
  });

  test.each([
    ['where anybody would read it', 'open-taxi', {}],
    ['where no answers are sent', 'sick-taxi', { withAnswers: false }],
  ])('it stays behind %s', async (_, procedureKey, more) => {
    await propose(more);
    await accept(procedureKey);

    const id = await newCaseId();
    expect(JSON.stringify(await cases().getMyCase(citizen, { caseId: id }))).not.toContain(illness);
    expect(await kept(id)).toEqual([]);
    expect((await cases().getMyCase(citizen, { caseId })).data).toMatchObject({ illness });
  });

  test('what only the other one restricts is kept apart there', async () => {
    caseId = await givenCase(given.casework, citizen, 'Şimşek');
    await givenPublished(given.casework, restricting(sickFolder('name-taxi', 'taxi', true), 'lastName'));
    await propose();
    await accept('name-taxi');

    const there = await cases().getCase(driver, { caseId: await newCaseId() });
    expect(there.data).toMatchObject({ rent: 700 });
    expect(there.data).not.toHaveProperty('lastName');
  });
});
