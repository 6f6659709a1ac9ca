// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { IntakeTables } from '@irisflow/intake';
import type { ColumnType } from '@irisflow/database';

export interface AppealTable {
  case_id: string;
  administration: string;
  against_case_id: string;
  decision_id: string;
  remedy: number | null;
  suspends: string[];
  summary: string;
  lodged_at: Date | string;
  since_on: Date | string;
  ended_on: Date | string | null;
  outcome: string | null;
  ruling: string | null;
  replaced_by: string | null;
}

export interface DeclaredChangeTable {
  id: string;
  case_id: string;
  administration: string;
  part: string | null;
  answers: ColumnType<unknown, string, string>;
  told: ColumnType<unknown, string, string>;
  since: Date | string;
  reason: string;
  documents: string[];
  state: string;
  declared_by: string;
  declared_at: Date | string;
  settled_by: string | null;
  settled_at: Date | string | null;
  refusal: string | null;
}

export interface ReopeningTable {
  id: string;
  case_id: string;
  administration: string;
  ground: string;
  reason: string;
  state: string;
  proposed_by: string;
  proposed_at: Date | string;
  closed_at: Date | string;
  decided_by: string | null;
  decided_at: Date | string | null;
  refusal: string | null;
}

export interface TransferTable {
  id: string;
  case_id: string;
  administration: string;
  to_administration: string;
  reason: string;
  documents: string[];
  with_answers: boolean;
  state: string;
  proposed_by: string;
  proposed_at: Date | string;
  due_on: Date | string;
  decided_by: string | null;
  decided_at: Date | string | null;
  refusal: string | null;
  new_case_id: string | null;
  told: ColumnType<string[], string[] | undefined, string[]>;
  notified_at: Date | string | null;
}

/** The tables that lifecycle owns, and those of the rooms below. */
export interface LifecycleTables extends IntakeTables {
  appeal: AppealTable;
  declared_change: DeclaredChangeTable;
  reopening: ReopeningTable;
  transfer: TransferTable;
}
