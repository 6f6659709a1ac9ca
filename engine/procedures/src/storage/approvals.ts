import type { Queryable, Selectable } from '@irisflow/database';
import { tables } from './tables.ts';
import type { ProceduresTables as Tables } from './tables.gen.ts';

export type ApprovalRow = Selectable<Tables['version_approval']>;

export interface NewApproval {
  readonly key: string;
  readonly version: number;
  readonly administration: string;
  readonly requestedBy: string;
  readonly approved: { readonly at: string; readonly by: string } | null;
}

export const insertApproval = (db: Queryable, given: NewApproval) =>
  tables(db)
    .insertInto('version_approval')
    .values({
      procedure_key: given.key,
      version: given.version,
      administration: given.administration,
      requested_by: given.requestedBy,
      approved_at: given.approved?.at ?? null,
      approved_by: given.approved?.by ?? null,
    })
    .execute();

/** The approvals of a procedure's versions; a version that gives no reasons needs none and has none. */
export const listApprovalRows = (db: Queryable, key: string): Promise<ApprovalRow[]> =>
  tables(db).selectFrom('version_approval').selectAll().where('procedure_key', '=', key).execute();

interface VersionName {
  readonly key: string;
  readonly version: number;
}

const approvalOf = (db: Queryable, { key, version }: VersionName) =>
  tables(db).selectFrom('version_approval').selectAll().where('procedure_key', '=', key).where('version', '=', version);

export const findApproval = (db: Queryable, version: VersionName): Promise<ApprovalRow | undefined> =>
  approvalOf(db, version).executeTakeFirst();

/** The same, locked until the transaction ends. */
export const lockApproval = (db: Queryable, version: VersionName): Promise<ApprovalRow | undefined> =>
  approvalOf(db, version).forUpdate().executeTakeFirst();

export const approveVersionRow = (
  db: Queryable,
  { key, version, at, by }: { key: string; version: number; at: string; by: string },
) =>
  tables(db)
    .updateTable('version_approval')
    .set({ approved_at: at, approved_by: by })
    .where('procedure_key', '=', key)
    .where('version', '=', version)
    .execute();
