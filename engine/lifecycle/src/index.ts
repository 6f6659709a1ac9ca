export { lifecycleRoom } from './lifecycle-room.ts';
export { MAX_REASON } from './reopening/reopen-case.ts';
export { lifecycleMigrations } from './storage/migrations.ts';
export type { LifecycleTables } from './storage/tables.gen.ts';
export { CaseReopenings, ReopeningBar, ReopeningGround, ReopeningView } from './views/reopening.ts';
export { lifecycleWalls } from './walls/lifecycle-walls.ts';
