// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { LedgerTables } from '@irisflow/ledger';
import type { ColumnType } from '@irisflow/database';

export interface BudgetCreditTable {
  id: string;
  administration: string;
  line_id: string;
  engagement: ColumnType<string, number | string, number | string>;
  liquidation: ColumnType<string, number | string, number | string>;
  given_on: Date | string;
  reason: string;
  asked_at: Date | string;
  asked_by: string;
  state: string;
  decided_at: Date | string | null;
  decided_by: string | null;
}

export interface BudgetLineTable {
  id: string;
  administration: string;
  code: string;
  year: number;
  label: ColumnType<unknown, string, string>;
  made_at: Date | string;
  made_by: string;
}

export interface BudgetLineBalanceTable {
  line_id: string;
  administration: string;
  engagement_credit: ColumnType<string, number | string, number | string>;
  liquidation_credit: ColumnType<string, number | string, number | string>;
  engaged: ColumnType<string, number | string, number | string>;
  carried_in: ColumnType<string, number | string, number | string>;
  carried_out: ColumnType<string, number | string, number | string>;
  liquidated: ColumnType<string, number | string, number | string>;
  paid: ColumnType<string, number | string, number | string>;
}

export interface BudgetMovementTable {
  id: ColumnType<string, number | string, number | string>;
  administration: string;
  line_id: string;
  engagement_id: string | null;
  credit_id: string | null;
  payable_id: string | null;
  kind: string;
  at: Date | string;
  made_by: string;
  reason: string | null;
  engagement_credit: ColumnType<string, number | string | undefined, number | string>;
  liquidation_credit: ColumnType<string, number | string | undefined, number | string>;
  engaged: ColumnType<string, number | string | undefined, number | string>;
  carried_in: ColumnType<string, number | string | undefined, number | string>;
  carried_out: ColumnType<string, number | string | undefined, number | string>;
  liquidated: ColumnType<string, number | string | undefined, number | string>;
  paid: ColumnType<string, number | string | undefined, number | string>;
}

export interface EngagementTable {
  id: string;
  administration: string;
  line_id: string;
  root_id: string;
  case_id: string | null;
  procedure_key: string;
  label: ColumnType<unknown, string, string>;
  opened_at: Date | string;
  opened_by: string;
  closed_at: Date | string | null;
}

export interface EngagementBalanceTable {
  engagement_id: string;
  administration: string;
  engaged: ColumnType<string, number | string, number | string>;
  carried_in: ColumnType<string, number | string, number | string>;
  carried_out: ColumnType<string, number | string, number | string>;
  liquidated: ColumnType<string, number | string, number | string>;
  paid: ColumnType<string, number | string, number | string>;
}

/** The tables that budgets owns, and those of the rooms below. */
export interface BudgetsTables extends LedgerTables {
  budget_credit: BudgetCreditTable;
  budget_line: BudgetLineTable;
  budget_line_balance: BudgetLineBalanceTable;
  budget_movement: BudgetMovementTable;
  engagement: EngagementTable;
  engagement_balance: EngagementBalanceTable;
}
