import type { obligationOperations } from '../api/contract/obligations.ts';
import type { Handlers } from '../http/call.ts';
import { silently } from './connector-call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createObligationHandlers = ({
  casework: { obligations },
}: HandlerOptions): Handlers<keyof typeof obligationOperations> => ({
  listOccurrences: ({ actor, query }) => obligations.listOccurrences(actor, query),
  getOccurrence: ({ actor, params }) => obligations.getOccurrence(actor, params),
  judgeOccurrence: ({ actor, params, body }) => obligations.judgeOccurrence(actor, { ...params, ...body }),
  listObligationsOfRight: ({ actor, params }) => obligations.listObligations(actor, params),
  listMyObligations: ({ actor, params }) => obligations.listMyObligations(actor, params),
  getMyOccurrence: ({ actor, params }) => obligations.getMyOccurrence(actor, params),
  addEvidence: async ({ actor, params, query, file }) =>
    obligations.addEvidence(actor, { ...params, ...query, ...(await file()) }),
  removeEvidence: ({ actor, params }) => silently(obligations.removeEvidence(actor, params)),
  submitEvidence: ({ actor, params, body }) => obligations.submitEvidence(actor, { ...params, ...body }),
});
