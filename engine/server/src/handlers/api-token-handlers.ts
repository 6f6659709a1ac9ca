import type { apiTokenOperations } from '../api/contract/api-tokens.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createApiTokenHandlers = ({
  casework: { apiTokens },
}: HandlerOptions): Handlers<keyof typeof apiTokenOperations> => ({
  listApiTokens: ({ actor }) => apiTokens.listApiTokens(actor, {}),
  createApiToken: ({ actor, body }) => apiTokens.makeApiToken(actor, body),
  renewApiToken: ({ actor, params, body }) => apiTokens.renewApiToken(actor, { ...params, ...body }),
  revokeApiToken: ({ actor, params }) => apiTokens.revokeApiToken(actor, params),
});
