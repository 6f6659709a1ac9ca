// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { CaseworkTables } from '@irisflow/casework';

export interface PartyLabelTable {
  id: string;
  administration: string;
  name_fr: string;
  name_nl: string;
  color: string;
  made_at: Date | string;
  made_by: string;
  retired_at: Date | string | null;
}

export interface PartyLabelUseTable {
  id: string;
  label_id: string;
  administration: string;
  party_id: string;
  put_at: Date | string;
  put_by: string;
  taken_at: Date | string | null;
  taken_by: string | null;
}

export interface PartyMergeTable {
  id: string;
  administration: string;
  party_id: string;
  into_party_id: string;
  reason: string;
  merged_at: Date | string;
  merged_by: string;
  undone_at: Date | string | null;
  undone_by: string | null;
  undo_reason: string | null;
}

export interface PartyNoteTable {
  id: string;
  administration: string;
  party_id: string;
  audience: string;
  written_by: string;
  written_at: Date | string;
  revision: number;
  withheld: string | null;
  deleted_at: Date | string | null;
  deleted_by: string | null;
  delete_reason: string | null;
}

export interface PartyNoteVersionTable {
  note_id: string;
  revision: number;
  text: string;
  at: Date | string;
  by: string;
  search_text: string;
}

/** The tables that relations owns, and those of the rooms below. */
export interface RelationsTables extends CaseworkTables {
  party_label: PartyLabelTable;
  party_label_use: PartyLabelUseTable;
  party_merge: PartyMergeTable;
  party_note: PartyNoteTable;
  party_note_version: PartyNoteVersionTable;
}
