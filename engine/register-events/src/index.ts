export { registerEventsRoom } from './register-events-room.ts';
export { registerEventsMigrations } from './storage/migrations.ts';
export type { RegisterEventsTables } from './storage/tables.gen.ts';
export { RegisterEventKind, RegisterNoticeView } from './views.ts';
export { registerEventWalls } from './walls/register-event-walls.ts';
