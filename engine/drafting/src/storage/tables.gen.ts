// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { CaseworkTables } from '@irisflow/casework';
import type { ColumnType } from '@irisflow/database';

export interface LetterApprovalTable {
  task_id: string;
  administration: string;
  case_id: string;
  template: string;
  version: number;
  approved_by: string;
  approved_at: Date | string;
}

export interface LetterEditTable {
  id: string;
  administration: string;
  case_id: string;
  task_id: string;
  template: string;
  language: string;
  version: number;
  edits: ColumnType<unknown, string, string>;
  edited_by: string;
  edited_at: Date | string;
  letter_id: string | null;
}

export interface ParagraphTable {
  id: string;
  administration: string;
  key: string;
  version: number;
  is_retired: boolean;
  search_text: string;
}

export interface ParagraphUseTable {
  id: string;
  administration: string;
  paragraph_id: string;
  version: number;
  case_id: string;
  task_id: string;
  field: string;
  language: string;
  inserted: string;
  used_by: string;
  used_at: Date | string;
  kept: string | null;
}

export interface ParagraphVersionTable {
  paragraph_id: string;
  version: number;
  administration: string;
  act: string;
  content: ColumnType<unknown, string, string>;
  reason: string | null;
  changed_by: string;
  changed_at: Date | string;
}

/** The tables that drafting owns, and those of the rooms below. */
export interface DraftingTables extends CaseworkTables {
  letter_approval: LetterApprovalTable;
  letter_edit: LetterEditTable;
  paragraph: ParagraphTable;
  paragraph_use: ParagraphUseTable;
  paragraph_version: ParagraphVersionTable;
}
