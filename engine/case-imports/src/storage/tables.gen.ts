// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { IntakeTables } from '@irisflow/intake';
import type { ColumnType } from '@irisflow/database';

export interface CaseImportTable {
  id: string;
  administration: string;
  procedure_key: string;
  procedure_version: number;
  uploaded_by: string;
  uploaded_at: Date | string;
  file_name: string;
  file_sha256: string;
  file_bytes: number;
  header: string[];
  rows: number;
  settings: ColumnType<unknown | null, string | null | undefined, string | null>;
  revision: ColumnType<number, number | undefined, number>;
  state: string;
  next_at: Date | string;
  started_at: Date | string | null;
  started_by: string | null;
  finished_at: Date | string | null;
  erase_at: Date | string;
  erased_at: Date | string | null;
}

export interface CaseImportRowTable {
  import_id: string;
  position: number;
  administration: string;
  line: number;
  sealed: string | null;
  state: string;
  findings: ColumnType<unknown, string, string>;
  reference: string | null;
  number_index: string | null;
  case_id: string | null;
}

/** The tables that case-imports owns, and those of the rooms below. */
export interface CaseImportsTables extends IntakeTables {
  case_import: CaseImportTable;
  case_import_row: CaseImportRowTable;
}
