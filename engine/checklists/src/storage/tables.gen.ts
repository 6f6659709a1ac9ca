// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { TasksTables } from '@irisflow/tasks';
import type { ColumnType } from '@irisflow/database';

export interface ChecklistMarkTable {
  id: ColumnType<string, number | string, number | string>;
  task_id: string;
  case_id: string;
  administration: string;
  point: string;
  is_ticked: boolean;
  remark: string;
  marked_by: string | null;
  at: Date | string;
}

/** The tables that checklists owns, and those of the rooms below. */
export interface ChecklistsTables extends TasksTables {
  checklist_mark: ChecklistMarkTable;
}
