import { randomBytes } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import type { FaultMode, Faults } from '../faults.ts';
import type { CrmRefusal } from './crm-book.ts';
import { refuse, type SignedIn } from './crm-replies.ts';

export type CrmClient = { readonly id: string; readonly secret: string };

/** How each fault looks on this wire; `replaced` is somebody else who holds the row, `changed` is none. */
const FAULTS: { readonly [Mode in FaultMode]?: readonly [status: number, refusal: CrmRefusal] } = {
  unavailable: [503, { errorCode: 'SERVER_UNAVAILABLE', message: 'The server is away for a moment.' }],
  'rate-limit': [403, { errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }],
  replaced: [400, { errorCode: 'UNABLE_TO_LOCK_ROW', message: 'unable to obtain exclusive access to this record' }],
  'no-data': [404, { errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
  'no-authorization': [403, { errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY', message: 'insufficient access rights' }],
};

export type SessionOptions = { readonly client: CrmClient; readonly faults: Faults; readonly origin: () => string };

/** Signs programs in by their client and its secret (RFC 6749, §4.4), and meets them with the fault that is switched on. */
export const addCrmSessions = (app: FastifyInstance, { client, faults, origin }: SessionOptions): SignedIn => {
  const tokens = new Set<string>();
  app.post<{ Body: string }>('/services/oauth2/token', async (request, reply) => {
    const form = new URLSearchParams(request.body);
    if (form.get('grant_type') !== 'client_credentials')
      return reply.status(400).send({ error: 'unsupported_grant_type' });
    if (form.get('client_id') !== client.id || form.get('client_secret') !== client.secret)
      return reply.status(400).send({ error: 'invalid_client', error_description: 'invalid client credentials' });
    const token = randomBytes(24).toString('base64url');
    tokens.add(token);
    return { access_token: token, instance_url: origin(), token_type: 'Bearer', issued_at: String(Date.now()) };
  });
  // Ends every session, as an administrator of the CRM can.
  app.delete('/_crm/sessions', async (_request, reply) => {
    tokens.clear();
    return reply.status(204).send();
  });
  return {
    onRequest: async (request, reply) => {
      if (!tokens.has(request.headers.authorization?.replace(/^Bearer /, '') ?? ''))
        return refuse(reply, 401, { errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' });
      const mode = faults.meet('crm');
      if (mode === 'timeout') return void reply.hijack();
      const [status, refusal] = FAULTS[mode] ?? [];
      return status === undefined || refusal === undefined ? undefined : refuse(reply, status, refusal);
    },
  };
};
