export { conflictsRoom } from './conflicts-room.ts';
export { giveBackHeld } from './give-back.ts';
export { conflictsMigrations } from './storage/migrations.ts';
export type { ConflictsTables } from './storage/tables.gen.ts';
export { ConflictScope, ConflictView } from './views/conflict.ts';
export { conflictWalls } from './walls/conflict-walls.ts';
