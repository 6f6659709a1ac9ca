// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { WorklistTables } from '@irisflow/worklist';
import type { MessagesTables } from '@irisflow/messages';
import type { MonitorTables } from '@irisflow/monitor';
import type { ColumnType } from '@irisflow/database';

export interface DefaultViewTable {
  person_id: string;
  view_id: string;
}

export interface SavedViewTable {
  id: string;
  administration: string;
  owner: string;
  name: string;
  definition: ColumnType<unknown, string, string>;
  shared: boolean;
  revision: number;
  updated_at: Date | string;
}

/** The tables that views owns, and those of the rooms below. */
export interface ViewsTables extends WorklistTables, MessagesTables, MonitorTables {
  default_view: DefaultViewTable;
  saved_view: SavedViewTable;
}
