// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { CaseworkTables } from '@irisflow/casework';
import type { ColumnType } from '@irisflow/database';

export interface GrantedRightTable {
  id: string;
  administration: string;
  case_id: string;
  procedure_key: string;
  procedure_version: number;
  kind: string;
  number: string;
  person_id: string;
  holders: ColumnType<unknown, string, string>;
  begins_on: Date | string;
  granted_at: Date | string;
  search_text: string;
  check_code: string;
}

export interface RightCounterTable {
  administration: string;
  prefix: string;
  year: number;
  last: number;
}

export interface RightVersionTable {
  right_id: string;
  sequence: number;
  administration: string;
  case_id: string;
  person_id: string;
  effective_on: Date | string;
  recorded_at: Date | string;
  state: string;
  effect: string;
  data: ColumnType<unknown, string, string>;
  valid_from: Date | string;
  valid_to: Date | string | null;
  said: string[];
  carries: number | null;
  act: string;
  cause_case_id: string | null;
  decision_id: string | null;
  author: string | null;
  reason: string | null;
}

/** The tables that rights owns, and those of the rooms below. */
export interface RightsTables extends CaseworkTables {
  granted_right: GrantedRightTable;
  right_counter: RightCounterTable;
  right_version: RightVersionTable;
}
