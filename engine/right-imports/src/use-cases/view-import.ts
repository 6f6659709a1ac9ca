import { namesOf, type Clerk } from '@irisflow/access';
import { inEveryLocale, instantOf, instantOrNull, type LocalizedText } from '@irisflow/foundation';
import { listPublishedProcedures } from '@irisflow/procedures';
import { viewState } from '@irisflow/rights';
import { expectedIn, hintOf } from '../columns/column-texts.ts';
import type { RightColumn } from '../columns/right-column.ts';
import { moneyFields, reconcile } from '../reconcile/reconcile.ts';
import { countRows, listProblems, noCounts } from '../storage/import-rows.ts';
import { listImportRows, type ImportRow } from '../storage/imports.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type {
  ImportableKind,
  RightColumnView,
  RightImportSummary,
  RightImportView,
  RightReconciliation,
  RightRowCounts,
} from '../views/right-import.ts';
import { viewProblem } from '../views/view-problem.ts';
import { columnsOfKind } from '../columns/columns-of-kind.ts';
import {
  importableNow,
  importableThen,
  keysOf,
  KEPT_DAYS,
  requireImport,
  requireImporter,
  rightLimits,
  type Importable,
} from './importable.ts';

const SHOWN = 50;

const viewColumn = (column: RightColumn): RightColumnView => ({
  key: column.key,
  label: column.label,
  expected: expectedIn(column),
  hint: hintOf(column),
  isRequired: column.isRequired,
});

/** The kinds of rights of the administration, with what the columns of a file of each are. */
export const listImportableKinds: UseCase<Record<string, never>, ImportableKind[]> = async (surroundings, actor) => {
  const { library, database } = surroundings;
  const { administration } = requireImporter(actor);
  const all = await listPublishedProcedures(database, library);
  const own = all.filter((procedure) => procedure.administration === administration);
  return own.flatMap(({ key: procedureKey, description, rights }) =>
    [...rights.values()].map((kind) => ({
      procedureKey,
      procedureTitle: description.title,
      key: kind.key,
      name: kind.name,
      columns: columnsOfKind(kind).map(viewColumn),
      maxRows: rightLimits.rows,
      maxBytes: rightLimits.bytes,
      keptDays: KEPT_DAYS,
    })),
  );
};

interface Summed {
  readonly row: ImportRow;
  readonly kindName: LocalizedText;
  readonly names: ReadonlyMap<string, string>;
  readonly counts: RightRowCounts;
}

const named = (names: ReadonlyMap<string, string>, id: string) => ({ id, name: names.get(id) ?? id });
const namedOrNull = (names: ReadonlyMap<string, string>, id: string | null) => (id === null ? null : named(names, id));

const summaryOf = ({ row, kindName, names, counts }: Summed): RightImportSummary => ({
  id: row.id,
  procedureKey: row.procedure_key,
  kind: row.kind,
  kindName,
  fileName: row.file_name,
  uploadedAt: instantOf(row.uploaded_at),
  uploadedBy: named(names, row.uploaded_by),
  // What still comes in is not seen by anybody.
  state: row.state === 'receiving' ? 'uploaded' : row.state,
  rows: row.rows,
  counts,
  eraseAt: instantOf(row.erase_at),
  erasedAt: instantOrNull(row.erased_at),
});

const isTakenOver = ({ state }: ImportRow): boolean => state === 'finished' || state === 'stopped';

/** As it was confirmed, else as it is now; of rows that were erased nothing can be counted any more. */
const reconciliationOf = async (
  surroundings: Surroundings,
  row: ImportRow,
  importable: Importable,
): Promise<RightReconciliation | null> => {
  if (row.reconciliation !== null) return row.reconciliation;
  return isTakenOver(row) && row.erased_at === null
    ? reconcile(surroundings, surroundings.database, { row, importable })
    : null;
};

/** A file of rights with what was found in it, and how it compares. */
export const viewImport = async (surroundings: Surroundings, clerk: Clerk, id: string): Promise<RightImportView> => {
  const { database } = surroundings;
  const row = await requireImport(surroundings, clerk, id);
  const then = await importableThen(surroundings, row);
  const { procedure } = await importableNow(surroundings, clerk.administration, {
    procedureKey: row.procedure_key,
    kind: row.kind,
  });
  const { kind, columns } = then;
  const counts = (await countRows(database, [id])).get(id) ?? noCounts;
  const names = await namesOf(
    database,
    [row.uploaded_by, row.started_by, row.confirmed_by].filter((one) => one !== null),
  );
  const problems = await listProblems(database, { importId: id, states: ['ready', 'wrong', 'failed'] });
  return {
    ...summaryOf({ row, kindName: kind.name, names, counts }),
    procedureTitle: then.procedure.description.title,
    header: row.header,
    recognized: keysOf(row, then).map((key) => columns.find((column) => column.key === key)?.label ?? null),
    states: kind.states.map(({ key }) => viewState(kind, key)),
    amounts: moneyFields(then).map((field) => ({
      field,
      label: kind.data.properties[field]?.label ?? inEveryLocale(() => field),
    })),
    controls: row.controls,
    revision: row.revision,
    isOutdated: row.state !== 'finished' && row.state !== 'confirmed' && row.procedure_version !== procedure.version,
    problems: problems.map((one) => viewProblem(one, columns)),
    reconciliation: await reconciliationOf(surroundings, row, then),
    startedBy: namedOrNull(names, row.started_by),
    confirmedBy: namedOrNull(names, row.confirmed_by),
    confirmedAt: instantOrNull(row.confirmed_at),
    remark: row.remark,
  };
};

export const getRightImport: UseCase<{ importId: string }, RightImportView> = (surroundings, actor, { importId }) =>
  viewImport(surroundings, requireImporter(actor), importId);

/** The files of the administration, the newest first. */
export const listRightImports: UseCase<Record<string, never>, RightImportSummary[]> = async (surroundings, actor) => {
  const { database } = surroundings;
  const { administration } = requireImporter(actor);
  const rows = await listImportRows(database, { administration, limit: SHOWN });
  const ids = rows.map(({ id }) => id);
  const counts = await countRows(database, ids);
  const names = await namesOf(
    database,
    rows.map((row) => row.uploaded_by),
  );
  const summaries: RightImportSummary[] = [];
  for (const row of rows) {
    const { kind } = await importableThen(surroundings, row);
    summaries.push(summaryOf({ row, kindName: kind.name, names, counts: counts.get(row.id) ?? noCounts }));
  }
  return summaries;
};
