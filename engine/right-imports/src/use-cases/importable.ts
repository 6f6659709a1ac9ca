import { requireStaff, type Actor, type Clerk } from '@irisflow/access';
import { type CsvLimits, matchColumns } from '@irisflow/case-imports';
import { ownProcedure } from '@irisflow/casework';
import { CaseworkError } from '@irisflow/foundation';
import type { PublishedProcedure, RightDescription } from '@irisflow/procedures';
import { columnsOfKind } from '../columns/columns-of-kind.ts';
import type { RightColumn } from '../columns/right-column.ts';
import { findImport, type ImportRow } from '../storage/imports.ts';
import type { Surroundings } from '../surroundings.ts';

/** Who may take rights over answers for the work of a whole office. */
export const requireImporter = (actor: Actor): Clerk => requireStaff(actor, ['supervisor']);

/** What was uploaded is kept this long: time to mend what the dry run found, and to reconcile what was taken over. */
export const KEPT_DAYS = 30;

/** What one file may hold; it is never whole in memory. */
export const rightLimits: CsvLimits = { bytes: 25_000_000, rows: 100_000, columns: 120, cell: 10_000 };

/** What a file of rights of a kind is read by. */
export interface Importable {
  readonly procedure: PublishedProcedure;
  readonly kind: RightDescription;
  readonly columns: readonly RightColumn[];
}

const importableOf = (procedure: PublishedProcedure, key: string): Importable => {
  const kind = procedure.rights.get(key);
  if (kind === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected a kind of right of ${procedure.key}, but found ${key.slice(0, 80)}`);
  return { procedure, kind, columns: columnsOfKind(kind) };
};

export interface OfKind {
  readonly procedureKey: string;
  readonly kind: string;
}

/** By the version that is published now. */
export const importableNow = async (
  surroundings: Surroundings,
  administration: string,
  { procedureKey, kind }: OfKind,
): Promise<Importable> => importableOf(await ownProcedure(surroundings, administration, procedureKey), kind);

/** By the version of the last dry run. */
export const importableThen = async ({ library, database }: Surroundings, row: ImportRow): Promise<Importable> =>
  importableOf(await library.version(database, row.procedure_key, row.procedure_version), row.kind);

/** What each column of a file is, as its header names it; null where it is left aside. */
export const keysOf = ({ header }: ImportRow, { columns }: Importable): readonly (string | null)[] =>
  matchColumns(header, columns);

export const none = (id: string): CaseworkError =>
  new CaseworkError('NOT_FOUND', `Expected a file of rights ${id.slice(0, 40)}, but there is none`);

/** A file of one's own administration. */
export const requireImport = async (
  { database }: Surroundings,
  { administration }: Clerk,
  id: string,
): Promise<ImportRow> => {
  const row = await findImport(database, id);
  if (row?.administration !== administration || row.state === 'receiving') throw none(id);
  return row;
};

/** Cells are gone with the time to keep them. */
export const requireKept = (row: ImportRow): ImportRow => {
  if (row.erased_at === null) return row;
  throw new CaseworkError('IMPORT_ERASED', `Expected the rows of ${row.id}, but they were erased`);
};
