export { createTaskMirror, synchronizeTasks, type TaskMirror } from './mirror/synchronize-tasks.ts';
export { worklistMigrations } from './storage/migrations.ts';
export type { WorklistTables } from './storage/tables.gen.ts';
export {
  countAllViews,
  countWorklist,
  listWorklistKeys,
  listWorklistRows,
  rankKindOf,
  type Worklist,
  type WorklistFilter,
  type WorklistKey,
  type WorklistSort,
  type WorklistView,
} from './storage/worklist.ts';
export { worklistOf } from './list/list-tasks.ts';
export { mirrorWalls } from './walls/mirror-walls.ts';
export { worklistRoom } from './worklist-room.ts';
