import { everyRow, may, mayAdd, mayChange, mayDoAll, mayRead, ofAdministration, type Wall } from '@irisflow/access';
import type { WebhooksTables as Tables } from '../storage/tables.gen.ts';

const administered = ofAdministration('administers');
const ofAdministered = `webhook_id in (select w.id from casework.webhook w where w.${administered})`;
const ofAdministeredAddress = `webhook_id in (select w.id from casework.incoming_webhook w where w.${administered})`;

/** Who is told what, by whom it is signed, and what became of it; who may tell what, by what they are known, and what became of that. */
export const webhookWalls = {
  webhook: {
    staff: [may(['select', 'insert', 'update'], administered)],
    webhooks: [may(['select', 'update'], everyRow)],
    // Its function tells those whom an event concerns, whoever caused it.
    keeper: [mayRead(everyRow)],
  },
  webhook_secret: {
    // Whoever makes one writes its first secret down, and reads none.
    staff: [mayAdd(ofAdministered)],
    webhooks: [mayDoAll(everyRow)],
  },
  webhook_delivery: {
    staff: [
      mayRead(administered),
      mayChange(['state', 'attempts', 'next_at', 'taken_until'], administered),
      mayAdd(`${administered} and case_id is null and ${ofAdministered}`),
    ],
    webhooks: [may(['select', 'update', 'delete'], everyRow)],
    keeper: [mayAdd(everyRow)],
  },
  incoming_webhook: {
    staff: [may(['select', 'insert', 'update'], administered)],
    // An address is locked while something is taken in, and while its secret changes.
    incomingWebhooks: [may(['select', 'update'], everyRow)],
  },
  incoming_webhook_secret: {
    staff: [mayAdd(ofAdministeredAddress)],
    incomingWebhooks: [mayDoAll(everyRow)],
  },
  incoming_delivery: {
    staff: [mayRead(administered)],
    incomingWebhooks: [mayDoAll(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
