import type { incomingWebhookOperations } from '../api/contract/incoming-webhooks.ts';
import type { webhookOperations } from '../api/contract/webhooks.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

const incoming = ({ incomingWebhookId }: { readonly incomingWebhookId: string }) => ({ webhookId: incomingWebhookId });

export const createWebhookHandlers = ({
  casework: { webhooks },
}: HandlerOptions): Handlers<keyof typeof webhookOperations | keyof typeof incomingWebhookOperations> => ({
  listWebhooks: ({ actor }) => webhooks.listWebhooks(actor, {}),
  createWebhook: ({ actor, body }) => webhooks.makeWebhook(actor, body),
  rotateWebhookSecret: ({ actor, params }) => webhooks.rotateSecret(actor, params),
  restartWebhook: ({ actor, params }) => webhooks.restartWebhook(actor, params),
  removeWebhook: ({ actor, params }) => webhooks.removeWebhook(actor, params),
  listWebhookDeliveries: ({ actor, params, query }) => webhooks.listDeliveries(actor, { ...params, ...query }),
  sendWebhookTrial: ({ actor, params }) => webhooks.sendTrial(actor, params),
  listIncomingWebhooks: ({ actor }) => webhooks.listIncomingWebhooks(actor, {}),
  createIncomingWebhook: ({ actor, body }) => webhooks.makeIncomingWebhook(actor, body),
  rotateIncomingSecret: ({ actor, params }) => webhooks.rotateIncomingSecret(actor, incoming(params)),
  removeIncomingWebhook: ({ actor, params }) => webhooks.removeIncomingWebhook(actor, incoming(params)),
  listIncomingDeliveries: ({ actor, params, query }) =>
    webhooks.listIncomingDeliveries(actor, { ...incoming(params), ...query }),
  hearWebhook: ({ actor, params, header, bytes }) =>
    webhooks.hearWebhook(actor, {
      ...incoming(params),
      senderId: header('webhook-id'),
      timestamp: header('webhook-timestamp'),
      signature: header('webhook-signature'),
      authorization: header('authorization'),
      body: bytes(),
    }),
  sendWebhookAgain: ({ actor, params }) => webhooks.sendAgain(actor, params),
});
