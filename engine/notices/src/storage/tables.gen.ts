// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { DispatchTables } from '@irisflow/dispatch';
import type { ColumnType } from '@irisflow/database';

export interface NoticeTable {
  id: string;
  case_id: string;
  administration: string;
  letter_id: string;
  participant_id: string | null;
  copy_of: string | null;
  subject: ColumnType<unknown, string, string>;
  term_key: string | null;
  term_id: string | null;
  at: Date | string;
  paper: string | null;
  to_carry: ColumnType<string[], string[] | undefined, string[]>;
}

export interface NoticeFateTable {
  id: string;
  notice_id: string;
  case_id: string;
  administration: string;
  channel: string;
  kind: string;
  day: Date | string;
  recorded_at: Date | string;
  source: string;
  recorded_by: string | null;
  reason: string | null;
  number: string | null;
  event: string | null;
  corrects: string | null;
}

export interface NoticeMessageTable {
  notice_id: string;
  case_id: string;
  administration: string;
  name: string;
}

export interface NoticeTermMoveTable {
  fate_id: string;
  notice_id: string;
  case_id: string;
  administration: string;
  term_id: string;
  act_on: Date | string | null;
  due_on: Date | string;
  at: Date | string;
}

/** The tables that notices owns, and those of the rooms below. */
export interface NoticesTables extends DispatchTables {
  notice: NoticeTable;
  notice_fate: NoticeFateTable;
  notice_message: NoticeMessageTable;
  notice_term_move: NoticeTermMoveTable;
}
