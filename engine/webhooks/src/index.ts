export { createCourier, type Courier } from './delivery/courier.ts';
export { sweepIncoming } from './storage/incoming-deliveries.ts';
export { sweepDeliveries } from './storage/deliveries.ts';
export { webhooksMigrations } from './storage/migrations.ts';
export type { WebhooksTables } from './storage/tables.gen.ts';
export type { WebhookOutcome, WebhookSender, WebhooksSurroundings } from './surroundings.ts';
export { webhookWalls } from './walls/webhook-walls.ts';
export { webhooksRoom } from './webhooks-room.ts';
export { DeliveryView, StopReason, Trouble, WebhookEvent, WebhookView } from './views/webhook.ts';
export {
  IncomingDeliveryView,
  IncomingField,
  IncomingWebhookView,
  Refusal as IncomingRefusal,
  Verification,
} from './views/incoming-webhook.ts';
