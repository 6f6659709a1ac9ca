import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import type { Actor } from '../actor.ts';

/**
 * Somebody at the work of their office. Whoever has a conflict of interest does not see there what is theirs as an applicant:
 * their own case is read where applicants read theirs, and nowhere else.
 */
export const atTheOffice = <Who extends Actor>(actor: Who): Who => {
  if (actor.kind !== 'person' || !actor.person.isApart) return actor;
  const roles = actor.person.roles.filter((role) => role !== 'citizen');
  return { ...actor, person: { ...actor.person, roles } };
};

/** The cases with which who reads has a conflict of interest; asked where a job looks for them, which no wall of theirs bounds. */
export const apartCasesOf = async (db: Queryable, actor: Actor): Promise<ReadonlySet<string>> => {
  if (actor.kind !== 'person' || !actor.person.isApart) return new Set();
  const rows = await db.query<{ id: string }>('select id from casework.apart_cases() as found (id)');
  return new Set(rows.map(({ id }) => id));
};

/** A case with which somebody has a conflict of interest does not exist for them. */
export const refuseConflict = async (db: Queryable, actor: Actor, caseId: string): Promise<void> => {
  if ((await apartCasesOf(db, actor)).has(caseId))
    throw new CaseworkError('NOT_FOUND', `Expected a case ${caseId} to be seen, but there is none`);
};

/** Keys of the processes of these cases. */
export const apartInstancesOf = async (db: Queryable, actor: Actor): Promise<ReadonlySet<string>> => {
  if (actor.kind !== 'person' || !actor.person.isApart) return new Set();
  const rows = await db.query<{ key: string }>('select key from casework.apart_instances() as found (key)');
  return new Set(rows.map(({ key }) => key));
};

/** Which of the people who handle cases have a conflict of interest with which of some cases. */
export const listConflicted = async (
  db: Queryable,
  caseIds: readonly string[],
): Promise<readonly { readonly personId: string; readonly caseId: string }[]> => {
  if (caseIds.length === 0) return [];
  const rows = await db.query<{ person_id: string; case_id: string }>(
    'select person_id, case_id from casework.people_apart($1::text[])',
    [caseIds],
  );
  return rows.map(({ person_id: personId, case_id: caseId }) => ({ personId, caseId }));
};

/** Whether a colleague has a conflict of interest with a case. */
export const hasConflict = async (db: Queryable, personId: string, caseId: string): Promise<boolean> =>
  (await listConflicted(db, [caseId])).some((one) => one.personId === personId);
