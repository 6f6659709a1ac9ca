// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { ProceduresTables } from '@irisflow/procedures';
import type { ColumnType } from '@irisflow/database';

export interface DelegationTable {
  id: string;
  administration: string;
  delegator_id: string;
  delegate_id: string;
  from_day: Date | string;
  to_day: Date | string;
  groups: string[];
  procedures: string[] | null;
  capacity: ColumnType<unknown, string, string>;
  instrument: string;
  given_at: Date | string;
  withdrawn_at: Date | string | null;
  withdrawn_by: string | null;
}

/** The tables that delegations owns, and those of the rooms below. */
export interface DelegationsTables extends ProceduresTables {
  delegation: DelegationTable;
}
