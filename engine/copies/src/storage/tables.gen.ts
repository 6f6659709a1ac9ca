// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { MessagesTables } from '@irisflow/messages';
import type { ColumnType } from '@irisflow/database';

export interface FileCopyTable {
  id: string;
  case_id: string;
  administration: string;
  audience: string;
  recipient: string | null;
  reason: string | null;
  handed_over: boolean;
  made_by: string;
  asked_at: Date | string;
  language: string;
  content: ColumnType<unknown, string, string>;
  pieces: ColumnType<unknown, string, string>;
  state: string;
  attempts: ColumnType<number, number | undefined, number>;
  next_at: Date | string;
  document_id: string | null;
  pages: number | null;
  ready_at: Date | string | null;
}

/** The tables that copies owns, and those of the rooms below. */
export interface CopiesTables extends MessagesTables {
  file_copy: FileCopyTable;
}
