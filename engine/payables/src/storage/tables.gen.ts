// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { BudgetsTables } from '@irisflow/budgets';
import type { ColumnType } from '@irisflow/database';

export interface BankAnswerTable {
  id: string;
  administration: string;
  batch_id: string;
  file_hash: string;
  executed: number;
  rejected: number;
  noted: number;
  taken_at: Date | string;
  taken_by: string;
}

export interface PayableTable {
  id: string;
  administration: string;
  case_id: string | null;
  procedure_key: string;
  person_id: string | null;
  payee: string | null;
  iban: string | null;
  label: ColumnType<unknown, string, string>;
  communication: string;
  amount: ColumnType<string, number | string, number | string>;
  due_on: Date | string;
  receivable_id: string | null;
  right_id: string | null;
  ordered_at: Date | string;
  ordered_by: string;
  batch_id: string | null;
  released_on: Date | string | null;
  end_to_end_id: string;
  bank_status: string | null;
  verification: string | null;
  outcome: string | null;
  outcome_on: Date | string | null;
  outcome_reason: string | null;
  debited_on: Date | string | null;
  returned_on: Date | string | null;
}

export interface PayableHoldTable {
  payable_id: string;
  cause: string;
  administration: string;
  since_on: Date | string;
  ended_on: Date | string | null;
}

export interface PayableNewsTable {
  id: ColumnType<string, number | string, number | string>;
  payable_id: string;
  administration: string;
  case_id: string;
  name: string;
  payment: ColumnType<unknown, string, string>;
  at: Date | string;
  told_at: Date | string | null;
}

export interface PayerTable {
  administration: string;
  iban: string;
  name: string;
  enterprise_number: string | null;
  revision: number;
}

export interface PaymentBatchTable {
  id: string;
  administration: string;
  message_id: string;
  execute_on: Date | string;
  made_at: Date | string;
  made_by: string;
  given_up_at: Date | string | null;
  released_at: Date | string | null;
  released_by: string | null;
  payer_iban: string | null;
  payer_name: string | null;
  payer_number: string | null;
  file_hash: string | null;
  sent_at: Date | string | null;
  sent_by: string | null;
}

export interface PaymentBatchBalanceTable {
  batch_id: string;
  administration: string;
  orders: ColumnType<string, number | string, number | string>;
  total: ColumnType<string, number | string, number | string>;
  executed_orders: ColumnType<string, number | string, number | string>;
  executed: ColumnType<string, number | string, number | string>;
  rejected_orders: ColumnType<string, number | string, number | string>;
  rejected: ColumnType<string, number | string, number | string>;
}

/** The tables that payables owns, and those of the rooms below. */
export interface PayablesTables extends BudgetsTables {
  bank_answer: BankAnswerTable;
  payable: PayableTable;
  payable_hold: PayableHoldTable;
  payable_news: PayableNewsTable;
  payer: PayerTable;
  payment_batch: PaymentBatchTable;
  payment_batch_balance: PaymentBatchBalanceTable;
}
