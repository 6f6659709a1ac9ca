import { requireApplying, requireRole, type Actor } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { requireAssuranceOf } from '@irisflow/procedures';
import { isOfApplying } from '../cases/case-access.ts';
import { findApplication, lockApplication, type ApplicationRow } from '../storage/applications.ts';

export const unknownApplication = (id: string) =>
  new CaseworkError('NOT_FOUND', `Expected an application ${id} to be filled, but there is none`);

/** Their own or of whom they act for, when they apply; one that their office fills for somebody, when they handle its cases. */
const mayFill = (actor: Actor, row: ApplicationRow): boolean => {
  const { id, roles, administration } = requireRole(actor, ['citizen', 'agent', 'supervisor']);
  if (row.opened_by === null) return roles.includes('citizen') && isOfApplying(requireApplying(actor), row);
  if (row.opener_only && row.opened_by !== id) return false;
  return row.administration === administration && (roles.includes('agent') || roles.includes('supervisor'));
};

const filing = ({ procedure_key: key, procedure_version: version }: ApplicationRow) =>
  ({ key, version, act: 'file' }) as const;

type Read = (db: Queryable, id: string) => Promise<ApplicationRow | undefined>;

const fillable = async (read: Read, db: Queryable, actor: Actor, id: string): Promise<ApplicationRow> => {
  requireRole(actor, ['citizen', 'agent', 'supervisor']);
  const row = await read(db, id);
  if (row === undefined || !mayFill(actor, row)) throw unknownApplication(id);
  if (row.opened_by === null) await requireAssuranceOf(db, actor, filing(row));
  return row;
};

/** An application that the actor may fill; those of others do not exist for them. */
export const requireApplication = (db: Queryable, actor: Actor, id: string) => fillable(findApplication, db, actor, id);

/** The same, locked until the transaction ends. */
export const lockFillable = (db: Queryable, actor: Actor, id: string) => fillable(lockApplication, db, actor, id);

/** Refuses an application that was submitted. */
export const requireOpen = (row: ApplicationRow): ApplicationRow => {
  if (row.case_id === null) return row;
  throw new CaseworkError('DRAFT_SUBMITTED', `Expected application ${row.id} to be open, but it was submitted`);
};
