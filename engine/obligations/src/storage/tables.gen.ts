// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { RightsTables } from '@irisflow/rights';
import type { ColumnType } from '@irisflow/database';

export interface ObligationTable {
  id: string;
  administration: string;
  case_id: string;
  person_id: string;
  right_id: string;
  procedure_key: string;
  procedure_version: number;
  obligation: string;
  starts_on: Date | string;
  ends_on: Date | string | null;
  state: string;
  paused_on: Date | string | null;
  ended: string | null;
  next_day: Date | string | null;
  opens_on: Date | string | null;
  started_at: Date | string;
}

export interface ObligationEventTable {
  id: ColumnType<string, number | string, number | string>;
  obligation_id: string;
  occurrence_id: string | null;
  administration: string;
  case_id: string;
  person_id: string;
  at: Date | string;
  act: string;
  step: string | null;
  reason: string | null;
  author: string | null;
}

export interface ObligationOccurrenceTable {
  id: string;
  obligation_id: string;
  administration: string;
  case_id: string;
  person_id: string;
  day: Date | string;
  due_on: Date | string;
  answer_until: Date | string;
  state: string;
  told: number;
  tell_on: Date | string | null;
  opened_at: Date | string;
  submitted_at: Date | string | null;
  submitted_by: string | null;
  answers: ColumnType<unknown | null, string | null | undefined, string | null>;
  documents: string[];
}

/** The tables that obligations owns, and those of the rooms below. */
export interface ObligationsTables extends RightsTables {
  obligation: ObligationTable;
  obligation_event: ObligationEventTable;
  obligation_occurrence: ObligationOccurrenceTable;
}
