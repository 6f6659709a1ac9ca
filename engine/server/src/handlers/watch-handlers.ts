import type { watchOperations } from '../api/contract/watch.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createWatchHandlers = ({
  casework: { watch, monitor },
}: HandlerOptions): Handlers<keyof typeof watchOperations> => ({
  getWatch: ({ actor, params, query }) => watch.getWatch(actor, { ...params, ...query }),
  listProcedureIncidents: ({ actor, params }) => monitor.listProcedureIncidents(actor, params),
  exportWatch: async ({ actor, params, query }) => {
    const { name, content } = await watch.exportWatch(actor, { ...params, ...query });
    return { name, mediaType: 'text/csv', content: Buffer.from(content) };
  },
});
