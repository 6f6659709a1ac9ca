// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { CaseworkTables } from '@irisflow/casework';
import type { ColumnType } from '@irisflow/database';

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
export interface InquiriesTables extends CaseworkTables {
  opinion: OpinionTable;
}
