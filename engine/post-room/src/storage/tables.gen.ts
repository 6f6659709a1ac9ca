// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { NoticesTables } from '@irisflow/notices';
import type { ColumnType } from '@irisflow/database';

export interface CarrierContractTable {
  administration: string;
  channel: string;
  account: string;
  is_on: boolean;
  revision: number;
}

export interface ConsignmentTable {
  notice_id: string;
  channel: string;
  case_id: string;
  administration: string;
  account: string;
  address: string[] | null;
  number_sealed: string | null;
  enterprise_number: string | null;
  state: string;
  carrier_id: string | null;
  problem: string | null;
  at: Date | string;
  ask_at: Date | string | null;
  asks: ColumnType<number, number | undefined, number>;
}

export interface HandoverTable {
  notice_id: string;
  channel: string;
  case_id: string;
  administration: string;
  batch_id: string | null;
}

export interface PrintBatchTable {
  id: string;
  administration: string;
  number: number;
  way: string;
  language: string | null;
  letters: number;
  made_at: Date | string;
  made_by: string;
  prints: ColumnType<number, number | undefined, number>;
  printed_at: Date | string | null;
  posted_on: Date | string | null;
  ended_at: Date | string | null;
  ended_by: string | null;
}

export interface PrintBatchLetterTable {
  batch_id: string;
  notice_id: string;
  case_id: string;
  administration: string;
  position: number;
  postcode: string | null;
  state: string;
}

/** The tables that post-room owns, and those of the rooms below. */
export interface PostRoomTables extends NoticesTables {
  carrier_contract: CarrierContractTable;
  consignment: ConsignmentTable;
  handover: HandoverTable;
  print_batch: PrintBatchTable;
  print_batch_letter: PrintBatchLetterTable;
}
