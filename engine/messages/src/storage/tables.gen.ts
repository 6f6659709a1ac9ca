// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { CaseworkTables } from '@irisflow/casework';
import type { ColumnType } from '@irisflow/database';

export interface CaseMessageTable {
  id: string;
  case_id: string;
  administration: string;
  at: Date | string;
  sender: string;
  written_by: string;
  text: string;
  asks: boolean;
  documents: string[];
  read_at: Date | string | null;
  notified_at: Date | string | null;
  participant_id: string | null;
  told: ColumnType<string[], string[] | undefined, string[]>;
  attempts: ColumnType<number, number | undefined, number>;
  next_at: Date | string;
}

/** The tables that messages owns, and those of the rooms below. */
export interface MessagesTables extends CaseworkTables {
  case_message: CaseMessageTable;
}
