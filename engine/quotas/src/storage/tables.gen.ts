// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { RightsTables } from '@irisflow/rights';

export interface QuotaCountTable {
  administration: string;
  procedure_key: string;
  quota: string;
  reserved: number;
  held: number;
  waiting: number;
  events: number;
  lines: number;
}

export interface QuotaEventTable {
  administration: string;
  procedure_key: string;
  quota: string;
  sequence: number;
  at: Date | string;
  act: string;
  line: number | null;
  place_id: string;
  taken: number;
  waiting: number;
  ceiling: number | null;
}

export interface QuotaPlaceTable {
  id: string;
  administration: string;
  procedure_key: string;
  quota: string;
  case_id: string;
  person_id: string;
  state: string;
  line: number | null;
  reserved_until: Date | string | null;
  right_id: string | null;
  asked_at: Date | string;
  ended: string | null;
}

/** The tables that quotas owns, and those of the rooms below. */
export interface QuotasTables extends RightsTables {
  quota_count: QuotaCountTable;
  quota_event: QuotaEventTable;
  quota_place: QuotaPlaceTable;
}
