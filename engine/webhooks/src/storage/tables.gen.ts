// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { CaseworkTables } from '@irisflow/casework';
import type { ColumnType } from '@irisflow/database';

export interface IncomingDeliveryTable {
  id: string;
  webhook_id: string;
  administration: string;
  sender_id: string | null;
  at: Date | string;
  refusal: string | null;
  case_id: string | null;
  repeats: ColumnType<number, number | undefined, number>;
}

export interface IncomingWebhookTable {
  id: string;
  administration: string;
  name: string;
  procedure_key: string;
  message: string;
  verifies: string;
  case_from: string;
  fields: ColumnType<unknown, string, string>;
  state: ColumnType<string, string | undefined, string>;
  created_at: Date | string;
  created_by: string;
}

export interface IncomingWebhookSecretTable {
  id: ColumnType<string, number | string, number | string>;
  webhook_id: string;
  sealed: string;
  until: Date | string | null;
}

export interface WebhookTable {
  id: string;
  administration: string;
  name: string;
  url: string;
  events: string[];
  procedures: string[] | null;
  state: ColumnType<string, string | undefined, string>;
  stop_reason: string | null;
  stopped_at: Date | string | null;
  failures: ColumnType<number, number | undefined, number>;
  failing_since: Date | string | null;
  rests_until: Date | string | null;
  created_at: Date | string;
  created_by: string;
}

export interface WebhookDeliveryTable {
  id: string;
  webhook_id: string;
  administration: string;
  case_id: string | null;
  procedure_key: string | null;
  event: string;
  at: Date | string;
  state: ColumnType<string, string | undefined, string>;
  attempts: ColumnType<number, number | undefined, number>;
  next_at: Date | string;
  taken_until: Date | string | null;
  last_at: Date | string | null;
  last_status: number | null;
  last_trouble: string | null;
}

export interface WebhookSecretTable {
  id: ColumnType<string, number | string, number | string>;
  webhook_id: string;
  sealed: string;
  until: Date | string | null;
}

/** The tables that webhooks owns, and those of the rooms below. */
export interface WebhooksTables extends CaseworkTables {
  incoming_delivery: IncomingDeliveryTable;
  incoming_webhook: IncomingWebhookTable;
  incoming_webhook_secret: IncomingWebhookSecretTable;
  webhook: WebhookTable;
  webhook_delivery: WebhookDeliveryTable;
  webhook_secret: WebhookSecretTable;
}
