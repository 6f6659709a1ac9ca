import { sql, type Queryable, type Row, type Selectable } from '@irisflow/database';
import { isoOf, jsonOf } from '@irisflow/foundation';
import type { ImportSettings, ImportState } from '../views/case-import.ts';
import type { CaseImportTable } from './tables.gen.ts';
import { tables } from './tables.ts';

export type ImportRow = Omit<Selectable<CaseImportTable>, 'settings' | 'state'> & {
  readonly settings: ImportSettings | null;
  readonly state: ImportState;
};

export interface NewImport {
  readonly id: string;
  readonly administration: string;
  readonly procedureKey: string;
  readonly procedureVersion: number;
  readonly personId: string;
  readonly at: number;
  readonly eraseAt: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly header: readonly string[];
  readonly rows: readonly { readonly line: number; readonly sealed: string }[];
}

const BATCH = 1000;

export const insertImport = async (tx: Queryable, one: NewImport): Promise<void> => {
  await tables(tx)
    .insertInto('case_import')
    .values({
      id: one.id,
      administration: one.administration,
      procedure_key: one.procedureKey,
      procedure_version: one.procedureVersion,
      uploaded_by: one.personId,
      uploaded_at: isoOf(one.at),
      file_name: one.fileName,
      file_sha256: one.sha256,
      file_bytes: one.bytes,
      header: [...one.header],
      rows: one.rows.length,
      state: 'uploaded',
      revision: 0,
      next_at: isoOf(one.at),
      erase_at: isoOf(one.eraseAt),
    })
    .execute();
  for (let first = 0; first < one.rows.length; first += BATCH) {
    const some = one.rows.slice(first, first + BATCH);
    await tx.query(
      `insert into casework.case_import_row (import_id, position, administration, line, sealed, state, findings)
       select $1, $2 + n, $3, line, sealed, 'waiting', '[]'::jsonb
         from unnest($4::integer[], $5::text[]) with ordinality as t (line, sealed, n)`,
      [one.id, first, one.administration, some.map(({ line }) => line), some.map(({ sealed }) => sealed)],
    );
  }
};

const asRow = (row: Selectable<CaseImportTable> | undefined): ImportRow | undefined =>
  row === undefined
    ? undefined
    : { ...row, settings: row.settings as ImportSettings | null, state: row.state as ImportState };

export const findImport = async (db: Queryable, id: string): Promise<ImportRow | undefined> =>
  asRow(await tables(db).selectFrom('case_import').selectAll().where('id', '=', id).executeTakeFirst());

export const lockImport = async (tx: Queryable, id: string): Promise<ImportRow | undefined> =>
  asRow(await tables(tx).selectFrom('case_import').selectAll().where('id', '=', id).forUpdate().executeTakeFirst());

/** The newest first. */
export const listImportRows = async (
  db: Queryable,
  { administration, limit }: { readonly administration: string; readonly limit: number },
): Promise<ImportRow[]> =>
  (
    await tables(db)
      .selectFrom('case_import')
      .selectAll()
      .where('administration', '=', administration)
      .orderBy('uploaded_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
  ).flatMap((row) => asRow(row) ?? []);

interface Dry {
  readonly id: string;
  readonly personId: string;
  readonly settings: ImportSettings;
  readonly procedureVersion: number;
  readonly at: number;
}

/** Another dry run: what an earlier one found is forgotten, what was taken over stays. */
export const startChecking = async (
  tx: Queryable,
  { id, personId, settings, procedureVersion, at }: Dry,
): Promise<void> => {
  await tables(tx)
    .updateTable('case_import')
    .set({
      settings: jsonOf(settings),
      procedure_version: procedureVersion,
      revision: sql<number>`revision + 1`,
      state: 'checking',
      started_by: personId,
      next_at: isoOf(at),
    })
    .where('id', '=', id)
    .execute();
  await tables(tx)
    .updateTable('case_import_row')
    .set({ state: 'waiting', findings: '[]', reference: null, number_index: null, case_id: null })
    .where('import_id', '=', id)
    .where('state', '<>', 'imported')
    .execute();
};

/** From here on cases are opened, in the name of somebody. */
export const startRunning = (tx: Queryable, { id, personId, at }: { id: string; personId: string; at: number }) =>
  tables(tx)
    .updateTable('case_import')
    .set({ state: 'running', started_by: personId, started_at: isoOf(at), next_at: isoOf(at), finished_at: null })
    .where('id', '=', id)
    .execute();

export const endImport = (
  db: Queryable,
  { id, from, to, at }: { id: string; from: ImportState; to: ImportState; at: number },
) =>
  tables(db)
    .updateTable('case_import')
    .set({ state: to, finished_at: to === 'finished' || to === 'stopped' ? isoOf(at) : null })
    .where('id', '=', id)
    .where('state', '=', from)
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
       select id from casework.case_import
        where state in ('checking', 'running') and next_at <= $1
        order by next_at limit 1 for update skip locked)
     update casework.case_import as taken set next_at = $2 from due where taken.id = due.id returning taken.id`,
    [isoOf(at), isoOf(at + keepMs)],
  );
  return taken === undefined ? undefined : findImport(db, taken.id);
};

/** Gives it back: whoever looks next goes on with it. */
export const releaseImport = (db: Queryable, { id, at }: { id: string; at: number }) =>
  tables(db)
    .updateTable('case_import')
    .set({ next_at: isoOf(at) })
    .where('id', '=', id)
    .execute();

/** Takes the cells away, and what was said of them; how many rows became cases stays. */
export const eraseFile = async (tx: Queryable, { id, at }: { id: string; at: number }): Promise<void> => {
  await tables(tx)
    .updateTable('case_import_row')
    .set({ sealed: null, findings: '[]', reference: null, number_index: null })
    .where('import_id', '=', id)
    .execute();
  await tables(tx)
    .updateTable('case_import')
    .set({ erased_at: isoOf(at) })
    .where('id', '=', id)
    .execute();
};

/** Files whose time is over; one that is being worked on waits until that is done. */
export const listToErase = async (db: Queryable, at: number): Promise<string[]> =>
  (
    await tables(db)
      .selectFrom('case_import')
      .select('id')
      .where('erased_at', 'is', null)
      .where('erase_at', '<=', isoOf(at))
      .where('state', 'not in', ['checking', 'running'])
      .limit(50)
      .execute()
  ).map(({ id }) => id);
