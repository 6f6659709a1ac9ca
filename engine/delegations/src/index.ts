export { delegationsRoom } from './delegations-room.ts';
export { auditedPower, coversTask, type DelegableTask, type Power } from './power.ts';
export { listDelegations } from './storage/delegations.ts';
export { delegationsMigrations } from './storage/migrations.ts';
export { listPowersIn, listPowersOf } from './storage/powers.ts';
export type { DelegationsTables } from './storage/tables.gen.ts';
export { DelegationsView, DelegationState, DelegationView } from './views/delegation.ts';
export { delegationWalls } from './walls/delegation-walls.ts';
