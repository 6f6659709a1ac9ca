import { OpaqueId } from '@irisflow/foundation';
import { MovementPage, MovementState, StatementPage, StatementSummary, StatementView } from '@irisflow/statements';
import { Type } from 'typebox';
import { accountants, operationsOf, uploadLimit } from './operation.ts';

const byStatement = Type.Object({ statementId: OpaqueId });
const paged = {
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
};

/** Statements of banks: what came to the accounts of an administration and left them. */
export const statementOperations = operationsOf({
  importStatements: {
    method: 'POST',
    path: '/api/statements',
    summary:
      'Takes in a file of bank statements (CODA or camt.053), all of them or none; what came in is booked in the background.',
    access: accountants,
    limit: uploadLimit,
    body: 'file',
    reply: Type.Array(StatementSummary),
  },
  listStatements: {
    method: 'GET',
    path: '/api/statements',
    summary: 'The bank statements of my administration, the latest first, and what is missing between them.',
    access: accountants,
    query: Type.Object(paged),
    reply: StatementPage,
  },
  getStatement: {
    method: 'GET',
    path: '/api/statements/{statementId}',
    summary: 'One of them: how far it is booked, and how many movements there are of each outcome.',
    access: accountants,
    params: byStatement,
    reply: StatementView,
  },
  listMovements: {
    method: 'GET',
    path: '/api/statements/{statementId}/movements',
    summary: 'What moved, in the order of the statement; that it was opened is in the audit.',
    access: accountants,
    params: byStatement,
    query: Type.Object({
      ...paged,
      state: Type.Optional(MovementState),
      /** Words of the other side, or of what they wrote. */
      search: Type.Optional(Type.String({ maxLength: 200 })),
    }),
    reply: MovementPage,
  },
});
