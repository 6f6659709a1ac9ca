// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { CaseworkTables } from '@irisflow/casework';
import type { ColumnType } from '@irisflow/database';

export interface AccessibilityReportTable {
  id: string;
  administration: string;
  words: string;
  page: string | null;
  email: string | null;
  language: string;
  reported_at: Date | string;
  handled_at: Date | string | null;
  erase_at: Date | string;
}

export interface AccessibilityStatementTable {
  administration: string;
  revision: number;
  limits: ColumnType<unknown, string, string>;
  contact: ColumnType<unknown, string, string>;
  enforcement: ColumnType<unknown, string, string>;
  reviewed_on: Date | string;
}

export interface FeedbackTable {
  case_id: string;
  administration: string;
  procedure_key: string;
  moment: string;
  score: number;
  comment: string | null;
  given_at: Date | string;
  given_month: string;
}

/** The tables that feedback owns, and those of the rooms below. */
export interface FeedbackTables extends CaseworkTables {
  accessibility_report: AccessibilityReportTable;
  accessibility_statement: AccessibilityStatementTable;
  feedback: FeedbackTable;
}
