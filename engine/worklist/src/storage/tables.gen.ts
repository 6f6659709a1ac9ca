// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { TasksTables } from '@irisflow/tasks';
import type { ColumnType } from '@irisflow/database';

export interface StrayTaskTable {
  id: string;
  root_instance_key: string;
  seen_at: Date | string;
}

export interface TaskCountTable {
  id: ColumnType<string, number | string, number | string>;
  administration: string;
  queue: string;
  assigned: boolean;
  halted: boolean;
  due_rank: number;
  tasks: number;
}

export interface TaskFeedTable {
  name: string;
  position: Date | string | null;
  passed: number;
}

export interface TaskKindCountTable {
  id: ColumnType<string, number | string, number | string>;
  administration: string;
  procedure_key: string | null;
  language: string | null;
  queue: string;
  assigned: boolean;
  halted: boolean;
  due_rank: number;
  tasks: number;
}

/** The tables that worklist owns, and those of the rooms below. */
export interface WorklistTables extends TasksTables {
  stray_task: StrayTaskTable;
  task_count: TaskCountTable;
  task_feed: TaskFeedTable;
  task_kind_count: TaskKindCountTable;
}
