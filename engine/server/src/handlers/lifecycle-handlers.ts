import type { lifecycleOperations } from '../api/contract/lifecycle.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createLifecycleHandlers = ({
  casework: { lifecycle },
}: HandlerOptions): Handlers<keyof typeof lifecycleOperations> => ({
  getReopenings: ({ actor, params }) => lifecycle.getReopenings(actor, params),
  reopenCase: ({ actor, params, body }) => lifecycle.reopenCase(actor, { ...params, ...body }),
  decideReopening: ({ actor, params, body }) => lifecycle.decideReopening(actor, { ...params, ...body }),
});
