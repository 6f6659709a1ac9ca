// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { CaseworkTables } from '@irisflow/casework';
import type { ColumnType } from '@irisflow/database';

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
  webhook: WebhookTable;
  webhook_delivery: WebhookDeliveryTable;
  webhook_secret: WebhookSecretTable;
}
