export { type Casework, type CaseworkOptions, openCasework } from './open-casework.ts';
export { migrateCasework } from './storage/migrate-casework.ts';
export { roleScript } from './walls/raise-walls.ts';
