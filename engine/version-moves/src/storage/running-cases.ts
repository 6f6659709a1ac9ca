import { sql, type Queryable } from '@irisflow/database';
import { endStatuses } from '@irisflow/procedures';
import { tables } from './tables.ts';

export interface OfVersions {
  readonly key: string;
  readonly versions: readonly number[];
  /** Cases that are none for who asks. */
  readonly apart: ReadonlySet<string>;
}

export interface RunningCase {
  readonly id: string;
  readonly reference: string;
  readonly procedure_version: number;
}

/** A decided case is not running, even while letters go out. */
const running = (db: Queryable, { key, versions, apart }: OfVersions) => {
  const all = tables(db)
    .selectFrom('case_file')
    .where('procedure_key', '=', key)
    .where('procedure_version', 'in', [...versions])
    .where('closed_at', 'is', null)
    .where('status', 'not in', [...endStatuses]);
  return apart.size === 0 ? all : all.where('id', 'not in', [...apart]);
};

export const countRunning = async (db: Queryable, of: OfVersions): Promise<number> => {
  const row = await running(db, of)
    .select(sql<number>`count(*)::integer`.as('cases'))
    .executeTakeFirst();
  return row?.cases ?? 0;
};

/** The eldest first: in the order in which they move. */
export const listRunning = (
  db: Queryable,
  of: OfVersions,
  page?: { readonly from: number; readonly limit: number },
): Promise<RunningCase[]> => {
  const all = running(db, of).select(['id', 'reference', 'procedure_version']).orderBy('submitted_at').orderBy('id');
  return (page === undefined ? all : all.offset(page.from).limit(page.limit)).execute();
};

/** Whether something of a case waits to go out to its process. */
export const hasOutbox = async (db: Queryable, caseId: string): Promise<boolean> => {
  const row = await tables(db)
    .selectFrom('outbox')
    .select('id')
    .where('case_id', '=', caseId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return row !== undefined;
};

/** Tasks of the process that moves: what lives with a right goes on as it began. */
export const listCaseTasks = (db: Queryable, caseId: string) =>
  tables(db)
    .selectFrom('task')
    .select(['id', 'element_id', 'process_instance_key', 'state', 'draft', 'completing_by'])
    .where('case_id', '=', caseId)
    .where('process_version', 'is', null)
    .execute();

export type CaseTask = Awaited<ReturnType<typeof listCaseTasks>>[number];

/** Terms that are not over. */
export const listOpenTerms = (db: Queryable, caseId: string) =>
  tables(db)
    .selectFrom('term')
    .select(['key', 'label'])
    .where('case_id', '=', caseId)
    .where('state', 'in', ['running', 'suspended', 'interrupted'])
    .execute();

export const listRightKinds = async (db: Queryable, caseId: string): Promise<string[]> =>
  (await tables(db).selectFrom('granted_right').select('kind').where('case_id', '=', caseId).execute()).map(
    ({ kind }) => kind,
  );

export const listObligations = async (db: Queryable, caseId: string): Promise<string[]> =>
  (
    await tables(db)
      .selectFrom('obligation')
      .select('obligation')
      .where('case_id', '=', caseId)
      .where('state', '<>', 'ended')
      .execute()
  ).map(({ obligation }) => obligation);

export const setTaskElement = (tx: Queryable, { id, element }: { id: string; element: string }) =>
  tables(tx).updateTable('task').set({ element_id: element }).where('id', '=', id).execute();

export interface NewStanding {
  readonly id: string;
  readonly version: number;
  readonly milestone: string | null;
  readonly ownStatus: string | null;
}

export const setVersion = (tx: Queryable, { id, version, milestone, ownStatus }: NewStanding) =>
  tables(tx)
    .updateTable('case_file')
    .set({ procedure_version: version, milestone, own_status: ownStatus })
    .where('id', '=', id)
    .execute();
