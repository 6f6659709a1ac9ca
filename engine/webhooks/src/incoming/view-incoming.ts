import { instantOf, instantOrNull } from '@irisflow/foundation';
import type { IncomingDeliveryRow } from '../storage/incoming-deliveries.ts';
import type { ListedIncoming } from '../storage/incoming-webhooks.ts';
import {
  type IncomingDeliveryView,
  type IncomingField,
  type IncomingWebhookView,
  refusals,
} from '../views/incoming-webhook.ts';

export const viewIncoming = (row: ListedIncoming, publicUrl: string): IncomingWebhookView => ({
  id: row.id,
  name: row.name,
  address: `${publicUrl}/api/hooks/${row.id}`,
  procedureKey: row.procedure_key,
  message: row.message,
  verifies: row.verifies === 'bearer' ? 'bearer' : 'signature',
  caseFrom: row.case_from,
  fields: row.fields as IncomingField[],
  createdAt: instantOf(row.created_at),
  createdBy: row.created_by,
  lastTakenAt: instantOrNull(row.last_taken_at),
});

export const viewIncomingDelivery = (row: IncomingDeliveryRow): IncomingDeliveryView => ({
  id: row.id,
  senderId: row.sender_id,
  at: instantOf(row.at),
  refusal: refusals.find((refusal) => refusal === row.refusal) ?? null,
  caseId: row.case_id,
  repeats: row.repeats,
});
