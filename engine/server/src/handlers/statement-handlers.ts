import type { statementOperations } from '../api/contract/statements.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createStatementHandlers = ({
  casework: { statements },
}: HandlerOptions): Handlers<keyof typeof statementOperations> => ({
  importStatements: async ({ actor, file }) => statements.importStatements(actor, await file()),
  listStatements: ({ actor, query }) => statements.listStatements(actor, query),
  getStatement: ({ actor, params }) => statements.getStatement(actor, params),
  listMovements: ({ actor, params, query }) => statements.listMovements(actor, { ...params, ...query }),
});
