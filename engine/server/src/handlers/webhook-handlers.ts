import type { webhookOperations } from '../api/contract/webhooks.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createWebhookHandlers = ({
  casework: { webhooks },
}: HandlerOptions): Handlers<keyof typeof webhookOperations> => ({
  listWebhooks: ({ actor }) => webhooks.listWebhooks(actor, {}),
  createWebhook: ({ actor, body }) => webhooks.makeWebhook(actor, body),
  rotateWebhookSecret: ({ actor, params }) => webhooks.rotateSecret(actor, params),
  restartWebhook: ({ actor, params }) => webhooks.restartWebhook(actor, params),
  removeWebhook: ({ actor, params }) => webhooks.removeWebhook(actor, params),
  listWebhookDeliveries: ({ actor, params, query }) => webhooks.listDeliveries(actor, { ...params, ...query }),
  sendWebhookTrial: ({ actor, params }) => webhooks.sendTrial(actor, params),
  sendWebhookAgain: ({ actor, params }) => webhooks.sendAgain(actor, params),
});
