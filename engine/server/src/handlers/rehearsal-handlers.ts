import type { rehearsalOperations } from '../api/contract/rehearsals.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createRehearsalHandlers = ({
  casework: { rehearsals },
}: HandlerOptions): Handlers<keyof typeof rehearsalOperations> => ({
  startRehearsal: ({ actor, params, body }) => rehearsals.startRehearsal(actor, { ...params, ...body }),
  getRehearsal: ({ actor, params }) => rehearsals.getRehearsal(actor, params),
  stopRehearsal: ({ actor, params }) => rehearsals.stopRehearsal(actor, params),
  exportRehearsal: async ({ actor, params, query }) => {
    const { name, content } = await rehearsals.exportRehearsal(actor, { ...params, ...query });
    return { name, mediaType: 'text/csv', content: Buffer.from(content) };
  },
});
