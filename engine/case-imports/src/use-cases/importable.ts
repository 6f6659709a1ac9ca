import { requireStaff, type Actor, type Clerk } from '@irisflow/access';
import { applicationForm, ownProcedure } from '@irisflow/casework';
import type { CompiledForm } from '@irisflow/forms';
import { CaseworkError } from '@irisflow/foundation';
import type { PublishedProcedure } from '@irisflow/procedures';
import { columnsOfForm } from '../columns/columns-of-form.ts';
import type { ImportColumn } from '../columns/import-column.ts';
import { findImport, type ImportRow } from '../storage/imports.ts';
import type { Surroundings } from '../surroundings.ts';

/** Who may take cases over answers for the work of a whole office. */
export const requireImporter = (actor: Actor): Clerk => requireStaff(actor, ['supervisor']);

/** What was uploaded is kept this long: time to mend what the dry run found, and to show what was taken over. */
export const KEPT_DAYS = 30;

/** What a file of cases of a procedure is read by. */
export interface Importable {
  readonly procedure: PublishedProcedure;
  readonly form: CompiledForm;
  readonly columns: readonly ImportColumn[];
}

const importableOf = (procedure: PublishedProcedure): Importable => {
  const form = applicationForm(procedure);
  return { procedure, form, columns: columnsOfForm(form) };
};

/** By the version that is published now. */
export const importableNow = async (
  surroundings: Surroundings,
  administration: string,
  procedureKey: string,
): Promise<Importable> => importableOf(await ownProcedure(surroundings, administration, procedureKey));

/** By the version of the last dry run. */
export const importableThen = async ({ library, database }: Surroundings, row: ImportRow): Promise<Importable> =>
  importableOf(await library.version(database, row.procedure_key, row.procedure_version));

export const none = (id: string): CaseworkError =>
  new CaseworkError('NOT_FOUND', `Expected a file of cases ${id.slice(0, 40)}, but there is none`);

/** A file of one's own administration. */
export const requireImport = async (
  { database }: Surroundings,
  { administration }: Clerk,
  id: string,
): Promise<ImportRow> => {
  const row = await findImport(database, id);
  if (row?.administration !== administration) throw none(id);
  return row;
};

/** Cells are gone with the time to keep them. */
export const requireKept = (row: ImportRow): ImportRow => {
  if (row.erased_at === null) return row;
  throw new CaseworkError('IMPORT_ERASED', `Expected the rows of ${row.id}, but they were erased`);
};
