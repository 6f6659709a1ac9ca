import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenDraft, givenProcedure } from '../testing/given-case.ts';
import { openTestPlatform, type TestPlatform } from '../testing/open-test-platform.ts';
import { givenPerson, type Visitor } from '../testing/visitor.ts';

describe('an application', () => {
  let given: TestPlatform;
  let citizen: Visitor;

  beforeAll(async () => {
    given = await openTestPlatform();
    const { app, casework } = given;
    const analyst = await givenPerson(app, casework, {
      name: 'Ann',
      roles: ['analyst'],
      administration: 'brussels-housing',
    });
    await givenProcedure(analyst, 'rent-aid');
    citizen = await givenPerson(app, casework, { name: 'Léa', roles: ['citizen'] });
  });
  afterAll(() => given.close());

  const submit = (draftId: string) =>
    citizen.ask<{ caseId: string }>('submitApplication', {
      params: { draftId },
      body: { data: { request: 'A roof' }, language: 'fr' },
    });

  it('makes one case, however often and however fast it is submitted', async () => {
    const { id } = await givenDraft(citizen, 'rent-aid');
    const receipts = await Promise.all([submit(id), submit(id), submit(id)]);
    expect(new Set([...receipts, await submit(id)].map(({ caseId }) => caseId)).size).toBe(1);
    expect(await citizen.ask('listMyCases')).toHaveLength(1);
    expect(await citizen.ask('listDrafts')).toEqual([]);
  });

  it('in two tabs is saved by one of them; the other hears of it', async () => {
    const { id: draftId, revision } = await givenDraft(citizen, 'rent-aid');
    const save = (text: string) =>
      citizen.call('saveDraft', { params: { draftId }, body: { data: { request: text }, language: 'fr', revision } });
    const statuses = (await Promise.all([save('one'), save('two')])).map(({ statusCode }) => statusCode);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('with a field that its form does not have is refused by name', async () => {
    const { id: draftId } = await givenDraft(citizen, 'rent-aid');
    const answer = await citizen.call('submitApplication', {
      params: { draftId },
      body: { data: { request: 'A roof', status: 'granted' }, language: 'fr' },
    });
    expect(answer.json()).toMatchObject({ status: 422, code: 'FORM_INVALID', errors: [{ pointer: '/status' }] });
  });
});
