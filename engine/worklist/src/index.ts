export { createTaskMirror, synchronizeTasks, type TaskMirror } from './mirror/synchronize-tasks.ts';
export { worklistMigrations } from './storage/migrations.ts';
export type { WorklistTables } from './storage/tables.gen.ts';
export { countWorklist, listWorklistRows } from './storage/worklist.ts';
export { mirrorWalls } from './walls/mirror-walls.ts';
export { worklistRoom } from './worklist-room.ts';
