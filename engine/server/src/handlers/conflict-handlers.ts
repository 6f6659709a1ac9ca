import type { conflictOperations } from '../api/contract/conflicts.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createConflictHandlers = ({
  casework: { conflicts },
}: HandlerOptions): Handlers<keyof typeof conflictOperations> => ({
  listConflicts: ({ actor, query }) => conflicts.listConflicts(actor, query),
  declareConflict: ({ actor, params, body }) => conflicts.declareConflict(actor, { ...params, ...body }),
  liftConflict: ({ actor, params, body }) => conflicts.liftConflict(actor, { ...params, ...body }),
});
