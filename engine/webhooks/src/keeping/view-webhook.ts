import { instantOf, instantOrNull } from '@irisflow/foundation';
import type { DeliveryRow } from '../storage/deliveries.ts';
import type { ListedWebhook } from '../storage/webhooks.ts';
import {
  type DeliveryView,
  type StopReason,
  trialEvent,
  troubles,
  webhookEvents,
  type WebhookView,
} from '../views/webhook.ts';

const stopReasonOf = (reason: string | null): StopReason | null =>
  reason === 'gone' || reason === 'failing' ? reason : null;

export const viewWebhook = (row: ListedWebhook): WebhookView => ({
  id: row.id,
  name: row.name,
  url: row.url,
  events: webhookEvents.filter((event) => row.events.includes(event)),
  procedures: row.procedures,
  state: row.state === 'stopped' ? 'stopped' : 'active',
  stopReason: stopReasonOf(row.stop_reason),
  stoppedAt: instantOrNull(row.stopped_at),
  createdAt: instantOf(row.created_at),
  createdBy: row.created_by,
  waiting: row.waiting,
  lastDeliveredAt: instantOrNull(row.last_delivered_at),
});

const stateOf = (state: string): DeliveryView['state'] =>
  state === 'delivered' || state === 'failed' ? state : 'waiting';

export const viewDelivery = (row: DeliveryRow): DeliveryView => ({
  id: row.id,
  event: webhookEvents.find((event) => event === row.event) ?? trialEvent,
  at: instantOf(row.at),
  caseId: row.case_id,
  state: stateOf(row.state),
  attempts: row.attempts,
  nextAt: row.state === 'waiting' ? instantOf(row.next_at) : null,
  lastAt: instantOrNull(row.last_at),
  lastStatus: row.last_status,
  lastTrouble: troubles.find((trouble) => trouble === row.last_trouble) ?? null,
});
