// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { CaseworkTables } from '@irisflow/casework';

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

/** The tables that relations owns, and those of the rooms below. */
export interface RelationsTables extends CaseworkTables {
  party_merge: PartyMergeTable;
}
