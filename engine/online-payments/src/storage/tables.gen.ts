// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { LedgerTables } from '@irisflow/ledger';
import type { ColumnType } from '@irisflow/database';

export interface OnlineCaptureTable {
  online_payment_id: string;
  capture: string;
  payment_id: string;
}

export interface OnlinePaymentTable {
  id: string;
  administration: string;
  receivable_id: string;
  amount: ColumnType<string, number | string, number | string>;
  locale: string;
  state: string;
  provider_id: string | null;
  page: string | null;
  started_at: Date | string;
  expires_at: Date | string;
  ask_at: Date | string | null;
  asks: ColumnType<number, number | undefined, number>;
}

/** The tables that online-payments owns, and those of the rooms below. */
export interface OnlinePaymentsTables extends LedgerTables {
  online_capture: OnlineCaptureTable;
  online_payment: OnlinePaymentTable;
}
