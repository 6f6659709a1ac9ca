import type { rightSourceOperations } from '../api/contract/right-sources.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createRightSourceHandlers = ({
  casework: { rightSources },
}: HandlerOptions): Handlers<keyof typeof rightSourceOperations> => ({
  listRightSources: ({ actor }) => rightSources.listRightSources(actor, {}),
  steerRightSource: ({ actor, params, body }) => rightSources.steerRightSource(actor, { ...params, ...body }),
  listRightQuestions: ({ actor, query }) => rightSources.listRightQuestions(actor, query),
});
