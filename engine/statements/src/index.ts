export { bookStatements } from './booking/book-statements.ts';
export { statementsRoom } from './statements-room.ts';
export { listMovementRows, listTakenBack, listToBook } from './storage/movements.ts';
export { statementsMigrations } from './storage/migrations.ts';
export { listStatementRows, nextToBook } from './storage/statements.ts';
export type { StatementsTables } from './storage/tables.gen.ts';
export type { StatementsSurroundings } from './surroundings.ts';
export {
  MovementPage,
  MovementState,
  MovementView,
  StatementForm,
  StatementPage,
  StatementSummary,
  StatementView,
} from './views/statement.ts';
export { statementWalls } from './walls/statement-walls.ts';
