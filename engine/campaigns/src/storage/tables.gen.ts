// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { NoticesTables } from '@irisflow/notices';
import type { RightsTables } from '@irisflow/rights';
import type { IntakeTables } from '@irisflow/intake';
import type { ColumnType } from '@irisflow/database';

export interface CampaignTable {
  id: string;
  administration: string;
  revision: number;
  name: string;
  title: ColumnType<unknown, string, string>;
  purpose: ColumnType<unknown, string, string>;
  legal_basis: ColumnType<unknown, string, string>;
  ground: string;
  selection: ColumnType<unknown, string, string>;
  procedure_key: string;
  link: string;
  letter: string;
  content: ColumnType<unknown | null, string | null | undefined, string | null>;
  version: number | null;
  begins_on: Date | string;
  ends_on: Date | string;
  per_day: number;
  per_hour: number;
  office_hours: boolean;
  stop_share: number;
  state: string;
  paused_because: string | null;
  prepared_by: string;
  started_by: string | null;
  created_at: Date | string;
  started_at: Date | string | null;
  drawn_at: Date | string | null;
  left_out: ColumnType<unknown | null, string | null | undefined, string | null>;
  answers_until: Date | string | null;
  day: Date | string | null;
  day_sent: number;
  hour: Date | string | null;
  hour_sent: number;
  contact_unit: ColumnType<unknown | null, string | null | undefined, string | null>;
}

export interface CampaignChoiceTable {
  id: string;
  party_id: string;
  administration: string;
  choice: string;
  chosen_at: Date | string;
  chosen_by: string;
  withdrawn_at: Date | string | null;
  withdrawn_by: string | null;
}

export interface CampaignEventTable {
  id: ColumnType<string, number | string, number | string>;
  campaign_id: string;
  administration: string;
  at: Date | string;
  act: string;
  reason: string | null;
  author: string | null;
}

export interface CampaignRecipientTable {
  id: string;
  campaign_id: string;
  administration: string;
  case_id: string;
  person_id: string;
  right_id: string | null;
  position: number;
  state: string;
  skipped: string | null;
  settled_at: Date | string | null;
  notice_id: string | null;
  draft_id: string | null;
  opened_at: Date | string | null;
  answer_case_id: string | null;
  answered_at: Date | string | null;
}

/** The tables that campaigns owns, and those of the rooms below. */
export interface CampaignsTables extends NoticesTables, RightsTables, IntakeTables {
  campaign: CampaignTable;
  campaign_choice: CampaignChoiceTable;
  campaign_event: CampaignEventTable;
  campaign_recipient: CampaignRecipientTable;
}
