// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { CaseworkTables } from '@irisflow/casework';
import type { ColumnType } from '@irisflow/database';

export interface SourceAnswerTable {
  id: string;
  case_id: string;
  administration: string;
  source_key: string;
  consultation_id: ColumnType<string, number | string, number | string>;
  at: Date | string;
  asked_by: string;
  about_others: boolean;
  sealed: string;
}

export interface SourceChangeTable {
  id: string;
  case_id: string;
  administration: string;
  source_key: string;
  up_to: Date | string;
  outcome: string;
  effective_month: string | null;
  settled_by: string;
  at: Date | string;
  sealed: string;
}

export interface SourceCorrectionTable {
  id: string;
  case_id: string;
  administration: string;
  source_key: string;
  field: string;
  document_id: string;
  at: Date | string;
  sealed: string;
}

/** The tables that facts owns, and those of the rooms below. */
export interface FactsTables extends CaseworkTables {
  source_answer: SourceAnswerTable;
  source_change: SourceChangeTable;
  source_correction: SourceCorrectionTable;
}
