import { appendAudit, type Clerk, namesOf } from '@irisflow/access';
import { writeCents } from '@irisflow/bank-files';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, cursorNumber, cursorOf, foldedWords, pageLimit, positionOf } from '@irisflow/foundation';
import { iban, structuredCommunication } from '@irisflow/identifiers';
import { requireAccountant } from '@irisflow/ledger';
import { countByState, countMovements, listMovementRows, type MovementRow } from '../storage/movements.ts';
import { countStatements, findStatement, listStatementRows, type StatementRow } from '../storage/statements.ts';
import type { UseCase } from '../surroundings.ts';
import { summarizeStatement } from '../view-statement.ts';
import type { MovementPage, MovementState, MovementView, StatementPage, StatementView } from '../views/statement.ts';

/** The statements of my administration, the latest first. */
export const listStatements: UseCase<{ readonly cursor?: string; readonly limit?: number }, StatementPage> = async (
  { database },
  actor,
  { cursor, limit },
) => {
  const { administration } = requireAccountant(actor);
  const most = pageLimit(limit);
  const rows = await listStatementRows(database, {
    administration,
    before: positionOf(cursor, 'day'),
    limit: most + 1,
  });
  const page = rows.slice(0, most);
  const last = page.at(-1);
  return {
    items: page.map(summarizeStatement),
    total: await countStatements(database, administration),
    nextCursor: rows.length > most && last !== undefined ? cursorOf({ sort: last.closed_on, id: last.id }) : null,
  };
};

const requireStatement = async (db: Queryable, { administration }: Clerk, id: string): Promise<StatementRow> => {
  const found = await findStatement(db, id);
  if (found?.administration === administration) return found;
  throw new CaseworkError('NOT_FOUND', `Expected a statement ${id.slice(0, 40)}, but there is none`);
};

/** One of them: how far it is booked, and how many movements there are of each outcome. */
export const getStatement: UseCase<{ readonly statementId: string }, StatementView> = async (
  { database },
  actor,
  { statementId },
) => {
  const row = await requireStatement(database, requireAccountant(actor), statementId);
  const counts = await countByState(database, statementId);
  const countOf = (state: MovementState): number => counts.get(state) ?? 0;
  return {
    ...summarizeStatement(row),
    fileName: row.file_name,
    importedBy: (await namesOf(database, [row.imported_by])).get(row.imported_by) ?? '',
    counts: {
      waiting: countOf('waiting'),
      matched: countOf('matched'),
      unmatched: countOf('unmatched'),
      tookBack: countOf('tookBack'),
      outgoing: countOf('outgoing'),
      settled: countOf('settled'),
      cameBack: countOf('cameBack'),
      misfit: countOf('misfit'),
    },
  };
};

/** Grouped as people read it, where it is an IBAN. */
const accountText = (account: string): string => (iban.check(account).ok ? iban.format(account) : account);

const viewMovement = (row: MovementRow): MovementView => ({
  place: row.place,
  amount: writeCents(row.amount),
  bookedOn: row.bookedOn,
  valueOn: row.valueOn,
  counterparty: row.counterparty,
  counterpartyAccount: accountText(row.counterpartyAccount),
  communication:
    row.communicationKind === 'structured' ? structuredCommunication.format(row.communication) : row.communication,
  returnReason: row.returnReason,
  state: row.state,
  paymentId: row.paymentId,
  batchId: row.batchId,
  misfit: row.misfit,
});

export interface AskedMovements {
  readonly statementId: string;
  readonly state?: MovementState;
  /** Words of the other side, or of what they wrote. */
  readonly search?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** What moved, in the order of the statement. Who reads the first page of it is in the audit. */
export const listMovements: UseCase<AskedMovements, MovementPage> = async (surroundings, actor, asked) => {
  const { statementId, state = null, search, cursor, limit } = asked;
  const clerk = requireAccountant(actor);
  const most = pageLimit(limit);
  return surroundings.database.transaction(async (tx) => {
    await requireStatement(tx, clerk, statementId);
    const wanted = { statementId, state, words: foldedWords(search) };
    const rows = await listMovementRows(tx, { ...wanted, after: cursorNumber(cursor) ?? 0, limit: most + 1 });
    const page = rows.slice(0, most);
    const total = await countMovements(tx, wanted);
    if (cursor === undefined)
      await appendAudit(surroundings, tx, {
        actor,
        action: 'statement.opened',
        object: `statement:${statementId}`,
        administration: clerk.administration,
      });
    return {
      items: page.map(viewMovement),
      total,
      nextCursor: rows.length > most ? String(page.at(-1)?.place) : null,
    };
  });
};
