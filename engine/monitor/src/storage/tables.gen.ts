// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { CaseworkTables } from '@irisflow/casework';

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
  unmasking: UnmaskingTable;
}
