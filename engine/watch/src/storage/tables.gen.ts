// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { CaseworkTables } from '@irisflow/casework';
import type { ColumnType } from '@irisflow/database';

export interface DraftCountTable {
  administration: string;
  procedure_key: string;
  day: Date | string;
  page: string;
  reached: number;
  last_here: number;
}

export interface DraftPagesTable {
  draft_id: string;
  day: Date | string;
  pages: string[];
  page: string;
}

export interface StepClockTable {
  id: ColumnType<boolean, boolean | undefined, boolean>;
  read_until: Date | string;
  counted_at: Date | string;
}

export interface StepDayTable {
  administration: string;
  definition_key: string;
  element_id: string;
  day: Date | string;
  band: number;
  passings: number;
}

export interface StepMonthTable {
  administration: string;
  definition_key: string;
  element_id: string;
  month: Date | string;
  band: number;
  passings: number;
}

export interface StepNowTable {
  administration: string;
  definition_key: string;
  element_id: string;
  standing: number;
  half_since: Date | string;
  tenth_since: Date | string;
}

export interface StepOpenTable {
  element_key: string;
  administration: string;
  definition_key: string;
  element_id: string;
  entered_at: Date | string;
  checked_at: Date | string;
}

/** The tables that watch owns, and those of the rooms below. */
export interface WatchTables extends CaseworkTables {
  draft_count: DraftCountTable;
  draft_pages: DraftPagesTable;
  step_clock: StepClockTable;
  step_day: StepDayTable;
  step_month: StepMonthTable;
  step_now: StepNowTable;
  step_open: StepOpenTable;
}
