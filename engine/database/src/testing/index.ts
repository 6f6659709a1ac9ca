export { freePort } from './free-port.ts';
export { innerPlans, type PlanNode } from './inner-plans.ts';
export { openTestDatabase } from './open-test-database.ts';
export { startPostgres, thrownAwaySettings, type TestPostgres } from './start-postgres.ts';
export type { Preparation, TestDatabase } from './test-database.ts';
export { usualStore } from './usual-store.ts';
