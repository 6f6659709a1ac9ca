// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { AccessTables } from '@irisflow/access';
import type { ColumnType } from '@irisflow/database';

export interface AnswerUnmaskingTable {
  id: string;
  case_id: string;
  administration: string;
  pointer: string;
  unmasked_by: string;
  category: string;
  reason: string;
  begins_at: Date | string;
  ends_at: Date | string;
}

export interface RestrictedAnswerTable {
  case_id: string;
  administration: string;
  kind: string;
  of_id: string;
  pointer: string;
  value: ColumnType<unknown, string, string>;
}

/** The tables that restricted owns, and those of the rooms below. */
export interface RestrictedTables extends AccessTables {
  answer_unmasking: AnswerUnmaskingTable;
  restricted_answer: RestrictedAnswerTable;
}
