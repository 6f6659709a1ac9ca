// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { PayablesTables } from '@irisflow/payables';
import type { ColumnType } from '@irisflow/database';

export interface BankMovementTable {
  statement_id: string;
  place: number;
  administration: string;
  account: string;
  amount: ColumnType<string, number | string, number | string>;
  booked_on: Date | string;
  value_on: Date | string | null;
  counterparty: string;
  counterparty_account: string;
  communication_kind: string | null;
  communication: string;
  bank_reference: string | null;
  end_to_end_id: string | null;
  return_reason: string | null;
  state: string;
  payment_id: string | null;
  batch_reference: string | null;
  batch_id: string | null;
  payable_id: string | null;
  misfit: string | null;
}

export interface BankStatementTable {
  id: string;
  administration: string;
  account: string;
  form: string;
  number: string | null;
  sequence: ColumnType<string, number | string, number | string>;
  closed_on: Date | string;
  year: number;
  opening: ColumnType<string | null, number | string | null | undefined, number | string | null>;
  closing: ColumnType<string, number | string, number | string>;
  came: ColumnType<string, number | string, number | string>;
  went: ColumnType<string, number | string, number | string>;
  movements: number;
  file_name: string;
  file_sha256: string;
  place: number;
  imported_at: Date | string;
  imported_by: string;
  state: string;
  booked: number;
  next_at: Date | string;
}

/** The tables that statements owns, and those of the rooms below. */
export interface StatementsTables extends PayablesTables {
  bank_movement: BankMovementTable;
  bank_statement: BankStatementTable;
}
