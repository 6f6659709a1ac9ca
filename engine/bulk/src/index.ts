export { bulkRoom } from './bulk-room.ts';
export { bulkMigrations } from './storage/migrations.ts';
export { listBulkDecisions } from './storage/bulk-decisions.ts';
export { countItems, listItems, takeItem } from './storage/bulk-items.ts';
export type { BulkTables } from './storage/tables.gen.ts';
export type { BulkSurroundings } from './surroundings.ts';
export { BulkAssessment, BulkDecisionView, BulkSummary, MAX_ASSESSED, MAX_BULK_TASKS } from './views/bulk.ts';
export { bulkWalls } from './walls/bulk-walls.ts';
export { workOffBulk } from './work-off.ts';
