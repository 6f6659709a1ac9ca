export { innerPlans, type PlanNode } from './inner-plans.ts';
export { openTestDatabase, type TestDatabase } from './open-test-database.ts';
export { startPostgres } from './start-postgres.ts';
