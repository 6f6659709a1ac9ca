import type { Queryable } from '@irisflow/database';
import { requireRole, requireStaff, type Actor, type Clerk, type KnownPerson } from '../actor.ts';
import { CaseworkError } from '../errors/casework-error.ts';
import { findCase, lockCase, type CaseRow } from '../storage/cases.ts';

const unknown = (caseId: string) =>
  new CaseworkError('NOT_FOUND', `Expected a case ${caseId} to be seen, but there is none`);

type Read = (db: Queryable, id: string) => Promise<CaseRow | undefined>;

interface ApplicantCase {
  readonly person: KnownPerson;
  readonly row: CaseRow;
}

const applicantCase = async (read: Read, db: Queryable, actor: Actor, caseId: string): Promise<ApplicantCase> => {
  const person = requireRole(actor, ['citizen']);
  const row = await read(db, caseId);
  if (row === undefined || row.person_id !== person.id) throw unknown(caseId);
  return { person, row };
};

/** A case of the applicant; other people's cases do not exist for them. */
export const requireApplicantCase = (db: Queryable, actor: Actor, caseId: string) =>
  applicantCase(findCase, db, actor, caseId);

export const lockApplicantCase = (db: Queryable, actor: Actor, caseId: string) =>
  applicantCase(lockCase, db, actor, caseId);

interface ClerkCase {
  readonly clerk: Clerk;
  readonly row: CaseRow;
}

/** A case of the clerk's administration; those of others do not exist for them. */
export const requireClerkCase = async (db: Queryable, actor: Actor, caseId: string): Promise<ClerkCase> => {
  const clerk = requireStaff(actor, ['agent', 'supervisor']);
  const row = await findCase(db, caseId);
  if (row === undefined || row.administration !== clerk.administration) throw unknown(caseId);
  return { clerk, row };
};

export const lockAnyCase = async (db: Queryable, caseId: string): Promise<CaseRow> => {
  const row = await lockCase(db, caseId);
  if (row === undefined) throw unknown(caseId);
  return row;
};
