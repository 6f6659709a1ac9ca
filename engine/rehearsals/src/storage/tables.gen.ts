// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { FactsTables } from '@irisflow/facts';
import type { ColumnType } from '@irisflow/database';

export interface RehearsalTable {
  id: string;
  administration: string;
  procedure_key: string;
  from_day: Date | string;
  to_day: Date | string;
  parameters_on: Date | string | null;
  started_by: string;
  started_at: Date | string;
  state: string;
  ended_at: Date | string | null;
  has_more: boolean;
  is_restricted: boolean;
  draft: ColumnType<unknown | null, string | null | undefined, string | null>;
  next_at: Date | string;
}

export interface RehearsalCaseTable {
  rehearsal_id: string;
  position: number;
  administration: string;
  case_id: string;
  state: string;
  reason: string | null;
  result: ColumnType<unknown | null, string | null | undefined, string | null>;
}

/** The tables that rehearsals owns, and those of the rooms below. */
export interface RehearsalsTables extends FactsTables {
  rehearsal: RehearsalTable;
  rehearsal_case: RehearsalCaseTable;
}
