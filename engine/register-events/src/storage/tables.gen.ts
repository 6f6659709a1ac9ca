// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { RightsTables } from '@irisflow/rights';
import type { ColumnType } from '@irisflow/database';

export interface RegisterNoticeTable {
  id: string;
  case_id: string;
  administration: string;
  source_key: string;
  event_id: string;
  kind: string;
  happened_on: Date | string;
  about_applicant: boolean;
  consultation_id: ColumnType<string, number | string, number | string>;
  told_at: Date | string;
  seen_by: string | null;
  seen_at: Date | string | null;
}

/** The tables that register-events owns, and those of the rooms below. */
export interface RegisterEventsTables extends RightsTables {
  register_notice: RegisterNoticeTable;
}
