// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { CaseImportsTables } from '@irisflow/case-imports';
import type { QuotasTables } from '@irisflow/quotas';
import type { ColumnType } from '@irisflow/database';

export interface RightImportTable {
  id: string;
  administration: string;
  procedure_key: string;
  procedure_version: number;
  kind: string;
  uploaded_by: string;
  uploaded_at: Date | string;
  file_name: string;
  header: string[];
  file_sha256: string | null;
  rows: number;
  controls: ColumnType<unknown | null, string | null | undefined, string | null>;
  revision: ColumnType<number, number | undefined, number>;
  state: string;
  next_at: Date | string;
  started_at: Date | string | null;
  started_by: string | null;
  finished_at: Date | string | null;
  reconciliation: ColumnType<unknown | null, string | null | undefined, string | null>;
  confirmed_by: string | null;
  confirmed_at: Date | string | null;
  remark: string | null;
  erase_at: Date | string;
  erased_at: Date | string | null;
}

export interface RightImportRowTable {
  import_id: string;
  position: number;
  administration: string;
  line: number;
  sealed: string | null;
  state: string;
  findings: ColumnType<unknown, string, string>;
  number: string | null;
  right_state: string | null;
  amounts: ColumnType<unknown | null, string | null | undefined, string | null>;
  differences: ColumnType<string[], string[] | undefined, string[]>;
  accepted_by: string | null;
  right_id: string | null;
  case_id: string | null;
}

/** The tables that right-imports owns, and those of the rooms below. */
export interface RightImportsTables extends CaseImportsTables, QuotasTables {
  right_import: RightImportTable;
  right_import_row: RightImportRowTable;
}
