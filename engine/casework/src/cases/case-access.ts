import type { Queryable } from '@irisflow/database';
import {
  type Applying,
  requireApplying,
  requireConnector,
  isInReach,
  type Office,
  requireOffice,
  requireStaff,
  type Actor,
  type Clerk,
  type KnownPerson,
} from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { requireAssuranceOf } from '@irisflow/procedures';
import { noteArrival, participationIn, type ParticipantRow } from '@irisflow/parties';
import { findCase, lockCase, type CaseRow } from '../storage/cases.ts';
import type { Surroundings } from '../surroundings.ts';

const unknown = (caseId: string) =>
  new CaseworkError('NOT_FOUND', `Expected a case ${caseId} to be seen, but there is none`);

type Read = (db: Queryable, id: string) => Promise<CaseRow | undefined>;

interface ApplicantCase {
  readonly person: KnownPerson;
  readonly row: CaseRow;
}

interface OfParty {
  readonly person_id: string;
  readonly procedure_key: string;
}

/** Whether something is of whom somebody applies for, in a procedure in which they may. */
export const isOfApplying = ({ partyId, acting }: Applying, row: OfParty): boolean =>
  row.person_id === partyId && (acting?.procedures?.includes(row.procedure_key) ?? true);

const reading = ({ procedure_key: key, procedure_version: version }: CaseRow) =>
  ({ key, version, act: 'read' }) as const;

const applicantCase = async (read: Read, db: Queryable, actor: Actor, caseId: string): Promise<ApplicantCase> => {
  const applying = requireApplying(actor);
  const row = await read(db, caseId);
  if (row === undefined || !isOfApplying(applying, row)) throw unknown(caseId);
  await requireAssuranceOf(db, actor, reading(row));
  return { person: applying.person, row };
};

/** A case of the applicant or of whom they act for; other people's cases do not exist for them. */
export const requireApplicantCase = (db: Queryable, actor: Actor, caseId: string) =>
  applicantCase(findCase, db, actor, caseId);

export const lockApplicantCase = (db: Queryable, actor: Actor, caseId: string) =>
  applicantCase(lockCase, db, actor, caseId);

export interface SharedCase extends ApplicantCase {
  /** How whoever reads takes part in the case; null for its applicant. */
  readonly part: ParticipantRow | null;
}

type Wanted = 'read' | 'act';

const sharedCase = async (
  { clock }: Surroundings,
  db: Queryable,
  { actor, caseId, wanted }: { readonly actor: Actor; readonly caseId: string; readonly wanted: Wanted },
): Promise<SharedCase> => {
  const applying = requireApplying(actor);
  const { person, acting } = applying;
  const row = await (wanted === 'act' ? lockCase : findCase)(db, caseId);
  if (row === undefined) throw unknown(caseId);
  if (isOfApplying(applying, row)) {
    await requireAssuranceOf(db, actor, reading(row));
    return { person, row, part: null };
  }
  const isInScope = acting?.procedures?.includes(row.procedure_key) ?? true;
  const part = isInScope ? await participationIn(db, applying, { caseId, now: clock.now() }) : undefined;
  if (part === undefined || (wanted === 'act' && part.access !== 'act')) throw unknown(caseId);
  await requireAssuranceOf(db, actor, reading(row));
  await noteArrival(db, applying, part);
  return { person, row, part };
};

/** A case of the applicant, or one in which a role lets whom they act for read. */
export const requireSharedCase = (surroundings: Surroundings, db: Queryable, actor: Actor, caseId: string) =>
  sharedCase(surroundings, db, { actor, caseId, wanted: 'read' });

/** The same for those who may answer and write in it; locked until the transaction ends. */
export const lockSharedCase = (surroundings: Surroundings, db: Queryable, actor: Actor, caseId: string) =>
  sharedCase(surroundings, db, { actor, caseId, wanted: 'act' });

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

/** A case whose file a clerk, or another system of the administration, may read; others do not exist for them. */
export const requireFileReader = async (
  db: Queryable,
  actor: Actor,
  caseId: string,
): Promise<{ readonly clerk: Office; readonly row: CaseRow }> => {
  const clerk = requireOffice(actor, 'files.read');
  const row = await findCase(db, caseId);
  if (row?.administration !== clerk.administration || !isInReach(clerk, row.procedure_key)) throw unknown(caseId);
  return { clerk, row };
};

/** The one case that a connector was let in for, as it was sealed; locked until the transaction ends. */
export const lockSealedCase = async (db: Queryable, actor: Actor): Promise<CaseRow> => {
  const { caseId, administration, procedureKey, procedureVersion } = requireConnector(actor).case;
  const row = await lockCase(db, caseId);
  const isSame =
    row?.administration === administration &&
    row.procedure_key === procedureKey &&
    row.procedure_version === procedureVersion;
  if (!isSame) throw unknown(caseId);
  return row;
};
