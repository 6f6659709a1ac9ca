import { ApiScopeName, ApiTokenView } from '@irisflow/access';
import { CalendarDate, nullable, OpaqueId, visibleText } from '@irisflow/foundation';
import { Type } from 'typebox';
import { administrators, operationsOf } from './operation.ts';

const byToken = Type.Object({ tokenId: OpaqueId });
const shown = Type.Object({ token: Type.String(), apiToken: ApiTokenView });

/** Other systems of an administration, and what each of them may do. */
export const apiTokenOperations = operationsOf({
  listApiTokens: {
    method: 'GET',
    path: '/api/administration/api-tokens',
    summary: 'The tokens of other systems of my administration, those that are over too.',
    access: administrators,
    reply: Type.Array(ApiTokenView),
  },
  createApiToken: {
    method: 'POST',
    path: '/api/administration/api-tokens',
    summary: 'Makes a token for another system of my administration. It is shown this once.',
    access: administrators,
    body: Type.Object({
      name: visibleText(100),
      scopes: Type.Array(ApiScopeName, { minItems: 1, maxItems: 20 }),
      /** Null for all procedures of the administration. */
      procedures: nullable(Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { minItems: 1, maxItems: 100 })),
      /** Addresses or networks from which it counts; null for any. */
      addresses: nullable(Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 20 })),
      /** The last day on which it counts; at most a year ahead. */
      lastDay: CalendarDate,
    }),
    reply: shown,
  },
  renewApiToken: {
    method: 'POST',
    path: '/api/administration/api-tokens/{tokenId}/renewal',
    summary: 'Gives a token a new text and a new last day; the old text counts for one more day.',
    access: administrators,
    params: byToken,
    body: Type.Object({ lastDay: CalendarDate }),
    reply: shown,
  },
  revokeApiToken: {
    method: 'DELETE',
    path: '/api/administration/api-tokens/{tokenId}',
    summary: 'Ends an API token at once.',
    access: administrators,
    params: byToken,
    reply: 'none',
  },
});
