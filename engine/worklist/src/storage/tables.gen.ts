// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { CaseworkTables } from '@irisflow/casework';

export interface StrayTaskTable {
  id: string;
  root_instance_key: string;
  seen_at: Date | string;
}

export interface TaskFeedTable {
  name: string;
  position: Date | string | null;
  passed: number;
}

/** The tables that worklist owns, and those of the rooms below. */
export interface WorklistTables extends CaseworkTables {
  stray_task: StrayTaskTable;
  task_feed: TaskFeedTable;
}
