// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { ObligationsTables } from '@irisflow/obligations';
import type { TasksTables } from '@irisflow/tasks';
import type { ColumnType } from '@irisflow/database';

export interface VersionMoveTable {
  id: string;
  administration: string;
  procedure_key: string;
  from_versions: ColumnType<unknown, string, string>;
  to_version: number;
  places: ColumnType<unknown, string, string>;
  reason: string;
  started_by: string;
  started_at: Date | string;
  canceled_at: Date | string | null;
}

export interface VersionMoveItemTable {
  move_id: string;
  position: number;
  administration: string;
  case_id: string;
  from_version: number;
  state: string;
  begun: ColumnType<boolean, boolean | undefined, boolean>;
  tasks: ColumnType<unknown | null, string | null | undefined, string | null>;
  reason: string | null;
  subject: ColumnType<unknown | null, string | null | undefined, string | null>;
  attempts: ColumnType<number, number | undefined, number>;
  next_at: Date | string;
  settled_at: Date | string | null;
}

/** The tables that version-moves owns, and those of the rooms below. */
export interface VersionMovesTables extends ObligationsTables, TasksTables {
  version_move: VersionMoveTable;
  version_move_item: VersionMoveItemTable;
}
