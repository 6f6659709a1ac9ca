export type { CaseworkOptions } from './casework-options.ts';
export { type Casework, openCasework } from './open-casework.ts';
export { migrateCasework } from './storage/migrate-casework.ts';
export { roleScript } from './walls/raise-walls.ts';
