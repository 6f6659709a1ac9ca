// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { RightsTables } from '@irisflow/rights';
import type { FactsTables } from '@irisflow/facts';
import type { ColumnType } from '@irisflow/database';

export interface RightQuestionTable {
  consultation_id: ColumnType<string, number | string, number | string>;
  administration: string;
  source_key: string;
  asked_by: string;
  purpose: ColumnType<unknown, string, string>;
  legal_basis: ColumnType<unknown, string, string>;
  at: Date | string;
  on_day: Date | string | null;
  answer: string;
  unknown_because: string | null;
  right_id: string | null;
  case_id: string | null;
  fields: string[];
  subject_index: string | null;
  right_number: string | null;
  told_digest: string;
  followed: boolean;
  look_on: Date | string | null;
}

/** The tables that right-sources owns, and those of the rooms below. */
export interface RightSourcesTables extends RightsTables, FactsTables {
  right_question: RightQuestionTable;
}
