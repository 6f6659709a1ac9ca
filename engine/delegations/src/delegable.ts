import { namedProcedures, type Clerk, type KnownPerson } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { listPublishedProcedures, type PublishedProcedure } from '@irisflow/procedures';
import type { Surroundings } from './surroundings.ts';

/** Groups that somebody may delegate: their own, and the roles under which tasks are handled. What they have by delegation is not among them. */
export const delegableGroups = ({ groups, roles }: Pick<KnownPerson, 'groups' | 'roles'>): string[] => [
  ...new Set([...groups, ...roles.filter((role) => role === 'agent' || role === 'supervisor')]),
];

/** The published procedures of an administration of which somebody sees cases. */
export const delegableProcedures = async (
  { library }: Surroundings,
  db: Queryable,
  { administration, person }: Clerk,
): Promise<PublishedProcedure[]> => {
  const { procedures } = namedProcedures(person.reach);
  return (await listPublishedProcedures(db, library)).filter(
    (published) =>
      published.administration === administration && (procedures === undefined || procedures.includes(published.key)),
  );
};
