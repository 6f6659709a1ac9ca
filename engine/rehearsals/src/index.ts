export { rehearsalsRoom } from './rehearsals-room.ts';
export { workOffRehearsals } from './running/work-off.ts';
export { rehearsalsMigrations } from './storage/migrations.ts';
export type { RehearsalsTables } from './storage/tables.gen.ts';
export type { RehearsalsSurroundings } from './surroundings.ts';
export { RehearsalAnswer, RehearsalView, RehearsalWish, RehearsedGroup } from './views/rehearsal.ts';
export { rehearsalWalls } from './walls/rehearsal-walls.ts';
