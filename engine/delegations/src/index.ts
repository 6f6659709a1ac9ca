export { delegationsRoom } from './delegations-room.ts';
export { auditedPower, coversTask, type Power } from './power.ts';
export { delegationsMigrations } from './storage/migrations.ts';
export { listPowersIn, listPowersOf } from './storage/powers.ts';
export type { DelegationsTables } from './storage/tables.gen.ts';
export { DelegationsView, DelegationView } from './views/delegation.ts';
export { delegationWalls } from './walls/delegation-walls.ts';
