// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { CaseworkTables } from '@irisflow/casework';
import type { DelegationsTables } from '@irisflow/delegations';
import type { ColumnType } from '@irisflow/database';

export interface DecisionHandTable {
  decision_id: string;
  position: number;
  case_id: string;
  administration: string;
  act: string;
  label: ColumnType<unknown, string, string>;
  name: string;
  on_behalf_of: string | null;
  person_id: string;
  delegator_id: string | null;
  done_at: Date | string;
  of_case: string | null;
  decided_too: boolean;
}

export interface TaskTable {
  id: string;
  administration: string;
  case_id: string;
  process_instance_key: string;
  element_id: string;
  state: string;
  assignee: string | null;
  assigned_at: Date | string | null;
  candidate_groups: string[];
  priority: number;
  created_at: Date | string;
  ended_at: Date | string | null;
  completing_by: string | null;
  completed_by: string | null;
  draft: ColumnType<unknown | null, string | null | undefined, string | null>;
  proposal: ColumnType<unknown | null, string | null | undefined, string | null>;
  proposal_hash: string | null;
  approved: ColumnType<unknown | null, string | null | undefined, string | null>;
  approved_hash: string | null;
  voided_hash: string | null;
  answers: ColumnType<unknown | null, string | null | undefined, string | null>;
  sent_back_by: string | null;
  sent_back_reason: string | null;
  procedure_key: string | null;
  language: string | null;
  due_on: Date | string | null;
  days_left: number | null;
  queue: ColumnType<string, string | undefined, string>;
  halted: ColumnType<boolean, boolean | undefined, boolean>;
  due_rank: ColumnType<number, number | undefined, number>;
  urgency: ColumnType<number, number | undefined, number>;
  commune: string | null;
  completing_under: string | null;
  completed_under: string | null;
  held_under: string | null;
  process_version: number | null;
}

/** The tables that tasks owns, and those of the rooms below. */
export interface TasksTables extends CaseworkTables, DelegationsTables {
  decision_hand: DecisionHandTable;
  task: TaskTable;
}
