// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { ProceduresTables } from '@irisflow/procedures';
import type { ColumnType } from '@irisflow/database';

export interface ClosureTable {
  id: string;
  administration: string;
  name: ColumnType<unknown, string, string>;
  recurs: string;
  date: string | null;
  from_day: Date | string;
  to_day: Date | string | null;
  added_at: Date | string;
  added_by: string;
}

export interface TermTable {
  case_id: string;
  key: string;
  administration: string;
  label: ColumnType<unknown, string, string>;
  kind: string;
  legal_ref: ColumnType<unknown, string, string>;
  state: string;
  started_on: Date | string;
  due_on: Date | string;
  days_left: number | null;
  suspensions: ColumnType<unknown, string, string>;
  id: string;
  length: number;
  starts_after: ColumnType<string, string | undefined, string>;
  warn_after: number | null;
  calendar: ColumnType<string, string | undefined, string>;
  effect: ColumnType<string, string | undefined, string>;
  binds: ColumnType<string, string | undefined, string>;
  act_on: Date | string;
  last_day: Date | string;
  warn_on: Date | string | null;
  warned_on: Date | string | null;
  ended_on: Date | string | null;
  is_service_target: ColumnType<boolean, boolean | undefined, boolean>;
}

/** The tables that terms owns, and those of the rooms below. */
export interface TermsTables extends ProceduresTables {
  closure: ClosureTable;
  term: TermTable;
}
