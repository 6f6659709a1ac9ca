// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { TasksTables } from '@irisflow/tasks';

export interface ConflictOfInterestTable {
  id: string;
  administration: string;
  person_id: string;
  case_id: string | null;
  party_id: string | null;
  about: string;
  reason: string;
  declared_by: string;
  declared_at: Date | string;
  lifted_at: Date | string | null;
  lifted_by: string | null;
  lift_reason: string | null;
}

/** The tables that conflicts owns, and those of the rooms below. */
export interface ConflictsTables extends TasksTables {
  conflict_of_interest: ConflictOfInterestTable;
}
