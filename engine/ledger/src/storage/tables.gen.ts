// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { PartiesTables } from '@irisflow/parties';
import type { ColumnType } from '@irisflow/database';

export interface InstallmentTable {
  plan_id: string;
  number: number;
  due_on: Date | string;
  amount: ColumnType<string, number | string, number | string>;
  paid_by_then: ColumnType<string, number | string, number | string>;
  warned_on: Date | string | null;
}

export interface InstallmentPlanTable {
  id: string;
  administration: string;
  receivable_id: string;
  granted_on: Date | string;
  granted_by: string;
  fallen_on: Date | string | null;
  grace_days: number | null;
}

export interface LedgerBalanceTable {
  administration: string;
  account: string;
  balance: ColumnType<string, number | string, number | string>;
}

export interface LedgerBookTable {
  administration: string;
  last: ColumnType<string, number | string, number | string>;
}

export interface LedgerEntryTable {
  id: string;
  administration: string;
  number: ColumnType<string, number | string, number | string>;
  kind: string;
  day: Date | string;
  at: Date | string;
  made_by: string;
  receivable_id: string | null;
  payment_id: string | null;
  reverses: string | null;
  reason: string | null;
  payable_id: string | null;
  batch_id: string | null;
}

export interface LedgerLineTable {
  entry_id: string;
  place: number;
  account: string;
  amount: ColumnType<string, number | string, number | string>;
  receivable_id: string | null;
  payment_id: string | null;
}

export interface PayeeTable {
  administration: string;
  iban: string;
  name: string;
  revision: number;
}

export interface PaymentTable {
  id: string;
  administration: string;
  receivable_id: string | null;
  channel: string;
  amount: ColumnType<string, number | string, number | string>;
  day: Date | string;
  reference: string;
  payer: string;
  recorded_at: Date | string;
  recorded_by: string;
}

export interface PaymentBalanceTable {
  payment_id: string;
  administration: string;
  day: Date | string;
  suspense: ColumnType<string, number | string, number | string>;
  refund: ColumnType<string, number | string | undefined, number | string>;
}

export interface PaymentNoteTable {
  id: string;
  administration: string;
  payment_id: string;
  text: string;
  at: Date | string;
  made_by: string;
}

export interface ReceivableTable {
  id: string;
  administration: string;
  case_id: string | null;
  procedure_key: string;
  person_id: string | null;
  debtor: string | null;
  kind: string;
  label: ColumnType<unknown, string, string>;
  legal_reference: string;
  communication: string;
  due_on: Date | string;
  asked_at: Date | string;
  asked_by: string;
  reminder_days: number | null;
  notice_days: number | null;
}

export interface ReceivableBalanceTable {
  receivable_id: string;
  administration: string;
  due_on: Date | string;
  charged: ColumnType<string, number | string, number | string>;
  rest: ColumnType<string, number | string, number | string>;
  written_off: ColumnType<string, number | string, number | string>;
  refund: ColumnType<string, number | string, number | string>;
  disputed_on: Date | string | null;
}

export interface ReceivableDisputeTable {
  receivable_id: string;
  cause: string;
  administration: string;
  since_on: Date | string;
  ended_on: Date | string | null;
  due_on: Date | string | null;
}

export interface ReceivableNewsTable {
  id: ColumnType<string, number | string, number | string>;
  receivable_id: string;
  administration: string;
  case_id: string;
  name: string;
  plan_id: string | null;
  payment: ColumnType<unknown, string, string>;
  at: Date | string;
  told_at: Date | string | null;
  step: string | null;
  day: Date | string | null;
  next_on: Date | string | null;
  is_held: ColumnType<boolean, boolean | undefined, boolean>;
}

export interface ReceivableTallyTable {
  administration: string;
  due_on: Date | string;
  receivables: ColumnType<string, number | string, number | string>;
  open: ColumnType<string, number | string, number | string>;
  rest: ColumnType<string, number | string, number | string>;
  refunds: ColumnType<string, number | string, number | string>;
}

export interface WriteOffTable {
  id: string;
  administration: string;
  receivable_id: string;
  reason: string;
  asked_at: Date | string;
  asked_by: string;
  state: string;
  decided_at: Date | string | null;
  decided_by: string | null;
}

/** The tables that ledger owns, and those of the rooms below. */
export interface LedgerTables extends PartiesTables {
  installment: InstallmentTable;
  installment_plan: InstallmentPlanTable;
  ledger_balance: LedgerBalanceTable;
  ledger_book: LedgerBookTable;
  ledger_entry: LedgerEntryTable;
  ledger_line: LedgerLineTable;
  payee: PayeeTable;
  payment: PaymentTable;
  payment_balance: PaymentBalanceTable;
  payment_note: PaymentNoteTable;
  receivable: ReceivableTable;
  receivable_balance: ReceivableBalanceTable;
  receivable_dispute: ReceivableDisputeTable;
  receivable_news: ReceivableNewsTable;
  receivable_tally: ReceivableTallyTable;
  write_off: WriteOffTable;
}
