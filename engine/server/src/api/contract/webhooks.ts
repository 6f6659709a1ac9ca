import { nullable, OpaqueId, pageOf, visibleText } from '@irisflow/foundation';
import { DeliveryView, WebhookEvent, WebhookView } from '@irisflow/webhooks';
import { Type } from 'typebox';
import { administrators, operationsOf, trialLimit } from './operation.ts';

const byWebhook = Type.Object({ webhookId: OpaqueId });
const shown = Type.Object({ secret: Type.String(), webhook: WebhookView });

/** Systems of others that are told what happens to cases of an administration. */
export const webhookOperations = operationsOf({
  listWebhooks: {
    method: 'GET',
    path: '/api/administration/webhooks',
    summary: 'Which systems my administration tells what.',
    access: administrators,
    reply: Type.Array(WebhookView),
  },
  createWebhook: {
    method: 'POST',
    path: '/api/administration/webhooks',
    summary: 'Tells another system what happens to cases from now on. What signs the messages is shown this once.',
    access: administrators,
    body: Type.Object({
      name: visibleText(100),
      url: Type.String({ minLength: 1, maxLength: 2000 }),
      events: Type.Array(WebhookEvent, { minItems: 1, maxItems: 20 }),
      /** Null for all procedures of the administration. */
      procedures: nullable(Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { minItems: 1, maxItems: 100 })),
    }),
    reply: shown,
  },
  rotateWebhookSecret: {
    method: 'POST',
    path: '/api/administration/webhooks/{webhookId}/secret',
    summary: 'Makes a new secret; the one before signs beside it for one more day.',
    access: administrators,
    params: byWebhook,
    reply: shown,
  },
  restartWebhook: {
    method: 'POST',
    path: '/api/administration/webhooks/{webhookId}/restart',
    summary: 'Goes on with a webhook that was stopped.',
    access: administrators,
    params: byWebhook,
    reply: WebhookView,
  },
  removeWebhook: {
    method: 'DELETE',
    path: '/api/administration/webhooks/{webhookId}',
    summary: 'Tells a system nothing any more; what waited is not sent.',
    access: administrators,
    params: byWebhook,
    reply: 'none',
  },
  listWebhookDeliveries: {
    method: 'GET',
    path: '/api/administration/webhooks/{webhookId}/deliveries',
    summary: 'What became of what a webhook was told, the newest first.',
    access: administrators,
    params: byWebhook,
    query: Type.Object({
      cursor: Type.Optional(Type.String()),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    reply: pageOf(DeliveryView),
  },
  sendWebhookTrial: {
    method: 'POST',
    path: '/api/administration/webhooks/{webhookId}/trial',
    summary: 'Sends a message of no case, to see whether it is heard.',
    access: administrators,
    limit: trialLimit,
    params: byWebhook,
    reply: DeliveryView,
  },
  sendWebhookAgain: {
    method: 'POST',
    path: '/api/administration/webhooks/{webhookId}/deliveries/{deliveryId}/again',
    summary: 'Sends a message once more, under the same id.',
    access: administrators,
    limit: trialLimit,
    params: Type.Object({ webhookId: OpaqueId, deliveryId: OpaqueId }),
    reply: DeliveryView,
  },
});
