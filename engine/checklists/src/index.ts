export { checklistsRoom } from './checklists-room.ts';
export { hasOpenPoints, noteAutomatic, refuseOpenPoints } from './refuse-open-points.ts';
export { checklistsMigrations } from './storage/migrations.ts';
export type { ChecklistsTables } from './storage/tables.gen.ts';
export { Checklist, MAX_REMARK } from './views/checklist.ts';
export { checklistWalls } from './walls/checklist-walls.ts';
