import { expect, test } from 'vitest';
import { openTestCasework } from './open-test-casework.ts';
import { givenAdministrations, givenCase, givenCitizen, givenPublished } from './sample-people.ts';
import { clerksOfYears, seedYearsOfWork } from './years-of-work.ts';

test('years of work are there for clerks as if people had made them', async () => {
  const given = await openTestCasework();
  try {
    const { casework, database } = given;
    await givenAdministrations(casework);
    await givenPublished(casework);
    const first = await givenCase(casework, await givenCitizen(casework, 'Léa'));
    await seedYearsOfWork(database, { first, parties: 10, cases: 30, timeline: 60 });
    const [clerk] = clerksOfYears;
    if (clerk === undefined) throw new TypeError('Expected a clerk, but there is none');

    const { items, total } = await casework.tasks.listTasks(clerk, { view: 'team' });
    expect(total).toBe(25);
    expect((await casework.tasks.countTasks(clerk, {})).team).toBe(25);
    const file = await casework.cases.getCase(clerk, { caseId: items[0]?.caseId ?? '' });
    expect(file.timeline.length).toBeGreaterThan(1);
    const party = await casework.parties.getParty(clerk, { partyId: file.partyId });
    expect(party.cases).toHaveLength(3);
    expect(await casework.parties.searchParties(clerk, { search: party.name })).toMatchObject([{ id: file.partyId }]);
  } finally {
    await given.close();
  }
});
