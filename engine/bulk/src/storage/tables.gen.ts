// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { FactsTables } from '@irisflow/facts';
import type { TasksTables } from '@irisflow/tasks';
import type { ColumnType } from '@irisflow/database';

export interface BulkDecisionTable {
  id: string;
  administration: string;
  started_by: string;
  started_at: Date | string;
  procedure_key: string;
  procedure_version: number;
  element_id: string;
  answers: ColumnType<unknown, string, string>;
  canceled_at: Date | string | null;
}

export interface BulkItemTable {
  bulk_id: string;
  position: number;
  administration: string;
  task_id: string;
  case_id: string;
  state: string;
  reason: string | null;
  fields: string[];
  attempts: number;
  next_at: Date | string;
  settled_at: Date | string | null;
}

/** The tables that bulk owns, and those of the rooms below. */
export interface BulkTables extends FactsTables, TasksTables {
  bulk_decision: BulkDecisionTable;
  bulk_item: BulkItemTable;
}
