// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { DraftingTables } from '@irisflow/drafting';
import type { ColumnType } from '@irisflow/database';

export interface LetterMailTable {
  letter_id: string;
  case_id: string;
  administration: string;
  participant_id: string | null;
  language: string;
  at: Date | string;
  answer_by: Date | string | null;
  told_at: Date | string | null;
  attempts: ColumnType<number, number | undefined, number>;
  next_at: Date | string;
  posted_at: Date | string | null;
}

export interface LetterSealTable {
  document_id: string;
  case_id: string;
  administration: string;
  sha256: string;
  at: Date | string;
  language: string;
  signatory: string | null;
  capacity: string | null;
  holder: string;
  issuer: string;
  serial_number: string;
  valid_from: Date | string;
  valid_to: Date | string;
  fingerprint: string;
}

/** The tables that dispatch owns, and those of the rooms below. */
export interface DispatchTables extends DraftingTables {
  letter_mail: LetterMailTable;
  letter_seal: LetterSealTable;
}
