import { OpaqueId, pageOf, visibleText } from '@irisflow/foundation';
import { IncomingDeliveryView, IncomingField, IncomingWebhookView, Verification } from '@irisflow/webhooks';
import { Type } from 'typebox';
import { administrators, operationsOf, type RequestLimit } from './operation.ts';

const byId = Type.Object({ incomingWebhookId: OpaqueId });
const shown = Type.Object({ secret: Type.String(), webhook: IncomingWebhookView });
const expression = Type.String({ minLength: 1, maxLength: 500 });
/** Of one network; each address has a bound of its own, for who proved to be its sender. */
const hearingLimit = { max: 300, seconds: 60 } as const satisfies RequestLimit;

/** Addresses at which systems of others tell cases something. */
export const incomingWebhookOperations = operationsOf({
  listIncomingWebhooks: {
    method: 'GET',
    path: '/api/administration/incoming-webhooks',
    summary: 'At which addresses other systems tell cases of my administration something.',
    access: administrators,
    reply: Type.Array(IncomingWebhookView),
  },
  createIncomingWebhook: {
    method: 'POST',
    path: '/api/administration/incoming-webhooks',
    summary: 'Makes an address for another system. By what it is known there is shown this once.',
    access: administrators,
    body: Type.Object({
      name: visibleText(100),
      procedureKey: Type.String({ minLength: 1, maxLength: 100 }),
      /** What the process of the case waits for, correlated on the key of the case. */
      message: Type.String({ pattern: '^[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)+$', maxLength: 100 }),
      verifies: Verification,
      caseFrom: expression,
      fields: Type.Array(IncomingField, { maxItems: 20 }),
    }),
    reply: shown,
  },
  rotateIncomingSecret: {
    method: 'POST',
    path: '/api/administration/incoming-webhooks/{incomingWebhookId}/secret',
    summary: 'Makes a new secret; the one before counts beside it for one more day.',
    access: administrators,
    params: byId,
    reply: shown,
  },
  removeIncomingWebhook: {
    method: 'DELETE',
    path: '/api/administration/incoming-webhooks/{incomingWebhookId}',
    summary: 'Hears nothing at an address any more.',
    access: administrators,
    params: byId,
    reply: 'none',
  },
  listIncomingDeliveries: {
    method: 'GET',
    path: '/api/administration/incoming-webhooks/{incomingWebhookId}/deliveries',
    summary:
      'What came to an address in the last 30 days and what became of it, the newest first; nothing of what it said.',
    access: administrators,
    params: byId,
    query: Type.Object({
      cursor: Type.Optional(Type.String()),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    reply: pageOf(IncomingDeliveryView),
  },
  hearWebhook: {
    method: 'POST',
    path: '/api/hooks/{incomingWebhookId}',
    summary:
      'Tells the process of one case something, once for each `webhook-id`. Signed as Standard Webhooks says, or with the bearer secret of the address.',
    access: 'sender',
    limit: hearingLimit,
    bodyBytes: 262_144,
    params: byId,
    body: 'bytes',
    status: 202,
    reply: Type.Object({ id: OpaqueId }),
  },
});
