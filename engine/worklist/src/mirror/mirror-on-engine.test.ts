import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@irisflow/access';
import {
  givenAdministrations,
  givenCitizen,
  givenPublished,
  givenStaff,
  openRealCasework,
  type RealCasework,
  system,
} from '@irisflow/platform/testing';

describe('the mirror on the real engine', () => {
  let given: RealCasework;
  let agent: Actor;

  beforeAll(async () => {
    given = await openRealCasework();
    await givenAdministrations(given.casework);
    await givenPublished(given.casework);
    agent = await givenStaff(given.casework, { name: 'Bart', roles: ['agent'] });
  }, 120_000);
  afterAll(() => given.close());

  const givenCase = async (name: string): Promise<void> => {
    const citizen = await givenCitizen(given.casework, name);
    const draft = await given.casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
    const data = { ...draft.data, lastName: name, rent: 700, hasLease: false };
    await given.casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' });
    await given.casework.outbox.drain(system, {});
  };
  const synchronize = () => given.casework.tasks.synchronize(system, {});
  const waiting = async () =>
    (await given.casework.tasks.listTasks(agent, { view: 'team', sort: 'created' })).items.map(
      ({ applicant }) => applicant,
    );

  test('follows what is created, what others complete, and what is canceled with its process', async () => {
    for (const name of ['Ada', 'Bea', 'Cleo']) await givenCase(name);
    await synchronize();
    expect(await waiting()).toEqual(['Ada', 'Bea', 'Cleo']);

    const page = { are: 'open', from: 0, limit: 10 } as const;
    const [first, second] = (await given.processEngine.tasks.search(page)).items;
    await given.processEngine.tasks.complete({ userTaskKey: first?.userTaskKey ?? '', variables: {} });
    await given.processEngine.cancelInstance(second?.processInstanceKey ?? '');
    await givenCase('Dina');
    await synchronize();
    // The first case has come to its second task, which is for supervisors too.
    expect(await waiting()).toEqual(expect.arrayContaining(['Cleo', 'Dina']));
    expect(await waiting()).not.toContain('Bea');
    const over = (await given.processEngine.tasks.search({ ...page, are: 'over' })).items;
    expect(over.map(({ state }) => state).toSorted()).toEqual(['canceled', 'completed']);
  });
});
