// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { TasksTables } from '@irisflow/tasks';

export interface AbsenceTable {
  id: string;
  administration: string;
  person_id: string;
  from_day: Date | string;
  to_day: Date | string;
  stand_in: string | null;
  recorded_by: string;
  recorded_at: Date | string;
  ended_at: Date | string | null;
}

/** The tables that absences owns, and those of the rooms below. */
export interface AbsencesTables extends TasksTables {
  absence: AbsenceTable;
}
