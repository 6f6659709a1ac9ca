import { namesOf, type Clerk } from '@irisflow/access';
import { formText } from '@irisflow/forms';
import { inEveryLocale, instantOf, instantOrNull, type LocalizedText } from '@irisflow/foundation';
import { fileControls } from '../columns/columns-of-form.ts';
import { expectedBy, hintOf } from '../columns/expected-texts.ts';
import type { ImportColumn } from '../columns/import-column.ts';
import { matchColumns } from '../columns/match-columns.ts';
import { csvLimits } from '../csv/read-csv.ts';
import { isError } from '../rows/finding.ts';
import { findingText } from '../rows/finding-texts.ts';
import { countRows, listProblems, listRowsAfter, noCounts } from '../storage/import-rows.ts';
import { listImportRows, type ImportRow } from '../storage/imports.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type {
  CaseImportSummary,
  CaseImportView,
  ImportColumnView,
  ImportCounts,
  ImportFormView,
  ImportProblem,
} from '../views/case-import.ts';
import { openCells } from './cells.ts';
import { importableNow, KEPT_DAYS, requireImport, requireImporter, type Importable } from './importable.ts';

const SHOWN = 50;
const SAMPLES = 3;
const SAMPLE_LENGTH = 60;

const viewColumn = (column: ImportColumn): ImportColumnView => ({
  key: column.key,
  label: column.label,
  expected: expectedBy(column.schema),
  hint: hintOf(column),
  isRequired: column.isRequired,
  isRestricted: column.isRestricted,
  isNumber: column.schema.oneOf === undefined && (column.schema.type === 'number' || column.schema.type === 'integer'),
});

const viewForm = ({ form, columns }: Importable): ImportFormView => ({
  columns: columns.map(viewColumn),
  files: fileControls(form).map(({ i18n }) => inEveryLocale((locale) => formText(form.form, locale, `${i18n}.label`))),
  maxRows: csvLimits.rows,
  maxBytes: csvLimits.bytes,
  keptDays: KEPT_DAYS,
});

/** What the columns of a file of cases of a procedure are, with what goes in there. */
export const describeImport: UseCase<{ procedureKey: string }, ImportFormView> = async (
  surroundings,
  actor,
  { procedureKey },
) => {
  const { administration } = requireImporter(actor);
  return viewForm(await importableNow(surroundings, administration, procedureKey));
};

interface Summed {
  readonly row: ImportRow;
  readonly title: LocalizedText;
  readonly names: ReadonlyMap<string, string>;
  readonly counts: ImportCounts;
}

const summaryOf = ({ row, title, names, counts }: Summed): CaseImportSummary => ({
  id: row.id,
  procedureKey: row.procedure_key,
  procedureTitle: title,
  fileName: row.file_name,
  uploadedAt: instantOf(row.uploaded_at),
  uploadedBy: { id: row.uploaded_by, name: names.get(row.uploaded_by) ?? row.uploaded_by },
  state: row.state,
  rows: row.rows,
  counts,
  eraseAt: instantOf(row.erase_at),
  erasedAt: instantOrNull(row.erased_at),
});

const titleOf = async ({ library, database }: Surroundings, row: ImportRow): Promise<LocalizedText> =>
  (await library.version(database, row.procedure_key, row.procedure_version)).description.title;

/** The keys of columns, by their place in the header: as somebody said, else as the headers name them. */
export const keysOf = (row: ImportRow, columns: readonly ImportColumn[]): readonly (string | null)[] =>
  row.settings?.columns ?? matchColumns(row.header, columns);

/** Whether somebody may read the restricted cells of a file: who brought it has it anyway. */
export const readsRestricted = (row: ImportRow, { person }: Clerk): boolean => row.uploaded_by === person.id;

const samplesOf = async (
  surroundings: Surroundings,
  clerk: Clerk,
  { row, columns }: { row: ImportRow; columns: readonly ImportColumn[] },
): Promise<string[][]> => {
  const restricted = new Set(columns.filter(({ isRestricted }) => isRestricted).map(({ key }) => key));
  const keys = keysOf(row, columns);
  const rows = await listRowsAfter(surroundings.database, { importId: row.id, kind: null, after: 0, limit: SAMPLES });
  const cells = rows.map(({ position, sealed }) => openCells(surroundings, { importId: row.id, position }, sealed));
  return row.header.map((_, index) => {
    // A column that nobody said anything of may be a restricted one.
    const isHidden = !readsRestricted(row, clerk) && (keys[index] === null || restricted.has(keys[index] ?? ''));
    return isHidden ? [] : cells.map((one) => (one[index] ?? '').slice(0, SAMPLE_LENGTH)).filter((text) => text !== '');
  });
};

const problemsOf = async (
  { database }: Surroundings,
  { row, columns }: { row: ImportRow; columns: readonly ImportColumn[] },
): Promise<ImportProblem[]> =>
  (await listProblems(database, row.id)).map(({ code, key, params, rows, line }) => {
    const column = columns.find((one) => one.key === key);
    const finding = { code, key, params };
    return {
      code,
      key,
      label: column?.label ?? null,
      text: findingText(finding, column),
      isError: isError(finding),
      rows,
      line,
    };
  });

/** A file of cases with what was found in it. */
export const viewImport = async (surroundings: Surroundings, clerk: Clerk, id: string): Promise<CaseImportView> => {
  const { database } = surroundings;
  const row = await requireImport(surroundings, clerk, id);
  const now = await importableNow(surroundings, clerk.administration, row.procedure_key);
  const { columns } = now;
  const counts = (await countRows(database, [id])).get(id) ?? noCounts;
  const names = await namesOf(database, [row.uploaded_by]);
  return {
    ...summaryOf({ row, title: await titleOf(surroundings, row), names, counts }),
    header: row.header,
    samples: await samplesOf(surroundings, clerk, { row, columns }),
    proposed: matchColumns(row.header, columns),
    settings: row.settings,
    revision: row.revision,
    isOutdated: row.state !== 'finished' && row.procedure_version !== now.procedure.version,
    problems: await problemsOf(surroundings, { row, columns }),
    form: viewForm(now),
  };
};

export const getImport: UseCase<{ importId: string }, CaseImportView> = (surroundings, actor, { importId }) =>
  viewImport(surroundings, requireImporter(actor), importId);

/** The files of the administration, the newest first. */
export const listImports: UseCase<Record<string, never>, CaseImportSummary[]> = async (surroundings, actor) => {
  const { database } = surroundings;
  const { administration } = requireImporter(actor);
  const rows = await listImportRows(database, { administration, limit: SHOWN });
  const counts = await countRows(
    database,
    rows.map(({ id }) => id),
  );
  const names = await namesOf(
    database,
    rows.map((row) => row.uploaded_by),
  );
  const summaries: CaseImportSummary[] = [];
  for (const row of rows)
    summaries.push(
      summaryOf({ row, title: await titleOf(surroundings, row), names, counts: counts.get(row.id) ?? noCounts }),
    );
  return summaries;
};
