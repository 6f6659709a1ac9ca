import { job, personOf, requireClerk } from '../actor.ts';
import { findAdministration } from '../storage/administrations.ts';
import { listColleagueRows, listDemoPeopleRows } from '../storage/people.ts';
import { actingAs } from '../use-case.ts';
import type { UseCase } from '../surroundings.ts';
import type { ColleagueView, DemoPersonView, PersonView } from '../views/person.ts';

/** The signed-in person as their own screen shows them. */
export const viewMyself: UseCase<Record<string, never>, PersonView> = async ({ database }, actor) => {
  const person = personOf(actor);
  const administration =
    person.administration === null ? null : await findAdministration(database, person.administration);
  return {
    id: person.id,
    name: person.name,
    roles: [...person.roles],
    groups: [...person.groups],
    language: person.language,
    administration,
  };
};

/** The people of the demonstration; empty in production, where nobody seeds them. */
export const listDemoPeople: UseCase<Record<string, never>, DemoPersonView[]> = async (surroundings) => {
  // People of the demonstration are shown to strangers; other people's rows are not.
  const rows = await listDemoPeopleRows(actingAs(surroundings, job('signIn')).database);
  return rows.flatMap(({ id, name, roles, language, demo_story: story }) =>
    story === null ? [] : [{ id, name, roles, language, story }],
  );
};

/** Who can work on the tasks of my administration, with how many each already has. */
export const listColleagues: UseCase<Record<string, never>, ColleagueView[]> = async ({ database }, actor) => {
  const { administration } = requireClerk(actor);
  const rows = await listColleagueRows(database, administration);
  return rows.map((row) => ({ id: row.id, name: row.name, roles: row.roles, openTasks: row.open_tasks }));
};
