import { PersonView } from '@irisflow/access';
import { Instant, Locale, LocalizedText, nullable, oneOf, OpaqueId, Ordinal } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';
import { csvLimits } from '../csv/read-csv.ts';
import { findingCodes } from '../rows/finding.ts';

export const ImportState = oneOf(['uploaded', 'checking', 'checked', 'running', 'stopped', 'finished']);
export type ImportState = Static<typeof ImportState>;

export const RowState = oneOf(['waiting', 'ready', 'known', 'wrong', 'imported', 'failed']);
export type RowState = Static<typeof RowState>;
/** Rows by how far they are; those that are ready with something to be known of them apart. */
export const RowKind = oneOf(['waiting', 'ready', 'warned', 'known', 'wrong', 'imported', 'failed']);
export type RowKind = Static<typeof RowKind>;

const ColumnKey = Type.String({ maxLength: 300 });
const ImportMode = oneOf(['start', 'close']);

/** How a file is read, and what becomes of its cases. */
export const ImportSettings = Type.Object({
  /** For each header the key of the column that it is; null where it is left aside. */
  columns: Type.Array(nullable(ColumnKey), { maxItems: csvLimits.columns }),
  /** By column, which sign stands before decimals where a number could be read in two ways. */
  marks: Type.Record(ColumnKey, oneOf(['comma', 'point'])),
  /** Of cases whose row names none. */
  language: Locale,
  /** `start` begins the process of each case; `close` files it as over, without process and terms. */
  mode: ImportMode,
  /** Whether the terms of cases that are started run from the day of receipt, and not from today. */
  termsFromReceipt: Type.Boolean(),
});
export type ImportSettings = Static<typeof ImportSettings>;

const count = Type.Integer({ minimum: 0 });
export const ImportCounts = Type.Object({
  waiting: count,
  ready: count,
  warned: count,
  known: count,
  wrong: count,
  imported: count,
  failed: count,
});
export type ImportCounts = Static<typeof ImportCounts>;

/** A column that a file of cases of a procedure may have. */
export const ImportColumnView = Type.Object({
  key: Type.String(),
  label: LocalizedText,
  /** What a cell of it has to hold. */
  expected: LocalizedText,
  hint: LocalizedText,
  isRequired: Type.Boolean(),
  isRestricted: Type.Boolean(),
  /** Whether it holds numbers, which may be written in two ways. */
  isNumber: Type.Boolean(),
});
export type ImportColumnView = Static<typeof ImportColumnView>;

/** What a file of cases may hold, and how long it is kept. */
export const ImportFormView = Type.Object({
  columns: Type.Array(ImportColumnView),
  /** Fields that ask for files, of which none comes along. */
  files: Type.Array(LocalizedText),
  maxRows: count,
  maxBytes: count,
  keptDays: count,
});
export type ImportFormView = Static<typeof ImportFormView>;

const Named = Type.Object({ id: PersonView.properties.id, name: Type.String() });

export const CaseImportSummary = Type.Object({
  id: OpaqueId,
  procedureKey: Type.String(),
  procedureTitle: LocalizedText,
  fileName: Type.String(),
  uploadedAt: Instant,
  uploadedBy: Named,
  state: ImportState,
  rows: count,
  counts: ImportCounts,
  eraseAt: Instant,
  erasedAt: nullable(Instant),
});
export type CaseImportSummary = Static<typeof CaseImportSummary>;

/** What was found in a column, or of rows: how often, and where first. */
export const ImportProblem = Type.Object({
  code: oneOf(findingCodes),
  key: nullable(Type.String()),
  label: nullable(LocalizedText),
  text: LocalizedText,
  isError: Type.Boolean(),
  rows: count,
  line: count,
});
export type ImportProblem = Static<typeof ImportProblem>;

/** A file of cases, how it is read and what was found in it. */
export const CaseImportView = Type.Object({
  ...CaseImportSummary.properties,
  header: Type.Array(Type.String()),
  /** The first cells of each column; of others than who uploaded the file none of what is restricted. */
  samples: Type.Array(Type.Array(Type.String())),
  /** As the headers name them. */
  proposed: Type.Array(nullable(Type.String())),
  settings: nullable(ImportSettings),
  /** Counts the dry runs. */
  revision: Ordinal,
  /** Whether the form has changed since the dry run, so that another one is needed. */
  isOutdated: Type.Boolean(),
  problems: Type.Array(ImportProblem),
  form: ImportFormView,
});
export type CaseImportView = Static<typeof CaseImportView>;

/** What is to be said of one row. */
export const ImportFinding = Type.Object({
  code: oneOf(findingCodes),
  label: nullable(LocalizedText),
  /** What stands there; null where it is restricted, or about the row as a whole. */
  found: nullable(Type.String()),
  text: LocalizedText,
  isError: Type.Boolean(),
});
export type ImportFinding = Static<typeof ImportFinding>;

export const ImportRowView = Type.Object({
  position: Ordinal,
  line: count,
  reference: nullable(Type.String()),
  state: RowState,
  caseId: nullable(OpaqueId),
  findings: Type.Array(ImportFinding),
});
export type ImportRowView = Static<typeof ImportRowView>;

export const ImportRowsView = Type.Object({ items: Type.Array(ImportRowView), next: nullable(Ordinal) });
export type ImportRowsView = Static<typeof ImportRowsView>;
