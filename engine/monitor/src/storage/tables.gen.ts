// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { CaseworkTables } from '@irisflow/casework';
import type { ColumnType } from '@irisflow/database';

export interface CaseIncidentTable {
  incident_key: string;
  case_id: string;
  administration: string;
  process_instance_key: string;
  element_id: string;
  meaning: ColumnType<unknown, string, string>;
  since: Date | string;
  ended_at: Date | string | null;
}

export interface UnmaskingTable {
  id: string;
  administration: string;
  process_instance_key: string;
  unmasked_by: string;
  begins_at: Date | string;
  ends_at: Date | string;
}

/** The tables that monitor owns, and those of the rooms below. */
export interface MonitorTables extends CaseworkTables {
  case_incident: CaseIncidentTable;
  unmasking: UnmaskingTable;
}
