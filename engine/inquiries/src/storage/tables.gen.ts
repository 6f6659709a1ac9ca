// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { DispatchTables } from '@irisflow/dispatch';
import type { ColumnType } from '@irisflow/database';

export interface HearingTable {
  id: string;
  case_id: string;
  administration: string;
  key: string;
  label: ColumnType<unknown, string, string>;
  at: Date | string;
  minutes_long: number;
  place: string | null;
  link: string | null;
  language: string;
  led_by: string | null;
  scheduled_at: Date | string;
  scheduled_by: string | null;
  moves: ColumnType<number, number | undefined, number>;
  state: string;
  reason: string | null;
  minutes: string | null;
  minutes_documents: string[];
  ended_at: Date | string | null;
  ended_by: string | null;
  wish: string | null;
  wished_at: Date | string | null;
  wish_answer: string | null;
  wish_answered_at: Date | string | null;
}

export interface HearingSummonsTable {
  hearing_id: string;
  position: number;
  case_id: string;
  administration: string;
  participant_id: string | null;
  name: string;
  role: ColumnType<unknown, string, string>;
  came: boolean | null;
  statement: string | null;
  released_at: Date | string | null;
}

export interface InspectionTable {
  id: string;
  case_id: string;
  administration: string;
  key: string;
  label: ColumnType<unknown, string, string>;
  asked_administration: string;
  asked_group: string | null;
  asked_person: string | null;
  asked_name: ColumnType<unknown, string, string>;
  address: string;
  subject: string;
  documents: string[];
  is_public: boolean;
  asked_at: Date | string;
  asked_by: string | null;
  due_on: Date | string;
  visit_on: Date | string | null;
  state: string;
  draft: ColumnType<unknown | null, string | null | undefined, string | null>;
  outcome: string | null;
  report: ColumnType<unknown | null, string | null | undefined, string | null>;
  report_documents: string[];
  ended_at: Date | string | null;
  ended_by: string | null;
  reason: string | null;
}

export interface OpinionTable {
  id: string;
  case_id: string;
  administration: string;
  key: string | null;
  label: ColumnType<unknown | null, string | null | undefined, string | null>;
  asked_administration: string;
  asked_group: string | null;
  asked_person: string | null;
  asked_name: ColumnType<unknown, string, string>;
  question: string;
  documents: string[];
  is_public: boolean;
  asked_at: Date | string;
  asked_by: string | null;
  due_on: Date | string;
  tacit: string;
  state: string;
  outcome: string | null;
  conditions: string | null;
  motivation: string | null;
  answer_documents: string[];
  ended_at: Date | string | null;
  ended_by: string | null;
  reason: string | null;
}

/** The tables that inquiries owns, and those of the rooms below. */
export interface InquiriesTables extends DispatchTables {
  hearing: HearingTable;
  hearing_summons: HearingSummonsTable;
  inspection: InspectionTable;
  opinion: OpinionTable;
}
