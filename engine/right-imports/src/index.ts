export { rightImportsRoom } from './right-imports-room.ts';
export { checkRightImports } from './storage/check-right-imports.ts';
export { listRowsAfter, listRowsToDo, listWaitingRows } from './storage/import-rows.ts';
export { rightImportMigrations } from './storage/migrations.ts';
export type { RightImportsTables } from './storage/tables.gen.ts';
export type { RightImportSurroundings } from './surroundings.ts';
export { sweepRightImports, workOffRightImports } from './use-cases/work-off.ts';
export {
  ImportableKind,
  RightColumnView,
  RightControls,
  RightDifference,
  RightImportState,
  RightImportSummary,
  RightImportView,
  RightProblem,
  RightReconciliation,
  RightRowCounts,
  RightRowFinding,
  RightRowKind,
  RightRowState,
  RightRowsView,
  RightRowView,
} from './views/right-import.ts';
export { rightImportWalls } from './walls/right-import-walls.ts';
