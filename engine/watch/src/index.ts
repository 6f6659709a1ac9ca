export { followSteps } from './following/follow-steps.ts';
export { listDraftCounts } from './storage/draft-counts.ts';
export { watchMigrations } from './storage/migrations.ts';
export { listStanding, listUnchecked } from './storage/open-steps.ts';
export { listBands, listBandsOfMany, listCells } from './storage/step-days.ts';
export type { WatchTables } from './storage/tables.gen.ts';
export { WatchedPage, WatchedProcess, WatchedStep, WatchView } from './views/watch.ts';
export { watchWalls } from './walls/watch-walls.ts';
export { watchRoom } from './watch-room.ts';
