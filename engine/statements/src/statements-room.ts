import { actingAs, job, requireMachine, room } from '@irisflow/access';
import { bookStatements } from './booking/book-statements.ts';
import { importStatements } from './desk/import-statements.ts';
import { getStatement, listMovements, listStatements } from './desk/read-statements.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

/** The platform's own round, at once: for whoever cannot wait for it. Answers how many portions it booked. */
const book: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  return bookStatements(actingAs(surroundings, job('statements')));
};

/** Statements of banks, and the books that follow from them. */
export const statementsRoom = (surroundings: Surroundings) =>
  room(surroundings, { importStatements, listStatements, getStatement, listMovements, book });
