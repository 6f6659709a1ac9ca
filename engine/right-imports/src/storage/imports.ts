import { sql, type Queryable, type Row, type Selectable } from '@irisflow/database';
import { isoOf, jsonOf } from '@irisflow/foundation';
import type { RightControls, RightImportState, RightReconciliation } from '../views/right-import.ts';
import type { RightImportTable } from './tables.gen.ts';
import { tables } from './tables.ts';

export type ImportRow = Omit<Selectable<RightImportTable>, 'controls' | 'reconciliation' | 'state'> & {
  readonly controls: RightControls | null;
  readonly reconciliation: RightReconciliation | null;
  readonly state: RightImportState | 'receiving';
};

export interface NewImport {
  readonly id: string;
  readonly administration: string;
  readonly procedureKey: string;
  readonly procedureVersion: number;
  readonly kind: string;
  readonly personId: string;
  readonly at: number;
  readonly eraseAt: number;
  readonly fileName: string;
}

/** A file that comes in: its rows follow, and it is there once it is whole. */
export const insertImport = (db: Queryable, one: NewImport) =>
  tables(db)
    .insertInto('right_import')
    .values({
      id: one.id,
      administration: one.administration,
      procedure_key: one.procedureKey,
      procedure_version: one.procedureVersion,
      kind: one.kind,
      uploaded_by: one.personId,
      uploaded_at: isoOf(one.at),
      file_name: one.fileName,
      header: [],
      rows: 0,
      state: 'receiving',
      next_at: isoOf(one.at),
      erase_at: isoOf(one.eraseAt),
    })
    .execute();

export const completeImport = (
  tx: Queryable,
  { id, header, sha256, rows }: { id: string; header: readonly string[]; sha256: string; rows: number },
) =>
  tables(tx)
    .updateTable('right_import')
    .set({ header: [...header], file_sha256: sha256, rows, state: 'uploaded' })
    .where('id', '=', id)
    .execute();

const asRow = (row: Selectable<RightImportTable> | undefined): ImportRow | undefined =>
  row === undefined
    ? undefined
    : {
        ...row,
        controls: row.controls as RightControls | null,
        reconciliation: row.reconciliation as RightReconciliation | null,
        state: row.state as ImportRow['state'],
      };

export const findImport = async (db: Queryable, id: string): Promise<ImportRow | undefined> =>
  asRow(await tables(db).selectFrom('right_import').selectAll().where('id', '=', id).executeTakeFirst());

export const lockImport = async (tx: Queryable, id: string): Promise<ImportRow | undefined> =>
  asRow(await tables(tx).selectFrom('right_import').selectAll().where('id', '=', id).forUpdate().executeTakeFirst());

/** The newest first, without what never came in whole. */
export const listImportRows = async (
  db: Queryable,
  { administration, limit }: { readonly administration: string; readonly limit: number },
): Promise<ImportRow[]> =>
  (
    await tables(db)
      .selectFrom('right_import')
      .selectAll()
      .where('administration', '=', administration)
      .where('state', '<>', 'receiving')
      .orderBy('uploaded_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
  ).flatMap((row) => asRow(row) ?? []);

export const setControls = (tx: Queryable, id: string, controls: RightControls) =>
  tables(tx)
    .updateTable('right_import')
    .set({ controls: jsonOf(controls) })
    .where('id', '=', id)
    .execute();

interface Dry {
  readonly id: string;
  readonly personId: string;
  readonly procedureVersion: number;
  readonly at: number;
}

/** Another dry run: what an earlier one found is forgotten, what was taken over stays. */
export const startChecking = async (tx: Queryable, { id, personId, procedureVersion, at }: Dry): Promise<void> => {
  await tables(tx)
    .updateTable('right_import')
    .set({
      procedure_version: procedureVersion,
      revision: sql<number>`revision + 1`,
      state: 'checking',
      started_by: personId,
      next_at: isoOf(at),
    })
    .where('id', '=', id)
    .execute();
  await tables(tx)
    .updateTable('right_import_row')
    .set({ state: 'waiting', findings: '[]', number: null, right_state: null, amounts: null, differences: [] })
    .set({ accepted_by: null, right_id: null, case_id: null })
    .where('import_id', '=', id)
    .where('state', 'not in', ['imported', 'changed'])
    .execute();
};

/** From here on rights are taken over, in the name of somebody. */
export const startRunning = (tx: Queryable, { id, personId, at }: { id: string; personId: string; at: number }) =>
  tables(tx)
    .updateTable('right_import')
    .set({ state: 'running', started_by: personId, started_at: isoOf(at), next_at: isoOf(at), finished_at: null })
    .where('id', '=', id)
    .execute();

export const endImport = (
  db: Queryable,
  { id, from, to, at }: { id: string; from: ImportRow['state']; to: RightImportState; at: number },
) =>
  tables(db)
    .updateTable('right_import')
    .set({ state: to, finished_at: to === 'finished' || to === 'stopped' ? isoOf(at) : null })
    .where('id', '=', id)
    .where('state', '=', from)
    .execute();

interface Confirmation {
  readonly id: string;
  readonly personId: string;
  readonly at: number;
  readonly reconciliation: RightReconciliation;
  readonly remark: string | null;
}

/** What was confirmed stays as it was confirmed. */
export const confirmRow = (tx: Queryable, { id, personId, at, reconciliation, remark }: Confirmation) =>
  tables(tx)
    .updateTable('right_import')
    .set({ state: 'confirmed', confirmed_by: personId, confirmed_at: isoOf(at), remark })
    .set({ reconciliation: jsonOf(reconciliation) })
    .where('id', '=', id)
    .execute();

interface TakenRow extends Row {
  id: string;
}

/** Takes the next file that is worked on and keeps it for a while: when this process dies, another takes it after that. */
export const takeImport = async (
  db: Queryable,
  { at, keepMs }: { at: number; keepMs: number },
): Promise<ImportRow | undefined> => {
  const [taken] = await db.query<TakenRow>(
    `with due as materialized (
       select id from casework.right_import
        where state in ('checking', 'running') and next_at <= $1
        order by next_at limit 1 for update skip locked)
     update casework.right_import as taken set next_at = $2 from due where taken.id = due.id returning taken.id`,
    [isoOf(at), isoOf(at + keepMs)],
  );
  return taken === undefined ? undefined : findImport(db, taken.id);
};

/** Gives it back: whoever looks next goes on with it. */
export const releaseImport = (db: Queryable, { id, at }: { id: string; at: number }) =>
  tables(db)
    .updateTable('right_import')
    .set({ next_at: isoOf(at) })
    .where('id', '=', id)
    .execute();

/** Takes the cells away, and what was said of them; how many rows became rights stays. */
export const eraseFile = async (tx: Queryable, { id, at }: { id: string; at: number }): Promise<void> => {
  await tables(tx)
    .updateTable('right_import_row')
    .set({ sealed: null, findings: '[]', number: null, amounts: null })
    .where('import_id', '=', id)
    .execute();
  await tables(tx)
    .updateTable('right_import')
    .set({ erased_at: isoOf(at) })
    .where('id', '=', id)
    .execute();
};

/** Files whose time is over, and those that never came in whole; one that is being worked on waits until that is done. */
export const listToErase = async (
  db: Queryable,
  { at, brokenBefore }: { readonly at: number; readonly brokenBefore: number },
): Promise<string[]> =>
  (
    await tables(db)
      .selectFrom('right_import')
      .select('id')
      .where('erased_at', 'is', null)
      .where((one) =>
        one.or([
          one.and([one('erase_at', '<=', isoOf(at)), one('state', 'not in', ['checking', 'running'])]),
          one.and([one('state', '=', 'receiving'), one('uploaded_at', '<=', isoOf(brokenBefore))]),
        ]),
      )
      .limit(50)
      .execute()
  ).map(({ id }) => id);

/** Messages that wait to go out, up to a number: how much the processes behind them have to catch up with. */
export const countWaitingMessages = async (db: Queryable, most: number): Promise<number> => {
  const [row] = await db.query<{ waiting: number }>(
    `select count(*)::integer as waiting
       from (select 1 from casework.outbox o where o.state = 'waiting' limit $1) as m`,
    [most],
  );
  return row?.waiting ?? 0;
};
