export { caseImportsRoom } from './case-imports-room.ts';
export { matchColumns } from './columns/match-columns.ts';
export { type CsvLimits, streamCsv } from './csv/read-csv.ts';
export { inOneLine, plainCell, readCell } from './rows/read-cell.ts';
export { caseImportMigrations } from './storage/migrations.ts';
export { takeImport } from './storage/imports.ts';
export { countRows, listProblems, listRowsAfter, listRowsIn } from './storage/import-rows.ts';
export type { CaseImportsTables } from './storage/tables.gen.ts';
export type { CaseImportSurroundings } from './surroundings.ts';
export { sweepImports, workOffImports } from './use-cases/work-off.ts';
export {
  CaseImportSummary,
  CaseImportView,
  ImportColumnView,
  ImportCounts,
  ImportFinding,
  ImportFormView,
  ImportProblem,
  ImportRowsView,
  ImportRowView,
  ImportSettings,
  ImportState,
  RowKind,
  RowState,
} from './views/case-import.ts';
export { caseImportWalls } from './walls/case-import-walls.ts';
